"""A file that is written as a whole or not at all."""

import errno
import os
import stat
from time import monotonic, sleep

from sociable.files.contents import absolute, is_or_is_below, working_folder

_PATIENCE = 5
"""Seconds in which somebody may begin to read from a pipe that is to be written to."""


def write_file(path: str, data: bytes, *, new: bool = False) -> None:
    """Give a file its contents in one step, so that no moment and no failure leaves half of them.

    A file that is there keeps its permissions, a new one gets the usual ones; of a link the file that it leads to is
    written if that stays here, and a pipe or a device is written to. With ``new``, a file that is there is left alone.
    Raises ``OSError``, ``FileExistsError`` among it.
    """
    mode = _mode(path)
    file = _led_to(path, mode)
    if new:
        with open(path, "xb"):  # nobody else takes the name meanwhile
            pass
    elif mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb", opener=_once_it_is_read) as waiting:
            waiting.write(data)
        return
    try:
        _replace(file, data, mode)
    except BaseException:
        if new:
            os.unlink(path)
        raise


def make_folder(path: str) -> None:
    """Have a folder to write into, unless links lead out of here to it. Raises ``OSError``."""
    os.makedirs(_led_to(path, _mode(path)), exist_ok=True)


def add_to_file(path: str, data: bytes) -> None:
    """Write behind what is in a file already, or leave it as it was. Raises ``OSError``."""
    with open(path, "ab", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        try:
            if file.write(data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except BaseException:
            file.truncate(size)
            raise


def write_private_file(path: str, data: bytes) -> None:
    """The same for a file that is its owner's only, and that whoever reads it can tell from half of one.

    So it need not be on the disk before this returns. Raises ``OSError``.
    """
    _replace(path, data, 0o600, lasting=False)


def _led_to(path: str, mode: int | None) -> str:
    """What stands behind the links of a path: those that a stranger has put there could lead anywhere.

    Below the folder in which this runs, all of them may be a stranger's; elsewhere only the last one is looked at, as
    the system has links of its own on the way. Raises ``OSError``.
    """
    file, here = os.path.realpath(path), working_folder()
    if here and is_or_is_below(absolute(path), here):
        allowed = {here}
    elif os.path.islink(path) and not path.startswith("/dev/") and (mode is None or stat.S_ISREG(mode)):
        allowed = {os.path.realpath(os.path.dirname(path)), here}
    else:
        return file
    if not any(is_or_is_below(file, folder) for folder in allowed):
        what = "a link" if os.path.islink(path) else "behind a link"
        raise OSError(errno.EPERM, f"it is {what}, and leads out of this folder to {file}")
    return file


def _replace(path: str, data: bytes, mode: int | None, lasting: bool = True) -> None:
    # What was for few people's eyes is so from the first byte on.
    permissions = 0o666 if mode is None else 0o600
    draft = os.path.join(os.path.dirname(path), f".sociable-{os.urandom(6).hex()}")
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, permissions)) as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            os.chmod(draft, stat.S_IMODE(mode))
        os.replace(draft, path)
    except BaseException:
        if os.path.exists(draft):
            os.unlink(draft)
        raise


def _once_it_is_read(path: str, flags: int) -> int:
    """Open a pipe or a device. Raises ``OSError``, also where nobody reads from the pipe: one could wait for ever."""
    at_once = getattr(os, "O_NONBLOCK", 0)  # Windows has no such pipes
    until = monotonic() + _PATIENCE
    while True:
        try:
            file = os.open(path, flags | at_once)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if monotonic() > until:
                raise OSError(errno.ENXIO, "it is a pipe, and nobody reads from it") from None
            sleep(0.02)
        else:
            if at_once:
                os.set_blocking(file, True)
            return file


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None
