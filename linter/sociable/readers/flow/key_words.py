"""The names of keys, in the words that they are made of."""

import re

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def in_words(key: str, between: str = "_") -> str:
    """``displayName`` as ``display_Name``; other keys stay as they are."""
    return _HUMP.sub(between, key)
