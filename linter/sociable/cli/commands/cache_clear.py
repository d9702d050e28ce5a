"""`sociable cache clear`."""

from sociable.cli.console import CLEAN, say
from sociable.records.record import Record


class CacheClearCall(Record):
    """What `sociable cache clear` was asked for: nothing more."""


def run(call: CacheClearCall) -> int:
    """Delete what is kept, and say how much that was."""
    from sociable.caching.store import Store, cache_folder
    from sociable.text.safe import visible
    from sociable.text.wording import counted

    folder = cache_folder()
    gone = Store(folder).clear()
    say(f"{counted(gone.entries, 'report')} deleted from {visible(folder)}")
    return CLEAN
