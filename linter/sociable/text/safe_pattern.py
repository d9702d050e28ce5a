"""Patterns that cannot be made to run for long, whatever they are tried on: a subset of regular expressions.

Letters, classes, groups with alternatives, and repetition that is neither repeated itself nor goes on for ever: `*`
and `+` count up to ``MOST_TIMES``. Everything else is refused, so that the same patterns hold in rule pages and in
files of strangers.
"""

import re
from functools import lru_cache
from typing import NamedTuple

MOST_TIMES = 200
"""How often something in a pattern may be repeated."""

MOST_REPEATED = 2
"""How much of a pattern may be repeated more often than a few times: each such part multiplies the work."""

_FEW_TIMES = 10
_LONGEST = 200
_LONGEST_TEXT = 10_000

_CLASSES = frozenset("dDwWsSbBnt")
_REPEATED = r"[*+?]|\{([0-9]{0,4})(,?)([0-9]{0,4})\}"


class BadPattern(Exception):
    """Why a pattern is refused; ``advice`` says what to write instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class _Group(NamedTuple):
    """An open group: where it begins, and how many repetitions stood before it."""

    at: int
    repeated: int


@lru_cache(maxsize=1024)
def safe_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, small and large letters alike. Raises ``BadPattern``."""
    if not pattern:
        raise BadPattern("an empty pattern fits everything", "Write what to look for.")
    if len(pattern) > _LONGEST:
        raise BadPattern(f"the pattern is longer than {_LONGEST} characters")
    try:
        return re.compile(_checked(pattern), re.IGNORECASE)
    except re.error as error:
        raise BadPattern(f"the pattern makes no sense: {error.msg}") from None


def fits(pattern: str, text: str) -> bool:
    """Whether a pattern is found somewhere in a text; of a very long one the beginning is looked at."""
    return safe_pattern(pattern).search(text[:_LONGEST_TEXT]) is not None


def _checked(pattern: str) -> str:
    """The pattern with all its repetition bounded."""
    out: list[str] = []
    open_groups: list[_Group] = []
    at = repeated = wide = 0
    last_group_repeats = nothing_before = True
    last_group_repeats = False
    while at < len(pattern):
        found = re.compile(_REPEATED).match(pattern, at)
        if found is not None:
            if nothing_before:
                raise BadPattern(
                    f"in the pattern nothing stands before `{found[0]}`",
                    f"For the sign itself write `\\{found[0][0]}`.",
                )
            if last_group_repeats:
                raise BadPattern(
                    "the pattern repeats what repeats itself", "Repeat only letters, classes or plain groups."
                )
            low, high = _times(found)
            wide += high > _FEW_TIMES
            if wide > MOST_REPEATED:
                raise BadPattern(
                    f"the pattern repeats more than {MOST_REPEATED} things",
                    "Look for fewer words at once, or write two conditions.",
                )
            out.append(f"{{{low},{high}}}")
            repeated += 1
            at = found.end()
            if pattern[at : at + 1] == "?":
                out.append("?")
                at += 1
            nothing_before, last_group_repeats = True, False
            continue
        piece = _piece(pattern, at)
        if piece[0] == "(":
            open_groups.append(_Group(at, repeated))
        elif piece == ")":
            if not open_groups:
                raise BadPattern("the pattern closes `)` what was never opened", "For the sign itself write `\\)`.")
            last_group_repeats = repeated > open_groups.pop().repeated
        else:
            last_group_repeats = False
        nothing_before = piece[0] == "(" or piece in ("|", "^")
        out.append("(?:" if piece[0] == "(" else piece)
        at += len(piece)
    if open_groups:
        raise BadPattern(f"the pattern `{pattern[:40]}` is never closed", "Add `)`; for the sign itself write `\\(`.")
    return "".join(out)


def _times(found: re.Match[str]) -> tuple[int, int]:
    if found[0] in "*+?":
        return int(found[0] == "+"), 1 if found[0] == "?" else MOST_TIMES
    low = int(found[1] or 0)
    high = int(found[3]) if found[3] else MOST_TIMES if found[2] else low
    if not low <= high <= MOST_TIMES:
        raise BadPattern(f"`{found[0]}` repeats something more than {MOST_TIMES} times, or less than no time")
    return low, high


def _piece(pattern: str, at: int) -> str:
    """The next piece of a pattern: a sign, an escape, a class, or what opens or closes a group."""
    sign = pattern[at]
    if sign == "\\":
        return _escape(pattern, at)
    if sign == "[":
        return _class(pattern, at)
    if sign == "(" and pattern[at + 1 : at + 2] == "?":
        if pattern[at + 2 : at + 3] != ":":
            raise BadPattern(
                f"the pattern has `{pattern[at : at + 4]}`, which is not taken here", "Use plain groups: `(a|b)`."
            )
        return "(?:"
    if sign in "{}":
        raise BadPattern(f"the pattern has a `{sign}` by itself", f"For the sign itself write `\\{sign}`.")
    return sign


def _escape(pattern: str, at: int) -> str:
    sign = pattern[at + 1 : at + 2]
    if not sign:
        raise BadPattern("the pattern ends in `\\`", "For the sign itself write `\\\\`.")
    if sign.isdigit():
        raise BadPattern(f"the pattern refers back to a group (`\\{sign}`), which is not taken here", "Write it out.")
    if sign.isalnum() and sign not in _CLASSES:
        raise BadPattern(
            f"the pattern has `\\{sign}`, which is not taken here", r"There are `\d`, `\w`, `\s` and `\b`."
        )
    return f"\\{sign}"


def _class(pattern: str, at: int) -> str:
    end = at + 1 + (pattern[at + 1 : at + 2] == "^")
    end += pattern[end : end + 1] == "]"
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    if end >= len(pattern):
        raise BadPattern("the pattern opens `[` and never closes it", "Add `]`; for the sign itself write `\\[`.")
    found = pattern[at : end + 1]
    return found.replace("[", r"\[").replace(r"\[", "[", 1)
