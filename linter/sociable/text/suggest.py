"""Did you mean …? For words that are nearly right, or right somewhere else."""

from collections.abc import Iterable

from sociable.text.quotes import TYPOGRAPHIC
from sociable.vocabulary.aliases import ELSEWHERE
from sociable.vocabulary.said_elsewhere import IN_PLACE

_LEADS = ("new-", "on-", "when-", "if-")
"""What tools put before the name of an event."""

_LONGEST = 60
"""Comparing takes quadratic time, and no word of ours comes near this length."""

_ALIKE = 0.7
"""How alike two spellings have to be, from 0 to 1: below it, words have little but their letters in common."""

_DENIALS = ("un", "non", "not-", "no-", "de", "dis", "remove-", "lost-")


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word that is most like ``word``, or an empty text when none is; never its opposite."""
    from difflib import get_close_matches

    spellings = {_spelling(name): name for name in known}
    said = _without_lead(_spelling(word[:_LONGEST]))
    meant = map(_spelling, ELSEWHERE.get(said, said).split())
    known_elsewhere = next((spellings[each] for each in meant if each in spellings), "")
    if known_elsewhere or ELSEWHERE.get(said) == "":
        return known_elsewhere
    matches = get_close_matches(said, spellings, n=1, cutoff=_ALIKE)
    return spellings[matches[0]] if matches and not _are_opposites(said, matches[0]) else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest word was meant, or return an empty text."""
    guess = nearest(word, known)
    return f"Did you mean `{guess}`?" if guess else ""


def advice_here(word: str, place: str) -> str:
    """Say how a word of another tool is said in a place, where more has to be said than one word of ours."""
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
