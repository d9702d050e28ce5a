"""Libraries that only some commands need."""

from collections.abc import Iterator
from contextlib import contextmanager

from sociable.cli.console import BadCall


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import what an extra brings. Raises ``BadCall`` that says how to install it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "sociable":
            raise
        raise BadCall(f"{what} needs more than a plain check: pip install 'sociable[{name}]'") from None
