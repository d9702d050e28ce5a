"""What a source has to fit, read off the place that a finding is about."""

from collections.abc import Iterable, Sequence

from sociable.facts.account_kinds import account_kind, server_of, way
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.laws import states_named
from sociable.facts.review_gates import reviews_on
from sociable.kinds.subjects import account_of, thing_of
from sociable.records.kept import kept_in_memo
from sociable.sources.fitting import Situation
from sociable.vocabulary.values import BY_INTERFACE, UNSTATED

_LOOKS_LIKE_A_PERSON = "person"
"""The kind of account a figure that somebody invented looks like, whoever runs it."""


def situation_of(about: Iterable[object], platform: str, unmet: frozenset[str]) -> Situation:
    """Platform, server, kind, readers and seat of the account, what is done upon which event, and what for.

    ``unmet`` are facts that do not speak of this place.
    """
    things = [thing_of(each) for each in about]
    account = account_of(things[0])
    steps = [each for each in things if isinstance(each, StepFacts)]
    automations = [
        *(each.automation for each in steps),
        *(each for each in things if isinstance(each, AutomationFacts)),
    ]
    purposes = {each.purpose for each in steps} | {each.purpose for each in automations}
    if account and not purposes:
        purposes = {account.model.purpose}
    return Situation(
        platform=platform,
        server=server_of(account) if account and platform else "",
        kinds=_kinds(account),
        account=account_kind(account) if account else "",
        is_marked=account is not None and account.is_labelled,
        ways=_ways(account, steps, automations),
        verbs=frozenset(each.verb.name for each in steps),
        events=frozenset(each.event.name for each in automations),
        audiences=frozenset(each.audience for each in steps),
        countries=account.model.audience.countries if account else frozenset(),
        seats=account.model.based_in if account else frozenset(),
        regions=_regions(account) if account else frozenset(),
        purposes=frozenset(purposes - {UNSTATED}),
        unmet=unmet,
        reviews_on=frozenset().union(*map(reviews_on, automations)),
    )


def _regions(account: AccountFacts) -> frozenset[str]:
    """The states that a named region is in, or else the region as it is named; nothing where none is."""
    region = account.model.audience.region
    return states_named(account) or frozenset((region,) if region else ())


def _ways(
    account: AccountFacts | None, steps: Sequence[StepFacts], automations: Sequence[AutomationFacts]
) -> frozenset[str]:
    """How the platform is reached in what the finding is about, or by whatever the account does.

    Who has a plan for the interface comes by it.
    """
    told = steps or [step for each in automations for step in each.steps]
    ways = frozenset(map(way, told)) if told or account is None else _ways_of(account)
    has_plan = account is not None and account.model.api_tier != UNSTATED
    return ways | ({BY_INTERFACE} if has_plan else set())


@kept_in_memo
def _ways_of(account: AccountFacts) -> frozenset[str]:
    """By all that an account does, found once: thousands of findings may be about a part of it that is no step."""
    return frozenset(map(way, account.steps))


def _kinds(account: AccountFacts | None) -> frozenset[str]:
    if account is None:
        return frozenset()
    return frozenset((account.run_by, _LOOKS_LIKE_A_PERSON) if account.model.kind == "persona" else (account.run_by,))
