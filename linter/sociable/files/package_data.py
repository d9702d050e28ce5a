"""Where the rules and schemas are: inside the installed package, or beside it in a checkout."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))


_INSTALLED = os.path.join(_PACKAGE, "data")


def folder(name: str) -> str:
    """The path of ``rules`` or ``schemas``. Raises ``FileNotFoundError``."""
    for parent in (_INSTALLED, _CHECKOUT):
        path = os.path.join(parent, name)
        if os.path.isdir(path):
            return path
    raise FileNotFoundError(f"this installation of sociable has lost its `{name}` folder")


def is_installed(path: str) -> bool:
    """Whether a folder came with an installed package, in which nobody writes; in a checkout, people do."""
    return path.startswith(_INSTALLED)
