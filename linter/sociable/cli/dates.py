"""Days that are named in a call."""

from typing import TYPE_CHECKING

from sociable.cli.console import BadCall

if TYPE_CHECKING:
    from datetime import date


def day(text: str) -> "date | None":
    """The day that a text names; nothing for an empty one. Raises ``BadCall``."""
    if not text:
        return None
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadCall(f"`{text}` is no day. Write it as year, month and day, such as 2027-01-31.") from None
