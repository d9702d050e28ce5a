"""What steps bring about and who waits for it, account by account, and which of ours each doing reaches."""

from collections.abc import Hashable, Iterable, Iterator, Set

from sociable.facts.claims import may_hold
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.provenance import HOLE, Said
from sociable.graph.brakes import ignores_own
from sociable.graph.reactions import Reaction, by_name, listening, listens_to, watched_elsewhere
from sociable.records.record import Record
from sociable.text.substrings import Substrings


class Doing(Record):
    """What a step brings about, however it was started; ``said`` is what is known of its words."""

    step: StepFacts
    event: str
    how: str
    to: AccountFacts | None
    said: Said


class Ear(Record):
    """An automation that waits for an event, perhaps ``picky`` about who is behind it.

    ``elsewhere`` are the accounts on other platforms that it watches.
    """

    edge: Reaction
    picky: bool
    elsewhere: frozenset[AccountFacts]

    @property
    def sort(self) -> Hashable:
        """Equal for ears on one platform that notice the same."""
        set_off = self.edge.transition
        return set_off.words, self.picky, set_off.ignores_bots, set_off.names, set_off.actors, self.elsewhere

    def notices(self, doing: Doing) -> bool:
        """Whether it takes notice of what is done at its account."""
        if not self.edge.transition.words.fit(doing.said):
            return False
        account = doing.step.account
        if account.platform != self.edge.platform and account not in self.elsewhere:
            return False
        return not self.picky or listens_to(self.edge, account)


Ears = dict[AccountFacts, dict[str, list[Ear]]]
"""Who waits, by account and event."""

EarOf = dict[tuple[AutomationFacts, str], Ear]
"""How an automation waits for an event, where it does."""

Reached = dict[Doing, Set[AccountFacts]]
"""The accounts of ours at which each doing can happen."""


class _AllBut(Set[AccountFacts]):
    """All accounts of a set but one. Many doings reach everybody else, and a set for each would take their square."""

    __slots__ = ("_all", "_but")

    def __init__(self, everybody: Set[AccountFacts], but: AccountFacts) -> None:
        self._all = everybody
        self._but = but

    def __contains__(self, account: object) -> bool:
        return account in self._all and account != self._but

    def __iter__(self) -> Iterator[AccountFacts]:
        return (account for account in self._all if account != self._but)

    def __len__(self) -> int:
        return len(self._all) - (self._but in self._all)


def doings_of(edges: Iterable[Reaction], ears: Ears) -> list[Doing]:
    """Each doing once, in file order; of its words those that somebody waits for, so that others set nothing apart."""
    edges = list(edges)
    awaited = Substrings(
        word
        for heard in ears.values()
        for own in heard.values()
        for ear in own
        for word in ear.edge.transition.words.all
    )
    of_texts = {text: HOLE.join(sorted(awaited.found_in(text))) for text in {edge.said.certain for edge in edges}}
    found = (
        Doing(
            edge.step,
            edge.transition.emits,
            edge.transition.how,
            edge.to,
            edge.said._replace(certain=of_texts[edge.said.certain]),
        )
        for edge in edges
    )
    return list(dict.fromkeys(found))


def ears_of(facts: Facts, edges: Iterable[Reaction]) -> Ears:
    """Who waits for what, but for those that ignore our own accounts."""
    waiting: dict[tuple[AutomationFacts, str], Reaction] = {}
    for automation in facts.automations:
        if automation.steps and may_hold(automation.model.guards):
            # One that does nothing to anybody is no reaction, and can be set off all the same.
            waiting[automation, automation.event.name] = listening(automation)
    for edge in edges:
        waiting.setdefault((edge.automation, edge.transition.hears), edge)
    found: Ears = {}
    named = by_name(facts.accounts)
    for (automation, event), edge in waiting.items():
        if not ignores_own(automation):
            ear = Ear(edge, edge.is_choosy, frozenset(watched_elsewhere(edge, named)))
            found.setdefault(automation.account, {}).setdefault(event, []).append(ear)
    return found


def by_automation(ears: Ears) -> EarOf:
    """The same by automation and event."""
    return {(ear.edge.automation, event): ear for heard in ears.values() for event, own in heard.items() for ear in own}


def reached(doings: list[Doing], ears: Ears) -> Reached:
    """An answer reaches whoever of ours can do what it answers, which may itself be an answer.

    So all answers are assumed to reach everybody first. Then those are taken away that nothing supports,
    until everything that is left is supported by what is left.
    """
    found = _reached_at_most(doings, ears)
    done_by: dict[tuple[AccountFacts, str], list[Doing]] = {}
    for doing in doings:
        done_by.setdefault((doing.step.account, doing.event), []).append(doing)
    ear_of = by_automation(ears)
    answers = [doing for doing in doings if doing.how == "back"]
    while True:
        unsupported = {answer: _unsupported(answer, found, done_by, ear_of) for answer in answers}
        if not any(unsupported.values()):
            return found
        for answer, accounts in unsupported.items():
            if accounts:
                found[answer] = set(found[answer]) - accounts


def _reached_at_most(doings: list[Doing], ears: Ears) -> Reached:
    """The accounts at which each doing happens, if answers reach everybody who waits for the like."""
    hearing: dict[tuple[str, str], set[AccountFacts]] = {}
    watching: dict[tuple[AccountFacts, str], set[AccountFacts]] = {}
    for account, heard in ears.items():
        for event, waiting in heard.items():
            hearing.setdefault((account.platform, event), set()).add(account)
            for watched in (each for ear in waiting for each in ear.elsewhere):
                watching.setdefault((watched, event), set()).add(account)
    found: Reached = {}
    for doing in doings:
        account = doing.step.account
        if doing.how == "self":
            found[doing] = {account}
            continue
        everybody = hearing.get((account.platform, doing.event), set())
        if doing.how == "any" and (account, doing.event) in watching:
            everybody = everybody | watching[account, doing.event]
        found[doing] = _AllBut({doing.to} if doing.to is not None else everybody, account)
    return found


def _unsupported(
    answer: Doing, found: Reached, done_by: dict[tuple[AccountFacts, str], list[Doing]], ear_of: EarOf
) -> set[AccountFacts]:
    """Those of the accounts an answer reaches that can do nothing to be answered."""
    me, event = answer.step.account, answer.step.automation.event.name
    own = ear_of.get((answer.step.automation, event))
    if own is None:
        return set(found[answer])
    return {
        account
        for account in found[answer]
        if not any(me in found[doing] and own.notices(doing) for doing in done_by.get((account, event), ()))
    }
