"""A file that is written as a whole or not at all."""

import os


def replace_file(path: str, data: bytes) -> None:
    """Give a file new contents in one step, so that no moment and no failure leaves half of them.

    Its permissions stay, a new file gets those that any new one would, and of a link the file that it leads to is
    written. Raises ``OSError``.
    """
    from tempfile import mkstemp

    path = os.path.realpath(path)
    handle, draft = mkstemp(dir=os.path.dirname(path), prefix=f".{os.path.basename(path)}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.chmod(draft, _mode(path))
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _mode(path: str) -> int:
    try:
        return os.stat(path).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
