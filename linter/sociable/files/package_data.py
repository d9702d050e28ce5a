"""Where the rules and schemas are: inside the installed package, or beside it in a checkout."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))


def folder(name: str) -> str:
    """The path of ``rules`` or ``schemas``. Raises ``FileNotFoundError``."""
    for parent in (os.path.join(_PACKAGE, "data"), _CHECKOUT):
        path = os.path.join(parent, name)
        if os.path.isdir(path):
            return path
    raise FileNotFoundError(f"this installation of sociable has lost its `{name}` folder")
