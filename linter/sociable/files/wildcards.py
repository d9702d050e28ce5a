"""Patterns as in ``.gitignore``, matched in time that grows with name times pattern, whatever the wildcards in them.

What stands between two stars is looked for once, from left to right: the first place where it fits serves as well as
any later one. So nothing is ever tried again, and no pattern can take time to the power of its stars.
"""

import re
import string
from collections.abc import Sequence

_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": re.escape(string.punctuation),
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}
"""The named classes of POSIX, as git understands them."""

ANY_DEPTH = None
"""Stands for ``**`` among the parts of a pattern: any number of folders, none included."""

Part = re.Pattern[str] | str | None


class NoPattern(Exception):
    """A pattern that git would match with nothing."""


def part(text: str) -> Part:
    """Read what a pattern says of one name. Raises ``NoPattern``."""
    if text == "**":
        return ANY_DEPTH
    if not re.search(r"[\\*?\[]", text):
        return text
    chunks = [""]
    at = 0
    while at < len(text):
        if text[at] == "*":
            if chunks[-1] or len(chunks) == 1:
                chunks.append("")
            at += 1
            continue
        piece, at = _piece(text, at)
        chunks[-1] += piece
    first, *others = chunks
    if not others:
        return re.compile(first, re.DOTALL)
    *middle, last = others
    return re.compile(first + "".join(f"(?>.*?{chunk})" for chunk in middle) + f".*{last}", re.DOTALL)


def path_parts(names: Sequence[str]) -> list[Part]:
    """Read what a pattern says of a path, name by name; what ends in ``**`` means all below. Raises ``NoPattern``."""
    parts = [part(each) for each in names]
    return [*parts, part("*")] if parts and parts[-1] is ANY_DEPTH else parts


def fits(one: Part, name: str) -> bool:
    """Whether one name is what a part says; ``ANY_DEPTH`` by itself is as good as a star."""
    return one is None or (one == name if isinstance(one, str) else one.fullmatch(name) is not None)


def all_fit(parts: Sequence[Part], names: Sequence[str]) -> bool:
    """Whether the names of a path, from the first on, are what the parts of a pattern say."""
    if sum(each is not ANY_DEPTH for each in parts) > len(names):
        return False
    at = which = 0
    again: tuple[int, int] | None = None  # after the last `**`: where to go on if what follows does not fit here
    while at < len(names):
        if which < len(parts) and parts[which] is ANY_DEPTH:
            which += 1
            again = (at, which)
        elif which < len(parts) and fits(parts[which], names[at]):
            at, which = at + 1, which + 1
        elif again is None:
            return False
        else:
            again = at, which = again[0] + 1, again[1]
    return all(each is ANY_DEPTH for each in parts[which:])


def _piece(text: str, at: int) -> tuple[str, int]:
    """One sign of a pattern as a regular expression for one character, and where the next begins."""
    if text[at] == "?":
        return ".", at + 1
    if text[at] == "[":
        return _class(text, at + 1)
    if text[at] == "\\":
        at += 1
        if at == len(text):
            raise NoPattern
    return re.escape(text[at]), at + 1


def _class(text: str, at: int) -> tuple[str, int]:
    negated = text[at : at + 1] in ("!", "^")
    at += negated
    first, pieces = at, list[str]()
    while (char := text[at : at + 1]) != "]" or at == first:
        if not char:
            raise NoPattern
        named = re.compile(r"\[:([a-z]{1,6}):\]").match(text, at)
        if named is not None:
            if named[1] not in _CLASSES:
                raise NoPattern
            pieces.append(_CLASSES[named[1]])
            at = named.end()
            continue
        low, at = _literal(text, at)
        high = low
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in ("]", ""):
            high, at = _literal(text, at + 1)
        if low <= high:
            pieces.append(f"{re.escape(low)}-{re.escape(high)}")
    if not pieces:
        return "." if negated else "(?!)", at + 1
    return f"[{'^' if negated else ''}{''.join(pieces)}]", at + 1


def _literal(text: str, at: int) -> tuple[str, int]:
    at += text[at] == "\\"
    if at >= len(text):
        raise NoPattern
    return text[at], at + 1
