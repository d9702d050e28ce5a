"""What readers of small formats do alike: names of several parts are told apart, texts are cut at their holes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sociable.setup.model import Expression


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """Each name; where several are the same, with a number."""
    seen = Counter[str]()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def cut_at(hole: re.Pattern[str], text: str) -> Iterator[str | re.Match[str]]:
    """What stands between the holes of a text, and each hole."""
    at = 0
    for found in hole.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield found
        at = found.end()
    if at < len(text):
        yield text[at:]


def filled(path: tuple[str, ...]) -> Expression:
    """What is filled in from there, such as ``("event", "item", "title")``."""
    return Expression("path", path, ".".join(path))
