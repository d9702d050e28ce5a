"""`sociable baseline show`."""

from sociable.cli.baselines import BaselineCall, found
from sociable.cli.console import CLEAN, quiet_pipe, say
from sociable.text.safe import one_line
from sociable.text.wording import counted


class BaselineShowCall(BaselineCall):
    """What `sociable baseline show` was asked for."""


def run(call: BaselineShowCall) -> int:
    """Print what a baseline holds, a line each, and what of it is not found any more."""
    from sociable.review.baseline import found_no_more, read_baseline

    now = found(call)
    entries = read_baseline(now.path)
    gone = found_no_more(entries, now.entries, now.former)
    stale = sum(entry.fingerprint in gone for entry in entries)
    with quiet_pipe():
        for entry in entries:
            state = "  (found no more)" if entry.fingerprint in gone else ""
            line = one_line(f"{entry.file}: {entry.severity}[{entry.rule}] {entry.message}")
            say(f"{line}{state}")
        more = f", of which {stale} {'is' if stale == 1 else 'are'} found no more" if stale else ""
        say(f"{counted(len(entries), 'finding')}{more}")
    return CLEAN
