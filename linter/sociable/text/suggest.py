"""Did you mean …? For words that are nearly right, or right somewhere else."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice

from sociable.text.quotes import TYPOGRAPHIC

_LEADS = ("new-", "on-", "when-", "if-")
"""What tools put before the name of an event."""

TRUTHS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
"""How other versions of YAML write what is true and what is false."""

_LONGEST = 60
"""Comparing takes quadratic time, and no word of ours comes near this length."""

_ALIKE = 0.7
"""How alike two spellings have to be, from 0 to 1: below it, words have little but their letters in common."""

_DENIALS = ("un", "non", "not-", "no-", "de", "dis", "remove-", "lost-")


_MANY = 100
"""Of more words than this, only those are compared that are one slip away on either side, or begin alike."""

_LONG = 6
"""Letters of a word of elsewhere from which on a slip in it is one: of shorter ones too many are alike."""

_FEW = 10
"""More words than this that begin alike are told apart by nothing but their ends."""


class Spellings:
    """Known words, to find the one that was meant: however many there are, each mistake costs the same."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known

    @cached_property
    def _names(self) -> dict[str, str]:
        return {_spelling(name): name for name in self._known}

    @cached_property
    def _by_slip(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._names:
            for slip in _slips(name[:_LONGEST]):
                found.setdefault(slip, []).append(name)
        return found

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._names)

    def nearest(self, word: str) -> str:
        """Find the known word that is most like ``word``, or an empty text when none is; never its opposite."""
        from difflib import get_close_matches

        said = _without_lead(_spelling(word[:_LONGEST]))
        known_elsewhere = self._known_elsewhere(said)
        if known_elsewhere or _said_elsewhere(said) == "":
            return known_elsewhere
        matches = get_close_matches(said, self._likely(said), n=1, cutoff=_ALIKE)
        if not matches or not is_slip(said, matches[0]):
            slips = map(self._known_elsewhere, _slips_elsewhere(said))
            if slip := next(filter(None, slips), ""):
                return slip
        return self._names[matches[0]] if matches and not _are_opposites(said, matches[0]) else ""

    def _known_elsewhere(self, said: str) -> str:
        elsewhere = _said_elsewhere(said)
        meant = map(_spelling, (said if elsewhere is None else elsewhere).split())
        return next((self._names[each] for each in meant if each in self._names), "")

    def did_you_mean(self, word: str) -> str:
        """Ask whether the nearest word was meant, or return an empty text."""
        guess = self.nearest(word)
        return f"Did you mean `{guess}`?" if guess else ""

    def _likely(self, said: str) -> Iterable[str]:
        """Those worth comparing: of many, the ones that are the same without a letter, and few that begin alike."""
        if len(self._names) <= _MANY:
            return self._names
        found = (name for slip in _slips(said) for name in self._by_slip.get(slip, ()))
        return islice(dict.fromkeys(chain(found, self._beginning(said[: len(said) // 2]))), _MANY)

    def _beginning(self, start: str) -> list[str]:
        """The words that begin like this, if they are few."""
        first = bisect_left(self._in_order, start)
        found = [name for name in self._in_order[first : first + _FEW + 1] if name.startswith(start)]
        return found if len(found) <= _FEW else []


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word that is most like ``word``, or an empty text when none is; never its opposite."""
    return Spellings(known).nearest(word)


def meant(word: str, known: Iterable[str]) -> str:
    """Find the known word that another word stands for elsewhere, or that only differs in case and hyphens."""
    spellings = {_spelling(name): name for name in known}
    said = _spelling(word[:_LONGEST])
    elsewhere = map(_spelling, (_said_elsewhere(said) or "").split())
    return next((spellings[each] for each in (said, *elsewhere) if each in spellings), "")


def _said_elsewhere(said: str) -> str | None:
    """What stands elsewhere for words of ours; empty where we have none, and nothing for what is not known."""
    from sociable.vocabulary.aliases import ELSEWHERE  # only for files with a mistake

    return ELSEWHERE.get(said)


def is_slip(word: str, known: str) -> bool:
    """Whether a word is a known one but for case, hyphens, or one letter too many, too few, wrong or exchanged."""
    one, other = _spelling(word[:_LONGEST]), _spelling(known)
    if len(one) == len(other):
        apart = [at for at in range(len(one)) if one[at] != other[at]]
        exchanged = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)
        return len(apart) <= 1 or exchanged
    return abs(len(one) - len(other)) == 1 and min(one, other, key=len) in _slips(max(one, other, key=len))


def _slips_elsewhere(said: str) -> Iterator[str]:
    """Longer words of elsewhere with a slip within them: a letter more or less at the end makes another word."""
    by_slip = _elsewhere_by_slip()
    found = {number: word for slip in _slips(said) for number, word in by_slip.get(slip, ())}
    for _, word in sorted(found.items()):
        if is_slip(said, word) and not said.startswith(word) and not word.startswith(said):
            yield word


@lru_cache(maxsize=1)
def _elsewhere_by_slip() -> dict[str, list[tuple[int, str]]]:
    """The longer words of elsewhere with their places, by themselves and by what they are with any one letter less."""
    from sociable.vocabulary.aliases import ELSEWHERE

    found: dict[str, list[tuple[int, str]]] = {}
    for number, word in enumerate(ELSEWHERE):
        for slip in _slips(_spelling(word)) if len(word) >= _LONG else ():
            found.setdefault(slip, []).append((number, word))
    return found


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest word was meant, or return an empty text."""
    return Spellings(known).did_you_mean(word)


def _slips(word: str) -> set[str]:
    """The word itself, and with any one letter less."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def advice_here(word: str, place: str) -> str:
    """Say how a word of another tool is said in a place, where more has to be said than one word of ours."""
    from sociable.vocabulary.said_elsewhere import IN_PLACE

    said, known = _spelling(word[:_LONGEST]), IN_PLACE.get(place, {})
    return known.get(said) or known.get(_without_lead(said), "")


def _spelling(word: str) -> str:
    return word.strip(f" \t{TYPOGRAPHIC}").replace("_", "-").replace(" ", "-").casefold()


def _without_lead(said: str) -> str:
    return next((said.removeprefix(lead) for lead in _LEADS if said.startswith(lead)), said)


def _are_opposites(one: str, other: str) -> bool:
    """Whether one word comes nearer to the other by losing what denies it: `unread` to `read`, not to `unraed`."""
    from difflib import SequenceMatcher

    likeness = SequenceMatcher(None, one, other).ratio()
    return any(
        denied.startswith(prefix) and SequenceMatcher(None, denied[len(prefix) :], meant).ratio() > likeness
        for denied, meant in ((one, other), (other, one))
        for prefix in _DENIALS
    )
