"""Which automations an automation can set off, directly or through others of ours.

What is done is filed under the event it causes, and so is whoever listens, in bins all of whose members
a given doer starts alike. A search opens each bin at most twice, so it takes linear time however many
automations could start however many others.
"""

from collections.abc import Iterator

from sociable.facts.claims import ANYBODY
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.graph.brakes import ignores_own
from sociable.graph.reactions import (
    Reaction,
    by_name,
    listening,
    listens_to,
    may_be,
    reactions,
    watched_elsewhere,
    without_own,
)
from sociable.records.record import Record
from sociable.text.substrings import Substrings

_ANYTHING = ("anything", "")
_UNKNOWN_WORDS = ("words", "")
_WHATEVER_FITS = ("person", "")
"""Waits for what its conditions say of people or of texts."""


class _Bin(Record):
    """Listeners on one platform who wait for one event, and are alike in all that decides whether they start.

    ``waits_for`` is anything, words that are not known beforehand, one word, or one person.
    ``labelled``: their own account says that it is automated.
    """

    platform: str
    event: str
    waits_for: tuple[str, str]
    ignores_bots: bool
    labelled: bool


class Reach:
    """What each automation of a setup can set off; a brake that ends circles lets nothing through."""

    def __init__(self, facts: Facts) -> None:
        edges = [edge for edge in without_own(reactions(facts)) if edge.transition.bound is None]
        self._does: dict[AutomationFacts, list[Reaction]] = {}
        for edge in edges:
            self._does.setdefault(edge.automation, []).append(edge)
        self._at: dict[tuple[AccountFacts, str], list[Reaction]] = {}
        self._bins: dict[_Bin, list[Reaction]] = {}
        self._named: dict[tuple[str, str], list[AccountFacts]] = {}
        for account in dict.fromkeys(automation.account for automation in facts.automations):
            for name in account.known_as:
                self._named.setdefault((account.platform, name), []).append(account)
        listeners = _listeners(facts, edges)
        known = by_name(account for accounts in self._named.values() for account in accounts)
        self._elsewhere: dict[tuple[AccountFacts, str], list[Reaction]] = {}
        for each in listeners:
            for account in dict.fromkeys(watched_elsewhere(each, known)):
                self._elsewhere.setdefault((account, each.transition.hears), []).append(each)
        self._words = Substrings(word for each in listeners for word in each.transition.words.all)
        texts = {edge.said.certain for edge in edges}
        self._words_said = frozenset(word for text in texts for word in self._words.found_in(text))
        for each in listeners:
            self._file(each)
        self._known: dict[AutomationFacts, dict[AutomationFacts, None]] = {}

    def of(self, source: AutomationFacts) -> dict[AutomationFacts, None]:
        """What ``source`` can set off, as the keys; itself only if it comes round to itself."""
        known = self._known.get(source)
        if known is None:
            known = self._known[source] = self._search(source)
        return known

    def _file(self, each: Reaction) -> None:
        account = each.automation.account
        self._at.setdefault((account, each.transition.hears), []).append(each)
        waits_for = [_ANYTHING]
        words = each.transition.words.among(self._words_said)
        if each.transition.names is not None:
            waits_for = [("person", name) for name in each.transition.names]
        elif each.transition.actors is not ANYBODY or words.shunned or len(words.needed) > 1:
            waits_for = [_WHATEVER_FITS]
        elif words.needed:
            waits_for = [_UNKNOWN_WORDS, *(("word", word) for word in words.needed[0])]
        for need in waits_for:
            place = _Bin(
                account.platform, each.transition.hears, need, each.transition.ignores_bots, account.is_labelled
            )
            self._bins.setdefault(place, []).append(each)

    def _search(self, source: AutomationFacts) -> dict[AutomationFacts, None]:
        found: dict[AutomationFacts, None] = {}
        opened: dict[_Bin, AccountFacts | None] = {}
        waiting = [source]
        while waiting:
            for edge in self._does.get(waiting.pop(), ()):
                for automation in self._started(edge, opened):
                    if automation not in found:
                        found[automation] = None
                        waiting.append(automation)
        return found

    def _started(self, edge: Reaction, opened: dict[_Bin, AccountFacts | None]) -> Iterator[AutomationFacts]:
        """What an edge starts; ``opened`` says of each bin whose own listeners were passed over, if any were."""
        doer = edge.automation.account
        for account in self._places(edge):
            for each in self._at.get((account, edge.transition.emits), ()):
                if self._admits(each, edge):
                    yield each.automation
        yield from (each.automation for each in self._heard_elsewhere(edge) if self._admits(each, edge))
        for place in self._bins_of(edge):
            if place.waits_for[0] == "person" or (
                edge.transition.how == "back" and edge.transition.actors is not ANYBODY
            ):
                pass  # only what this account does comes here, and what else decides may differ
            elif place not in opened:
                opened[place] = doer
            elif opened[place] in (doer, None):
                continue
            else:
                opened[place] = None
            for each in self._bins.get(place, ()):
                if each.automation.account is not doer and self._admits(each, edge):
                    yield each.automation

    def _heard_elsewhere(self, edge: Reaction) -> list[Reaction]:
        """Listeners on other platforms who wait for what this account posts."""
        told_to_all = edge.transition.how == "any"
        return self._elsewhere.get((edge.automation.account, edge.transition.emits), []) if told_to_all else []

    def _places(self, edge: Reaction) -> list[AccountFacts]:
        """The accounts at which it happens, where these are few and known."""
        doer = edge.automation.account
        if edge.transition.how == "self":
            return [doer]
        if edge.to is not None:
            return [edge.to] if edge.to is not doer else []
        if edge.transition.how == "back" and edge.transition.names is not None:
            named = (
                account for name in edge.transition.names for account in self._named.get((doer.platform, name), ())
            )
            return [account for account in named if account is not doer and listens_to(edge, account)]
        return []

    def _bins_of(self, edge: Reaction) -> Iterator[_Bin]:
        """The bins to open for what may happen at any account but the doer's own."""
        answers = edge.transition.how == "back"
        if edge.transition.how not in ("any", "back") or (answers and edge.transition.names is not None):
            return
        doer = edge.automation.account
        waits_for = [_ANYTHING, _WHATEVER_FITS, *(("person", name) for name in doer.known_as)]
        said = edge.said
        words = (
            [_UNKNOWN_WORDS] if said.may_say_more else [("word", each) for each in self._words.found_in(said.certain)]
        )
        waits_for += words
        for need in waits_for:
            for ignores_bots in (False,) if doer.is_labelled else (False, True):
                for labelled in (False,) if answers and edge.transition.ignores_bots else (False, True):
                    yield _Bin(doer.platform, edge.transition.emits, need, ignores_bots, labelled)

    def _admits(self, each: Reaction, edge: Reaction) -> bool:
        if not each.transition.words.fit(edge.said):
            return False
        if edge.transition.how == "back" and not may_be(edge, each.automation.account):
            return False
        return listens_to(each, edge.automation.account)


def _listeners(facts: Facts, edges: list[Reaction]) -> list[Reaction]:
    """All that can be started by what we do ourselves: each automation, and each set that grows on its own.

    An automation that sets off nothing has no edge of its own; it listens all the same.
    """
    grown = [edge for edge in edges if edge.transition.hears != edge.automation.event.name]
    plain = [
        listening(automation) for automation in facts.automations if automation.steps and not ignores_own(automation)
    ]
    return [*plain, *grown]
