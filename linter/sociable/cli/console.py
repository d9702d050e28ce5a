"""A check at the terminal: what goes to which stream, in which width and colour, with which exit code."""

import errno
import os
import sys
from collections.abc import Callable, Iterable
from io import RawIOBase, TextIOWrapper

from sociable.errors import NoStream, SociableError
from sociable.findings.faults import signalled
from sociable.findings.problem import Problem
from sociable.records.static import TextIO
from sociable.text.style import Style

CLEAN, FOUND, FAILED, NOTHING, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: nothing wrong, findings, a mistake in the call or a fault of ours, nothing to lint, Ctrl-C."""

MOST_ON_TERMINALS = 50
"""Findings that are told at a terminal, unless somebody asks for more."""

DEFAULT_WIDTH = 100
"""Columns where there is no terminal to ask."""

_LONGEST_NUMBER = 10
"""Digits from which on a number of columns is none."""


class BadCall(SociableError):
    """A command was asked for what makes no sense. The message says what."""


class NothingToDo(SociableError):
    """There is nothing that a command could do something with."""

    exit_code = NOTHING


_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
"""What the system says when there is no room for the report, or nowhere to write it."""


class quiet_pipe:  # noqa: N801 - used as a statement; `contextlib` takes longer to import than a small file to read
    """Stop writing without a word when the reader has seen enough, as in `sociable check | head`."""

    def __enter__(self) -> None:
        """There is nothing to do."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        if not isinstance(error, BrokenPipeError):
            return False
        _give_up(sys.stdout)
        return True


def _give_up(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that the interpreter does not stumble over it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


COLOURING = ("auto", "always", "never")
"""When to write in colour."""


def wants_colour(out: TextIO, when: str = "auto") -> bool:
    """On a terminal, unless NO_COLOR is set (https://no-color.org) or it is dumb; FORCE_COLOR asks for it anywhere."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def width(out: TextIO) -> int:
    """Columns: COLUMNS, else the terminal's, else a fixed number, so that a pipe gives the same everywhere."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < _LONGEST_NUMBER and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(out.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def style_for(out: TextIO, *, verbose: bool = False, colour: str = "auto") -> Style:
    """How to write for people on this stream."""
    coloured = wants_colour(out, colour)
    # The console of Linux itself prints what it does not know.
    links = coloured and out.isatty() and os.environ.get("TERM") != "linux"
    return Style(coloured, width(out), verbose, links)


def require_input(consequence: str) -> TextIO:
    """Standard input. Raises ``NoStream`` where whoever called has closed it, and says what follows."""
    if sys.stdin is None:
        raise NoStream(f"standard input is closed, {consequence}")
    return sys.stdin


def complain(*messages: str, code: int = FAILED) -> int:
    """Say on stderr what is wrong, with the call unless the exit code says otherwise."""
    from sociable.text.safe import one_line

    return tell((f"sociable: {one_line(message)}" for message in messages), code)


def tell(lines: Iterable[str], code: int) -> int:
    """Write lines to stderr, none of which a build server takes for a command."""
    from sociable.text.safe import defused

    try:
        for line in lines:
            sys.stderr.write(f"{defused(line)}\n")
        sys.stderr.flush()
    except OSError:  # the exit code has to do
        _give_up(sys.stderr)
    return code


def say(*lines: str) -> None:
    """Write lines to standard output, none of which a build server takes for a command."""
    from sociable.text.safe import defused

    sys.stdout.writelines(f"{defused(line)}\n" for line in lines)


class writing:  # noqa: N801 - the same
    """Say of a file which it was, and why, if it cannot be written. Raises ``BadCall``."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        """There is nothing to do."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            folder = os.path.dirname(self._path)
            missing = (
                isinstance(error, (FileNotFoundError, NotADirectoryError)) and folder and not os.path.isdir(folder)
            )
            why = f"there is no folder {folder}" if missing else error.strerror or type(error).__name__
            raise BadCall(f"{self._path} cannot be written: {why}") from error


def complain_of_faults(faults: Iterable[str]) -> int:
    """Say on stderr what failed that nobody expected, while the rest went on."""
    return complain(*(f"{fault}. Please report it; everything else is told." for fault in faults))


def complain_of(problems: Iterable[Problem]) -> int:
    """Say on stderr what is wrong with rule pages, each at its place."""
    return complain(*(f"{each.span}: {each.message}. {each.advice}" for each in problems))


def guarded(run: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run, and meet a closed stream, a full disk, Ctrl-C or a fault of ours with an exit code and never a traceback.

    ``SOCIABLE_TRACEBACK=1`` shows the traceback of a fault.
    """
    if sys.stderr is None:  # closed, as by `2>&-`
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it lasts as long as the process
    if sys.stdout is None:
        return complain("standard output is closed, so there is nowhere to write to")
    sys.stdout = _that_writes_all(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name that the terminal's encoding lacks must not end the run
            stream.reconfigure(errors="backslashreplace")
    status = CLEAN
    try:
        with quiet_pipe():
            status = run(arguments)
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except SociableError as error:
        if problems := getattr(error, "problems", ()):
            return complain_of(problems)
        return complain(str(error), code=error.exit_code)
    except Exception as error:
        status = _fault(error)
        if status == FAILED and os.environ.get("SOCIABLE_TRACEBACK"):
            raise
        return status


def _that_writes_all(stream: TextIO) -> TextIO:
    """The same stream with a buffer: without one (``PYTHONUNBUFFERED``), nobody says what a full disk left out."""
    raw = getattr(stream, "buffer", None)
    own = stream in (sys.__stdout__, sys.__stderr__)  # another one belongs to whoever put it there
    if not own or not isinstance(stream, TextIOWrapper) or not isinstance(raw, RawIOBase):
        return stream
    stream.flush()
    # Another one, as whoever is interrupted here must be left with one that can be written to.
    return open(stream.fileno(), "w", encoding=stream.encoding, errors=stream.errors, closefd=False)


def _fault(error: Exception) -> int:
    """Say what went wrong that nobody expected. Raises ``SystemExit`` if that was SIGTERM."""
    match signalled(error):
        case KeyboardInterrupt():
            return INTERRUPTED
        case SystemExit() as told_to_end:
            raise told_to_end
    if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
        _give_up(sys.stdout)
        return complain(f"the report could not be written: {error.strerror}")
    if isinstance(error, MemoryError):
        return complain("there is not enough memory for this: ask about fewer files at a time")
    detail = str(error).splitlines()[0] if str(error) else "no details"
    return complain(
        f"internal error: {type(error).__name__}: {detail} (SOCIABLE_TRACEBACK=1 shows more; please report it)"
    )
