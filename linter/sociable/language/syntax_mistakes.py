"""What to write instead, for the mistakes people make most: told by the word that cannot stand and its neighbours."""

import re
from collections.abc import Callable

from sociable.language.grammar import no_names

_PIECE = re.compile(r"""#[^\n]*|"(?:[^"\\\n]|\\.)*+"?|(?<!\w)'[^'\n]*'|\w+(?:[.'\u2019-]\w+)*|[<>=!]=|&&|\|\||\S""")
_PATH = re.compile(r"[a-z][\w-]*(?:\.[a-z][\w-]*)+")
_WORD = re.compile(r"[a-z][\w-]*")
_OPENERS = frozenset(("when", "unless", "and", "or", "not", "has", "means", "("))
_OTHER_IS = frozenset(("are", "be", "equal", "equals", "like", "matches", "was", "means"))
_NEGATED = re.compile(r"(?:is|are|was|does|do)n['\u2019]?t")
_JOINING = frozenset(("and", "or", "not"))
_SIGNS = {"&": "and", "&&": "and", "|": "or", "||": "or", "!": "not"}
_QUANTITIES = frozenset(("some", "every", "no", "at"))


class Nearby:
    """The pieces of a text around the one that cannot stand where it does."""

    def __init__(self, pieces: list[str], number: int) -> None:
        self.pieces = pieces
        self.number = number

    def __getitem__(self, distance: int) -> str:
        """The piece so far after it, or before it; an empty text beyond either end."""
        number = self.number + distance
        return self.pieces[number] if 0 <= number < len(self.pieces) else ""


def phrase(text: str, at: int) -> str:
    """A sentence that says what to write, or an empty text. ``at`` is where ``text`` stops making sense."""
    pieces = [match for match in _PIECE.finditer(text) if not match[0].startswith("#")]
    number = next((number for number, piece in enumerate(pieces) if piece.end() > at), len(pieces))
    nearby = Nearby([piece[0] for piece in pieces], number)
    return next((said for find in _PHRASES if (said := find(nearby))), "")


def _other_sign(near: Nearby) -> str:
    """``s.audience == public``, where the second sign is what cannot stand; ``a && b``."""
    if near[0] == "==":
        return _write(f"{near[-1]} {'=' if near[1].isdigit() else 'is'} {near[1]}")
    return _write(_SIGNS[near[0]]) if near[0] in _SIGNS else ""


def _negated(near: Nearby) -> str:
    """``s.audience isn't public``, ``s.audience not public``."""
    if _PATH.fullmatch(near[-1]) and _NEGATED.fullmatch(near[0]):
        return _write(f"{near[-1]} is not {near[1]}")
    if _PATH.fullmatch(near[-2]) and _NEGATED.fullmatch(near[-1]):
        return _write(f"{near[-2]} is not {near[0]}")
    if near[-1] == "not" and _PATH.fullmatch(near[-2]) and _WORD.fullmatch(near[0]):
        return _write(f"{near[-2]} is not {near[0]}")
    return ""


def _is_in(near: Nearby) -> str:
    """``s.verb is in [post]``, ``s.verb is not in answers``, ``s.verb is [post]``."""
    if near[0] not in ("in", "[") or "is" not in (near[-1], near[-2]):
        return ""
    comparison, path = ("not in", near[-3]) if near[-1] == "not" else ("in", near[-2])
    listed = near[1] if near[0] == "in" and near[1] != "[" else "[…]"
    return _write(f"{path} {comparison} {listed}")


def _other_is(near: Nearby) -> str:
    """``s.audience equals public``."""
    if _PATH.fullmatch(near[-1]) and near[0] in _OTHER_IS and _WORD.fullmatch(near[1]):
        return _write(f"{near[-1]} is {near[1]}")
    return ""


def _quoted(near: Nearby) -> str:
    """``s.audience is "public"``; and quotation marks of the other kind around a text."""
    word = near[0][1:-1]
    if near[0][:1] in ("'", '"') and near[-1] in ("is", "not", "in", "[", ",") and _WORD.fullmatch(word):
        return f"Write `{word}` without quotation marks."
    return 'Write texts in double quotes: `"…"`.' if near[0][:1] in ("'", "“", "”") else ""


def _small_letters(near: Nearby) -> str:
    """``s.verb is Post``."""
    small = near[0].casefold()
    return f"Write it in small letters: `{small}`." if small != near[0] and _WORD.fullmatch(small) else ""


def _for_each(near: Nearby) -> str:
    """``for every step s``."""
    if near[-1] == "for" and _WORD.fullmatch(near[0]):
        kind = near[1] if near[0] in ("all", "every", "any", "the", "some") else near[0]
        return _write(f"for each {kind.removesuffix('s')} …")
    return ""


def _without_a_name(near: Nearby) -> str:
    """``for each step`` or ``some step in a.steps``: the thing has no name of its own."""
    before = (near[-2], near[-3]) if near[-2] != "," else ("each", "")
    opened = before[0] in ("each", "some", "every", "no") or before[1] in ("least", "most")
    if opened and near[0] in ("in", "when", "report", "has") and _WORD.fullmatch(near[-1]):
        return f"Give it a name: `{near[-1]} {near[-1][:1]}`."
    return ""


def _without_has(near: Nearby) -> str:
    """``some step t in a.steps t.is_approved``, ``… where t.is_approved``."""
    if near[-2] != "in" or not _PATH.fullmatch(near[-1]) or not _WORD.fullmatch(near[-3]):
        return ""
    start = near[1] if near[0] in ("where", "with", "that", "which", "having") else near[0]
    return _write(f"has {start} …") if near[-5] in (*_QUANTITIES, "least", "most") or near[-5].isdigit() else ""


def _dangling(near: Nearby) -> str:
    """``when a and`` with nothing after it."""
    if near[-1] in _JOINING and near[0] in ("report", "unless", ")", "and", "or", "when"):
        return f"Write a condition after `{near[-1]}`, or take the `{near[-1]}` out."
    return ""


def _without_is(near: Nearby) -> str:
    """``s.audience public``."""
    if _is_reserved(near[0]) or near[1] == "(":
        return ""
    if _PATH.fullmatch(near[-1]) and near[-2] in _OPENERS and _WORD.fullmatch(near[0]):
        return _write(f"{near[-1]} is {near[0]}")
    return ""


def _without_and(near: Nearby) -> str:
    """``s.verb is post s.is_approved``: a condition has ended, and another begins."""
    begins = near[0] in (*_QUANTITIES, "not", "(") or _PATH.fullmatch(near[0]) or near[1] == "("
    ended = _WORD.fullmatch(near[-1]) or _PATH.fullmatch(near[-1]) or near[-1] in ("]", ")") or near[-1].isdigit()
    if begins and ended and near[-1] not in _OPENERS and not _is_reserved(near[-1]):
        return f"Write `and` or `or` before `{near[0]}`."
    return ""


_PHRASES: tuple[Callable[[Nearby], str], ...] = (
    _other_sign,
    _quoted,
    _small_letters,
    _negated,
    _is_in,
    _other_is,
    _for_each,
    _without_a_name,
    _without_has,
    _dangling,
    _without_is,
    _without_and,
)
"""Tried in turn."""


def _is_reserved(word: str) -> bool:
    """Whether it is a keyword that goes on with a rule, and begins no condition."""
    return word == "list" or word in no_names() - _QUANTITIES


def _write(text: str) -> str:
    return f"Write `{text}`."
