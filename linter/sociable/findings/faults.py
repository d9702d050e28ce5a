"""Mistakes of ours: what failed is named with its file, and everything else goes on."""

import os

from sociable.errors import UnreadableFile


def fault_of(what: str, error: Exception) -> str:
    """Say what stopped, and at what. A signal is none, and raised; so is any with ``SOCIABLE_TRACEBACK=1``."""
    if (told_to_end := signalled(error)) is not None:
        raise told_to_end
    if os.environ.get("SOCIABLE_TRACEBACK"):
        raise error
    from sociable.text.secret_patterns import hidden  # only needed when there is something to tell

    detail = hidden(next(iter(str(error).splitlines()), ""))
    return f"{what} stopped at an internal error: {type(error).__name__}{f': {detail}' if detail else ''}"


def signalled(error: BaseException) -> KeyboardInterrupt | SystemExit | None:
    """What Ctrl-C or SIGTERM raised in the first place: Python 3.11 wraps it where a class is being made."""
    cause = error.__cause__
    return cause if cause is None or isinstance(cause, KeyboardInterrupt | SystemExit) else signalled(cause)


class ByItself:
    """Where something may fail alone: a mistake is noted among ``faults`` under the name of ``what`` failed."""

    def __init__(self, what: str, faults: list[str]) -> None:
        self._what = what
        self._faults = faults

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, Exception) or isinstance(error, UnreadableFile):  # which is no mistake of ours
            return False
        self._faults.append(fault_of(self._what, error))
        return True
