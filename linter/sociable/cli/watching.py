"""A check that is made again whenever something changes."""

import os
import sys
from collections.abc import Callable, Iterable

from sociable.cli.console import BadCall, complain, complain_of
from sociable.cli.extras import how_to_install
from sociable.errors import NoSuchPath, SociableError
from sociable.files.contents import absolute, require_part
from sociable.files.discovery import is_looked_into
from sociable.readers import importers

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Empties a terminal, with what could be scrolled back to: what is seen is what holds now."""

_PATIENCE = 200
"""Milliseconds between two looks."""

_OTHERS = (".gitignore", ".jsonl", ".md", ".toml")
"""What else may change what is told. A file that our words are sent to must not: that would never end."""


def watched(check: Callable[[], int], paths: Iterable[str], written: Iterable[str]) -> int:
    """Check until Ctrl-C, at first and after each change below ``paths``; ``written`` are our own files.

    A mistake, such as a configuration that is half typed, is told and does not end it. Raises ``BadCall`` without the
    library for it, ``NoSuchPath`` for paths that do not exist.
    """
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError:
        raise BadCall(f"--watch needs one library more: {how_to_install('watch')}") from None
    ours = {os.path.realpath(path) for path in written}
    endings = (*_OTHERS, *importers.endings())
    default = DefaultFilter()

    def counts(change: Change, path: str) -> bool:
        # Of a folder that is moved, nothing is said of what lies in it; one that is gone cannot be told from a file,
        # but for our drafts and other files whose name begins with a dot.
        gone = change is Change.deleted
        is_folder = is_looked_into(os.path.basename(path)) if gone else os.path.isdir(path)
        if is_folder and change is Change.modified:
            return False
        return (is_folder or path.endswith(endings)) and os.path.realpath(path) not in ours and default(change, path)

    paths = [*paths]
    named = {absolute(path) for path in paths if not os.path.isdir(path)}
    for path in paths:
        if not os.path.lexists(absolute(path)):
            raise NoSuchPath(f"there is no file or folder `{path}`")
        require_part(path)
    _collect_rubbish()
    while True:
        _wait_for(paths)
        checked = False
        looks = watch(*paths, watch_filter=counts, raise_interrupt=True, rust_timeout=_PATIENCE, yield_on_timeout=True)
        for changes in looks:  # the first one says that from now on no change is missed
            if changes or not checked:
                _once(check)
            checked = True
            if any(change is Change.deleted or absolute(path) in named for change, path in changes):
                break  # what was replaced is another file under the same name, and has to be looked for anew


def _wait_for(paths: Iterable[str]) -> None:
    """Until all are there: many an editor takes a file away for a moment."""
    from time import sleep

    while not all(map(os.path.exists, paths)):
        sleep(_PATIENCE / 1000)


def _once(check: Callable[[], int]) -> None:
    from time import strftime

    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        check()
    except SociableError as error:
        problems = getattr(error, "problems", ())
        complain_of(problems) if problems else complain(str(error))
    sys.stdout.write(f"\nChecked at {strftime('%H:%M:%S')}. Waiting for changes; Ctrl-C ends it.\n")
    sys.stdout.flush()


def _collect_rubbish() -> None:
    """Other commands end before it would pay."""
    import gc

    gc.enable()
