"""Bytes in the user's cache folder, by keys.

It is safe to delete it, to share it between runs at once, and to cut off a run that writes to it.
"""

import os
import re
import stat
import time
from collections.abc import Iterator

from sociable.files.atomic_write import write_private_file
from sociable.files.contents import absolute
from sociable.records.record import Record
from sociable.records.static import IO
from sociable.text.digests import blake2b

FOLDER_VARIABLE = "SOCIABLE_CACHE_DIR"
"""The variable that names another folder."""

MOST_BYTES = 512 * 1024 * 1024
_LEFT_AFTER_TRIMMING = MOST_BYTES * 4 // 5

_HASH_BYTES = 32
_ENTRY = re.compile(r"[0-9a-f]{64}")
_DRAFT = re.compile(r"\.sociable-[0-9a-f]{12}")
"""What is being written, or what was when its run was cut off."""

_DRAFTS_LAST = 3600
"""Seconds."""


class Usage(Record):
    """How many entries a cache holds, and their bytes."""

    entries: int
    size: int


def cache_folder() -> str:
    """Where the cache is, whether it is there or not."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return absolute(named)
    from platformdirs import user_cache_dir

    return user_cache_dir("sociable", appauthor=False)


class Store:
    """A folder with a file for each key (64 hexadecimal digits), which nobody but its owner can look into.

    Whatever goes wrong with it, a run goes on without it.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """What was put there, if it is there and whole."""
        path = os.path.join(self.folder, key)
        try:
            if not self._is_private():
                return None
            with open(path, "rb", opener=_without_following) as file:
                data = _entry_of(file, key)
            if data is None:
                os.unlink(path)
                return None
            os.utime(path, follow_symlinks=False)  # who was asked for last is kept longest
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep something, if that is possible."""
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            if self._is_private():
                write_private_file(os.path.join(self.folder, key), _checksum(key, data) + data)
        except OSError:
            return

    def trim(self) -> None:
        """If there is more than ``MOST_BYTES``, delete what nobody has asked for longest."""
        entries = sorted((status.st_mtime, status.st_size, path) for path, status in self._files(_ENTRY))
        size = sum(entry[1] for entry in entries)
        left = _LEFT_AFTER_TRIMMING if size > MOST_BYTES else size
        for _, each, path in entries:
            if size <= left:
                break
            _delete(path)
            size -= each
        for path, status in self._files(_DRAFT):
            if status.st_mtime < time.time() - _DRAFTS_LAST:
                _delete(path)

    def clear(self) -> Usage:
        """Delete everything that is ours; what it was."""
        usage = self.usage()
        for form in (_ENTRY, _DRAFT):
            for path, _ in self._files(form):
                _delete(path)
        return usage

    def usage(self) -> Usage:
        """How much there is."""
        sizes = [status.st_size for _, status in self._files(_ENTRY)]
        return Usage(len(sizes), sum(sizes))

    def _files(self, form: re.Pattern[str]) -> Iterator[tuple[str, os.stat_result]]:
        try:
            names = os.listdir(self.folder)
        except OSError:
            return
        for name in filter(form.fullmatch, names):
            path = os.path.join(self.folder, name)
            try:
                yield path, os.lstat(path)
            except OSError:
                continue  # another run has deleted it

    def _is_private(self) -> bool:
        """Whether the folder is ours, and closed to others; one of ours that is not is closed. Raises ``OSError``."""
        if not hasattr(os, "getuid"):
            return True  # on Windows, folders of a user are closed to others
        status = os.stat(self.folder)
        if status.st_uid != os.getuid():
            return False
        if status.st_mode & 0o077:
            os.chmod(self.folder, 0o700)
        return True


def _without_following(path: str, flags: int) -> int:
    """Open what stands there itself, and wait for nobody to write into it. Windows has neither."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _entry_of(file: IO[bytes], key: str) -> bytes | None:
    """What a file holds, if it is one of ours and whole."""
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
        return None
    checksum, data = file.read(_HASH_BYTES), file.read(MOST_BYTES)
    return data if checksum == _checksum(key, data) else None


def _checksum(key: str, data: bytes) -> bytes:
    """Tells a whole entry from one that is not, and from that of another key."""
    return blake2b(data, digest_size=_HASH_BYTES, key=key.encode()).digest()


def _delete(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
