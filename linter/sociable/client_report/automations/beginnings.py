"""Which automations say in public what begins with the same sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.records.record import Record

MOST_NAMED = 3
"""As many are named in a sentence that lists them."""

_FIRST_SENTENCE = re.compile(r"\s*([^\s.!?…][^.!?…\n]{19,}[.!?…])")
"""Long enough to be somebody's own, and no greeting."""


class _Group(Record):
    """Automations that begin alike: how many on which account, and the ``first`` of them, no more of one than named."""

    number: Counter[AccountFacts]
    first: Sequence[AutomationFacts]


class Beginnings:
    """To look up whose words on other accounts begin as an automation's do, each group of them worked out once."""

    def __init__(self, automations: Iterable[AutomationFacts]) -> None:
        self._saying: dict[str, list[AutomationFacts]] = {}
        for each in automations:
            for words in _first_sentences(each):
                self._saying.setdefault(words, []).append(each)
        self._groups: dict[frozenset[str], _Group] = {}

    def elsewhere(self, automation: AutomationFacts) -> tuple[list[AutomationFacts], int]:
        """The first few on other accounts, and how many there are."""
        shared = frozenset(words for words in _first_sentences(automation) if len(self._saying[words]) > 1)
        if shared not in self._groups:
            self._groups[shared] = _group(dict.fromkeys(each for words in shared for each in self._saying[words]))
        group = self._groups[shared]
        others = [each for each in group.first if each.account is not automation.account]
        return others[:MOST_NAMED], group.number.total() - group.number[automation.account]


def _group(automations: Iterable[AutomationFacts]) -> _Group:
    number: Counter[AccountFacts] = Counter()
    first: list[AutomationFacts] = []
    for each in automations:
        number[each.account] += 1
        if number[each.account] <= MOST_NAMED and len(first) < 2 * MOST_NAMED:  # whichever account is left out
            first.append(each)
    return _Group(number, first)


def _first_sentences(automation: AutomationFacts) -> frozenset[str]:
    """With which words begins what an automation publishes, in small letters, where that is written in its file."""
    texts = (step.model.text for step in automation.steps if step.audience == "public" and step.model.text is not None)
    begins = (text.parts[0] for text in texts if text.parts and isinstance(text.parts[0], str))
    return frozenset(found[1].casefold() for each in begins if (found := _FIRST_SENTENCE.match(each)))
