"""Patterns that cannot be made to run for long, whatever they are tried on: a subset of regular expressions.

Letters, classes, groups with alternatives, and repetition that is neither repeated itself nor goes on for ever: `*`
and `+` count up to ``MOST_TIMES``. Everything else is refused, so that the same patterns hold in rule pages and in
files of strangers.
"""

import re
from functools import lru_cache

MOST_TIMES = 200
"""How often something in a pattern may be repeated."""

MOST_REPEATED = 2
"""How much of a pattern may be repeated more often than a few times where it can end at several places: each such part
multiplies the work."""

MOST_WAYS = 200_000
"""In how many ways a pattern may fit the same words: that many are tried in vain where it does not fit."""

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


def _apart(one: list[str], other: list[str]) -> bool:
    """Whether no text begins with both: at one sign, certainly the same for both, they ask for different ones."""
    for a, b in zip(one, other, strict=False):
        if not (_is_sign(a) and _is_sign(b)):
            return False
        for letter, piece in ((a, b), (b, a)):
            if not _is_class(letter) and re.fullmatch(piece, letter[-1], re.IGNORECASE) is None:
                return True
    return False


def _is_class(piece: str) -> bool:
    return piece[0] in "[." or (piece[0] == "\\" and piece[1].isalnum())


def _is_sign(piece: str) -> bool:
    """Whether it takes exactly one sign of a text."""
    return piece not in ("", "^", "$", r"\b", r"\B")


class _Bounding:
    """A pattern that is being written anew with all its repetition bounded."""

    __slots__ = (
        "_choices",
        "_last",
        "_many",
        "_nothing_before",
        "_open",
        "_repeated",
        "_repeats_itself",
        "_ways",
        "_wide",
        "out",
    )

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[int] = []  # for each open group, how many repetitions stood before it
        self._choices: list[list[list[str]]] = [[[]]]  # of each open group the pieces of its alternatives
        self._many: list[bool] = [False]  # whether something in it can fit the same words in several ways
        self._repeated = self._wide = 0
        self._ways = 1
        self._repeats_itself = False
        self._nothing_before = True
        self._last = ""

    def repeat(self, sign: str, low: int, high: int, then: str) -> None:
        """Repeat what stood before, behind which the sign ``then`` has to stand, or anything."""
        if self._nothing_before:
            raise BadPattern(
                f"in the pattern nothing stands before `{sign}`", f"For the sign itself write `\\{sign[0]}`."
            )
        if self._repeats_itself:
            raise BadPattern("the pattern repeats what repeats itself", "Repeat only letters, classes or plain groups.")
        if high > 1 and self._last == ")" and self._many[-1]:
            message = "the pattern repeats alternatives that can fit the same words in several ways"
            raise BadPattern(message, "Let them begin with different letters, as in `(a|b)*`.")
        self._repeated += 1
        self._wide += high > _FEW_TIMES and not self._ends_at(then)
        if self._wide > MOST_REPEATED:
            message = f"the pattern repeats more than {MOST_REPEATED} things"
            raise BadPattern(message, "Look for fewer words at once, or write two conditions.")
        if not self._ends_at(then):
            self._count_ways(high - low + 1)
        self._choices[-1][-1][-1] = ""
        self.out.append(f"{{{low},{high}}}")
        self._nothing_before, self._repeats_itself = True, False

    def _count_ways(self, ways: int) -> None:
        self._ways *= ways
        if self._ways > MOST_WAYS:
            message = "the pattern can fit the same words in too many ways"
            raise BadPattern(message, "Look for fewer words at once, or write two conditions.")

    def _close(self) -> None:
        """Leave a group, of which may be left open which of its alternatives fits."""
        choices = self._choices.pop()
        apart = all(_apart(one, other) for at, one in enumerate(choices) for other in choices[:at])
        if not apart:
            self._count_ways(len(choices))
        inner = self._many.pop()
        self._many[-1] = self._many[-1] or inner or not apart
        self._choices[-1][-1].append("")

    def _ends_at(self, then: str) -> bool:
        """Whether what is repeated cannot hold that sign, so that it ends at one place only."""
        is_part = self._last[:1] not in ("", ")")
        return bool(then) and is_part and re.fullmatch(self._last, then, re.IGNORECASE) is None

    def take(self, piece: str) -> None:
        """Take a piece that is no repetition."""
        self._last = piece
        if piece == "|":
            self._choices[-1].append([])
        elif piece[0] not in "()":
            self._choices[-1][-1].append(piece)
        opens = piece.startswith("(")
        self._repeats_itself = False
        if opens:
            self._open.append(self._repeated)
            self._choices.append([[]])
            self._many.append(False)
        elif piece == ")":
            if not self._open:
                raise BadPattern("the pattern closes `)` what was never opened", "For the sign itself write `\\)`.")
            self._repeats_itself = self._repeated > self._open.pop()
            self._close()
        self._nothing_before = opens or piece in ("|", "^")
        self.out.append("(?:" if opens else piece)

    def end(self, pattern: str) -> str:
        if self._open:
            message = f"the pattern `{pattern[:40]}` is never closed"
            raise BadPattern(message, "Add `)`; for the sign itself write `\\(`.")
        return "".join(self.out)


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
    bounding = _Bounding()
    repetition = re.compile(_REPEATED)
    at = 0
    while at < len(pattern):
        found = repetition.match(pattern, at)
        if found is None:
            piece = _piece(pattern, at)
            bounding.take(piece)
            at += len(piece)
            continue
        at = found.end()
        lazy = pattern[at : at + 1] == "?"
        at += lazy
        bounding.repeat(found[0], *_times(found), _sign_at(pattern, at))
        if lazy:
            bounding.out.append("?")
    return bounding.end(pattern)


def _sign_at(pattern: str, at: int) -> str:
    """The sign that has to stand there, as far as the pattern asks for a certain one."""
    sign = pattern[at : at + 1]
    end = at + len(sign)
    if sign == "\\":
        sign, end = pattern[end : end + 1], end + 1
        if sign.isalnum():
            return ""
    elif sign in (*"|()[{.^$", ""):
        return ""
    return "" if pattern[end : end + 1] in ("*", "?", "{") else sign


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
