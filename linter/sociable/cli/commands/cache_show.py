"""`sociable cache show`."""

from sociable.cli.console import CLEAN, say
from sociable.records.record import Record


class CacheShowCall(Record):
    """What `sociable cache show` was asked for: nothing more."""


def run(call: CacheShowCall) -> int:
    """Print where the cache is, and how much of what it may hold it holds."""
    from sociable.caching.store import MOST_BYTES, Store, cache_folder
    from sociable.text.safe import visible
    from sociable.text.wording import counted

    folder = cache_folder()
    usage = Store(folder).usage()
    most = MOST_BYTES // 1024 // 1024
    say(visible(folder))
    say(f"{counted(usage.entries, 'report')}, {usage.size / 1024 / 1024:.1f} of {most} MiB")
    return CLEAN
