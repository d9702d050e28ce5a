"""Names for files of which each is about something that has a name of its own."""

import re
from collections.abc import Collection, Iterable
from unicodedata import normalize

from sociable.text.secret_patterns import hidden

_LONGEST = 100
"""Bytes of a name without number and ending: systems take 255."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)
"""What Windows takes for a device, whatever stands behind a dot."""


def report_names(subjects: Iterable[str], ending: str, reserved: Collection[str] = ()) -> list[str]:
    """A file name for each, whatever stands in it: of letters, digits, ``.``, ``_`` and ``-``, with an ending.

    They differ also where case makes no difference, none is that of a device, and none holds a key. ``reserved`` are
    names without ending, in small letters, that are somebody else's.
    """
    names: list[str] = []
    taken = set(reserved)
    numbers: dict[str, int] = {}
    for subject in subjects:
        said = normalize("NFC", hidden(subject))  # some systems hold both spellings of a letter for one name
        plain = re.sub(r"[^\w.-]+", "-", said).strip(".-").encode()[:_LONGEST].decode(errors="ignore") or "unnamed"
        if _DEVICES.match(plain):
            plain = f"_{plain}"
        name = plain
        while name.casefold() in taken:
            numbers[plain.casefold()] = numbers.get(plain.casefold(), 1) + 1
            name = f"{plain}-{numbers[plain.casefold()]}"
        taken.add(name.casefold())
        names.append(f"{name}.{ending}")
    return names
