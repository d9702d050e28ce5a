"""What can be configured: a row a key."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES


class ConfigKey(NamedTuple):
    """A key: what it is for, what it has to be (as in “should be …”), and the value that counts where it is not given.

    ``read`` makes the value from what TOML gives and the folder of the file, and raises ``ValueError`` for anything
    else. ``words`` are those it may be, if there are only some.
    """

    name: str
    says: str
    expects: str
    default: Any
    read: Callable[[Any, str], Any]
    words: tuple[str, ...] = ()


def _profile(value: Any, _folder: str) -> str:
    if value not in PROFILES:
        raise ValueError
    return str(value)


def _folders(value: Any, folder: str) -> tuple[str, ...]:
    from os.path import join

    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise ValueError
    return tuple(join(folder, each) for each in value)


KEYS = {
    row.name: row
    for row in (
        ConfigKey(
            "profile",
            "For whom to check: some rules only matter to some.",
            "the name of a profile",
            DEFAULT_PROFILE,
            _profile,
            tuple(PROFILES),
        ),
        ConfigKey(
            "rules",
            "Folders with rule pages of the project's own, from the folder of the configuration.",
            'a list of folders, such as ["rules"]',
            (),
            _folders,
        ),
    )
}
