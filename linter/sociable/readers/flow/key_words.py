"""The names of keys, in the words that they are made of."""

import re
from collections.abc import Sequence

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ADDRESS = re.compile(
    r"(?:^|[^a-z])(?:e.?mail|phone|mobile|whats.?app)(?:[ _.-]?(?:address|number|no))?$", re.IGNORECASE
)


def in_words(key: str, between: str = "_") -> str:
    """``displayName`` as ``display_Name``; other keys stay as they are."""
    return _HUMP.sub(between, key)


def names_an_address(path: Sequence[str]) -> bool:
    """Whether the last of some keys is called like an address of mail or a number of a telephone."""
    return bool(path) and _ADDRESS.search(in_words(path[-1])) is not None
