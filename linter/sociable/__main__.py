"""The `sociable` command."""

# First of all, so that Ctrl-C is met even while Python still looks for its modules. `signal` would import `enum`.
import os
from _signal import SIG_DFL, SIG_IGN, SIGINT, SIGTERM, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

_ASKED_TO = getsignal(SIGINT)
"""What the caller wants of Ctrl-C: whoever runs us in the background has it ignored."""


def _leave(*_: object) -> None:
    os._exit(130)


if _ASKED_TO is default_int_handler:
    signal(SIGINT, _leave)


_TERMINATED = 143


def _end(*_: object) -> None:
    """End as soon as what is being written is put away; asked once more, at once."""
    signal(SIGTERM, _end_at_once)
    raise SystemExit(_TERMINATED)


def _end_at_once(*_: object) -> None:
    os._exit(_TERMINATED)


if getsignal(SIGTERM) is SIG_DFL:
    signal(SIGTERM, _end_at_once)

from sociable.cli import own_modules  # noqa: E402

own_modules.install()

import atexit  # noqa: E402
import gc  # noqa: E402
import sys  # noqa: E402
from _thread import interrupt_main, start_new_thread  # noqa: E402
from time import sleep  # noqa: E402

from sociable.records.static import Any, NoReturn  # noqa: E402


def _once_more(lost: Any) -> None:
    """Ask again to end where Python dropped it: nothing that is raised while it takes something away gets anywhere.

    Each import takes away a lock, and so does whatever is left half gone through.
    """
    if isinstance(lost.exc_value, KeyboardInterrupt):
        start_new_thread(_ask, (SIGINT,))
    elif isinstance(lost.exc_value, SystemExit) and lost.exc_value.code == _TERMINATED:
        signal(SIGTERM, _end)
        start_new_thread(_ask, (SIGTERM,))
    else:
        sys.__unraisablehook__(lost)


def _ask(number: Any) -> None:
    sleep(0.001)  # by then it is away
    interrupt_main(number)


def _speak_utf_8() -> None:
    """Begin again with UTF-8, where the locale has another encoding and Python was told to keep to it.

    What is typed, names of files and what is written would else be other text than what stands in the files; and there
    is no other way to set the encoding of names once Python runs.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and sys.executable and os.name == "posix":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - it is ourselves


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    _speak_utf_8()
    atexit.register(_end_undisturbed)  # before all others, and so after them
    gc.disable()  # what is imported and read lives until the process ends: looking for rubbish among it only takes time
    from sociable.cli.console import INTERRUPTED, guarded

    former = getsignal(SIGINT)
    sys.unraisablehook = _once_more
    try:
        signal(SIGINT, _ASKED_TO)
        if getsignal(SIGTERM) is _end_at_once:
            signal(SIGTERM, _end)
        status = guarded(_run, sys.argv[1:])
        signal(SIGINT, former)
    except KeyboardInterrupt:
        signal(SIGINT, former)
        status = INTERRUPTED
    except SystemExit as left:
        if left.code == _TERMINATED:
            _end_with_processes()
        raise
    _leave_with(status)


def _leave_with(status: int) -> NoReturn:
    """End when all is written and nobody waits: the interpreter would first take apart all that was read, bit by bit.

    Who came by threads or is looked at by a profiler ends as Python does.
    """
    gc.freeze()
    if _has_threads() or sys.getprofile() is not None:
        sys.exit(status)
    atexit.unregister(_end_undisturbed)
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):  # closed, as by `2>&-`
        stream.flush()
    os._exit(status)


def _end_with_processes() -> NoReturn:
    """End, and before it the processes that were begun, with what they share; what was written by half needs no end."""
    if "multiprocessing.process" in sys.modules:
        _end_undisturbed()
        for each in sys.modules["multiprocessing.process"].active_children():
            each.terminate()
        atexit._run_exitfuncs()
    os._exit(_TERMINATED)


def _has_threads() -> bool:
    return "threading" in sys.modules and sys.modules["threading"].active_count() > 1


def _end_undisturbed() -> None:
    """All is done. Python gives signals back to the system now, which would end it by them; but not ignored ones."""
    for number in (SIGINT, SIGTERM):
        signal(number, SIG_IGN)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from sociable.version import __version__

        print(f"sociable {__version__}")  # noqa: T201 - this is the command's output
        return 0
    from sociable.cli.fast_options import parse

    if (parsed := parse(arguments)) is not None:
        from sociable.cli.commands import run_call

        return run_call(*parsed)
    from sociable.cli.app import run  # Typer, which takes longer to import than a small check takes to run

    return run(arguments)


if __name__ == "__main__":
    main()
