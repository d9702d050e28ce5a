"""Words in lists, long ones made short, and names that can be taken out again, for messages."""

from collections.abc import Iterable, Sequence

from sociable.text.secret_patterns import hidden

_MOST_READ = 4096
"""Characters of a text that is cut anyway: more than any key has."""

SET_APART = "\ue100", "\ue101", "\ue102"
"""Signs by which a name is found in whatever is made of it, although it looks like any word.

What an account is called begins with the first, what a person is called with the last, and both end with the second.
"""

NAMED = "\ue103", "\ue104"
"""Signs around what is a name because of where a file says it."""

_NO_SIGNS = dict.fromkeys(map(ord, (*SET_APART, *NAMED)))


def either(words: Iterable[str]) -> str:
    """`a`, `b` or `c`."""
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} or {last}" if most else last


def both(words: Iterable[str]) -> str:
    """`a`, `b` and `c`."""
    return listed([f"`{word}`" for word in words])


def listed(clauses: Sequence[str], before_last: str = "and") -> str:
    """Clauses one after the other, as in “one, two and three”."""
    *most, last = clauses
    return f"{', '.join(most)} {before_last} {last}" if most else last


def first_few(names: Sequence[str]) -> str:
    """Three names, and how many more there are: “a, b and c”, “a, b, c and 2 more”."""
    more = len(names) - 3
    return f"{', '.join(names[:3])} and {more} more" if more > 0 else listed(names)


def short(text: str, most: int = 40) -> str:
    """On one line, and not longer than ``most`` characters; what is cut within quotation marks ends with one.

    Of a key that is cut nobody could tell any more that it is one, so it is hidden before.
    """
    if len(text) > most:
        text = hidden(text[:_MOST_READ])
    text = " ".join(text[: 4 * most].split())
    if len(text) <= most:
        return text
    cut = text[: most - 2]
    return f"{cut}…”" if cut.count("“") > cut.count("”") else f"{text[: most - 1]}…"


def counted(count: int, thing: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def sentence(clause: str) -> str:
    """A clause with its full stop."""
    return clause if clause.endswith((".", "!", "?")) else f"{clause}."


def as_it_was(text: str) -> str:
    """A text without the signs around names: to what is compared with it they are nothing."""
    return text if text.isascii() else text.translate(_NO_SIGNS)
