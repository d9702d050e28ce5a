"""How far a run has come, for people who wait."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sociable.records.static import Any


@contextmanager
def progress_bar(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to call with how much is done and how much there is; nothing where nobody looks at stderr."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(doing)
    try:
        yield bar
    finally:
        bar.stop()


class _Bar:
    """A bar on stderr once a run takes longer than people like to wait."""

    PATIENCE = 1.0
    """Seconds."""

    def __init__(self, doing: str) -> None:
        from time import monotonic

        self.doing = doing
        self.clock = monotonic
        self.began = monotonic()
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self.bar is None:
            if self.clock() - self.began < self.PATIENCE:
                return
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task(self.doing, total=total)
            self.bar.start()
        self.bar.update(self.task, completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.stop()
