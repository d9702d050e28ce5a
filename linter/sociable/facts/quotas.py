"""What the automations of an account come to together, beside what its platform allows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from sociable.facts.account_kinds import VERIFYING, figure_holds, server_of
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.platform_limits import Limit, judged_limits
from sociable.facts.rates import Counted, Pace, counted, pace_of, pace_words, unlike_days
from sociable.findings.finding import Citation
from sociable.records.record import Record
from sociable.text.source import Span
from sociable.text.wording import listed
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import FOLLOW


class QuotaShare(Record):
    """What one automation adds to a sum: so many ``times``, from its first ``step`` that counts."""

    automation: AutomationFacts
    step: StepFacts
    times: int
    pace: str

    @property
    def account(self) -> AccountFacts:
        return self.automation.account

    @property
    def span(self) -> Span:
        return self.step.span


class Quota:
    """One limit of a platform and what an account comes to: certainly, or at most where it is not.

    Where the certain part alone is too much, only that is told of. The largest share comes ``first``.
    """

    def __init__(self, account: AccountFacts, limit: Limit, paces: list[tuple[AutomationFacts, Pace]]) -> None:
        self.account = account
        self.limit = limit
        certain, allowed = _total(paces)
        self.is_certain = certain > limit.most or certain == allowed
        self.most = certain if self.is_certain else allowed
        self._paces = paces

    @cached_property
    def shares(self) -> list[QuotaShare]:
        """What each automation adds, if it adds anything."""
        counted = [(each, pace.certain if self.is_certain else pace.allowed) for each, pace in self._paces]
        return [
            QuotaShare(each, _first_step(each, self.limit), times, pace_words(each, self.is_certain))
            for each, times in counted
            if times
        ]

    @property
    def remedy(self) -> str:
        """What to do about too much, in sentences: one limit, or a share for each automation of a sum."""
        allowance, shares = self.limit.allowance, Counter[str]()
        for share in self.shares:
            shares[share.automation.id] += share.times
        if len(shares) > 1:
            parts = listed([f"{times:,} in `{name}`" for name, times in shares.most_common()])
            said = f"Together they may come to {allowance}; now it is {parts}. Give each a `limit:` with its share."
        elif not self.is_of_one_step:
            name, times = next(iter(shares.items()))
            said = f"Let `{name}` come to {allowance} at most: take steps out, or do it less often (now {times:,})."
        else:
            said = f"Set a limit of {allowance} (`limit: {allowance}`) in `{self.first.automation.id}`{self._where}."
        if self.limit.holds_for == VERIFYING and self.applies != "yes":
            title = platform_row(self.account.platform).title
            said += (
                f" If {title} has verified the account, write so (`verified: true`): then this figure does not hold."
            )
        if FOLLOW in self.limit.verbs:
            said += " Better still, let a person choose whom to follow."
        return said

    @property
    def _where(self) -> str:
        """Where a limit goes, if one for each run stands beside the verb, and has to stay."""
        return ", beside `when:`" if self.first.model.limit is not None and not self.first.model.limit.seconds else ""

    @property
    def is_of_one_step(self) -> bool:
        """Whether one step alone comes to that."""
        automations = [share.automation for share in self.shares]
        return sum(step.verb.name in self.limit.verbs for each in automations for step in each.steps) == 1

    @property
    def first(self) -> StepFacts:
        return max(self.shares, key=lambda share: share.times).step

    @property
    def span(self) -> Span:
        return self.first.span

    @property
    def steps(self) -> list[StepFacts]:
        return [share.step for share in self.shares]

    @property
    def applies(self) -> str:
        """``yes`` where the limit holds for this account, ``unstated`` where the files leave that open."""
        return figure_holds(self.limit.holds_for, self.account)

    @property
    def citation(self) -> Citation:
        return self.limit.citation


def quotas(facts: Facts) -> list[Quota]:
    """Every limit that some automation of an account counts towards, in file order."""
    return [quota for account in facts.accounts for quota in quotas_of(account)]


def quotas_of(account: AccountFacts) -> list[Quota]:
    """The limits that automations of this account count towards, worked out once."""
    known: list[Quota] | None = account.memo.get("quotas")
    if known is None:
        paced = {each: counted(each) for each in account.automations if _has_pace(each)}
        doing: dict[str, dict[AutomationFacts, int]] = {}
        for position, (automation, steps) in enumerate(paced.items()):
            for step, _ in steps:
                doing.setdefault(step.verb.name, {})[automation] = position
        known = [
            quota
            for limit in _limits(account, paced)
            for quota in _quota(account, limit, {each: paced[each] for each in _with_one_of(limit.verbs, doing)})
        ]
        account.memo["quotas"] = known
    return known


def _with_one_of(verbs: Iterable[str], doing: dict[str, dict[AutomationFacts, int]]) -> list[AutomationFacts]:
    found: dict[AutomationFacts, int] = {}
    for verb in verbs:
        found.update(doing.get(verb, {}))
    return sorted(found, key=found.__getitem__)


def _limits(account: AccountFacts, paced: Collection[AutomationFacts]) -> Iterator[Limit]:
    if not paced:  # no need to read the figures
        return
    for limit in judged_limits().get(account.platform, ()):
        if figure_holds(limit.holds_for, account) != "no" and limit.server in ("", server_of(account)):
            yield limit


def _quota(account: AccountFacts, limit: Limit, paced: Mapping[AutomationFacts, list[Counted]]) -> Iterator[Quota]:
    counting = [(each, [step for step in steps if step[0].verb.name in limit.verbs]) for each, steps in paced.items()]
    days = unlike_days(each for each, _ in counting) if counting else ()
    paces = [[(each, pace_of(each, steps, limit.seconds, day)) for each, steps in counting] for day in days]
    fullest = max(paces, key=_total, default=[])
    if any(pace.allowed for _, pace in fullest):
        yield Quota(account, limit, fullest)


def _total(paces: list[tuple[AutomationFacts, Pace]]) -> tuple[int, int]:
    return sum(pace.certain for _, pace in paces), sum(pace.allowed for _, pace in paces)


def _has_pace(automation: AutomationFacts) -> bool:
    """Whether a schedule or a limit says anything about how often it acts."""
    model = automation.model
    return (
        automation.event.is_timed
        or (model.limit or model.usual) is not None
        or any(step.limit is not None for step in model.steps)
    )


def _first_step(automation: AutomationFacts, limit: Limit) -> StepFacts:
    return next(step for step in automation.steps if step.verb.name in limit.verbs)
