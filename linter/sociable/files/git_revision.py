"""The files of a commit, beside those of the work tree."""

import os
import subprocess
import tarfile
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache

from sociable.errors import NoRevision
from sociable.files.contents import MAX_BYTES, is_or_is_below
from sociable.records.static import IO

_SAFE = (
    "--no-pager",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "diff.external="),
    *("-c", "core.attributesFile=/dev/null"),
    *("-c", "safe.bareRepository=explicit"),
)
"""So that git runs nothing that a repository asks for, nor goes by one that lies among the files of another."""

_ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}
"""What is not there is not fetched: whatever a repository names as its remote would be run for that."""

_PATIENCE = 120
"""Seconds. In the folder of a repository too a pipe may stand for a file, and git waits for what is in it."""

_MOST_FILES = 500_000
"""In a commit: a few kB of folders that hold each other many times over are more than any disk holds."""

_AT_ONCE = 1024 * 1024

_AS_COMMITTED = "* -export-ignore -export-subst -filter -ident -text -working-tree-encoding\n"
"""What is stronger than the attributes in a commit, which leave files out of an archive, and change others."""


LACKING = "this copy of the repository lacks files of that commit: clone it without `--filter`, or let git fetch them"
_SIGNS_OF_LACK = ("lazy fetching disabled", "invalid object")


def git(folder: str, *arguments: str) -> bytes:
    """What git prints. Raises ``NoRevision``."""
    with _printed(folder, *arguments) as stream:
        return stream.read()


@contextmanager
def _printed(folder: str, *arguments: str, **more: str) -> Iterator[IO[bytes]]:
    """What git prints, while it does; ``more`` are variables of its environment. Raises ``NoRevision``."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                ["git", *_SAFE, *arguments],  # noqa: S607 - wherever the system has it
                cwd=folder,
                env=surroundings | _ALONE | more,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
            )
        except FileNotFoundError:
            raise NoRevision("git is needed for this, and cannot be found") from None
        bell = threading.Timer(_PATIENCE, process.kill)
        bell.start()
        try:
            with process:
                assert process.stdout is not None  # as it is a pipe
                yield process.stdout
        except BaseException:
            process.kill()
            raise
        finally:
            bell.cancel()
        if process.returncode:
            raise NoRevision(_why_failed(process.returncode, said))


def _why_failed(status: int, said: IO[bytes]) -> str:
    if status < 0:
        return f"git was ended: it took more than {_PATIENCE} seconds, or somebody else did it"
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").strip().splitlines() or ["it failed, and does not say why"]
    if any(sign in line for sign in _SIGNS_OF_LACK for line in lines):
        return LACKING
    return f"git says: {lines[0]}"


_BARE = "this is a repository of git without files beside it: name a checkout of it"
_NO_TOP = {
    "not a git repository": "this folder is in no checkout of git, so there is no commit to compare with",
    "must be run in a work tree": _BARE,
    "cannot use bare repository": _BARE,
}


def top_of(folder: str) -> str:
    """The folder of the repository that a folder lies in. Raises ``NoRevision``."""
    try:
        top = git(folder, "rev-parse", "--show-toplevel")
    except NoRevision as error:
        raise NoRevision(next((ours for theirs, ours in _NO_TOP.items() if theirs in str(error)), str(error))) from None
    return os.path.realpath(os.fsdecode(top).rstrip("\n"))


def checked_out(revision: str, top: str) -> str:
    """A folder of its own with the files of a commit, which lasts as long as the process. Raises ``NoRevision``."""
    return _extracted(commit_called(revision, top), top)


def commit_called(revision: str, top: str) -> str:
    """The digits of the commit that a branch, a tag or another name stands for. Raises ``NoRevision``."""
    if revision.startswith("-"):
        raise NoRevision(f"`{revision}` is no commit")
    try:
        commit = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except NoRevision:
        raise NoRevision(f"git knows no commit `{revision}` here: write a branch, a tag or a commit") from None
    return commit.decode().strip()


@lru_cache(maxsize=8)
def _extracted(commit: str, top: str) -> str:
    import atexit
    import shutil

    folder = os.path.realpath(tempfile.mkdtemp(prefix="sociable-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _extract(commit, top, folder)
    return folder


def _extract(commit: str, top: str, folder: str) -> None:
    """Put the files of a commit into a folder, with those of its submodules that are checked out here."""
    submodules = _submodules(commit, top)
    with _archive(commit, top) as stream, suppress(tarfile.ReadError):  # if git fails halfway, which is told
        with tarfile.open(fileobj=stream, mode="r|") as files:
            try:
                _lay_out(files, folder)
            except OSError as error:
                raise NoRevision(f"this commit cannot be laid out beside the work tree: {error.strerror}") from None
        stream.read()
    for here, (path, its_commit) in submodules.items():
        there = os.path.realpath(os.path.join(folder, path))
        leads_out = here == top or not (is_or_is_below(here, top) and is_or_is_below(there, folder))
        if not leads_out and os.path.exists(os.path.join(here, ".git")):
            try:
                _extract(its_commit, here, there)
            except NoRevision:
                message = (
                    f"the submodule {path} lacks the commit that it was at then: `git submodule update` fetches it"
                )
                raise NoRevision(message) from None


def _submodules(commit: str, top: str) -> dict[str, tuple[str, str]]:
    """The submodules of a commit by where they are checked out: path and commit. Raises ``NoRevision``."""
    found = {}
    for kind, name in listed_in(commit, top):
        if kind.startswith(b"160000 commit "):
            found[os.path.realpath(os.path.join(top, name))] = name, kind.split()[2].decode()
    return found


def listed_in(commit: str, top: str, *more: str) -> Iterator[tuple[bytes, str]]:
    """What git says of each entry of a commit, with its path; ``more`` asks for more of it. Raises ``NoRevision``."""
    count, rest = 0, b""
    with _printed(top, "ls-tree", "-r", *more, "-z", commit) as stream:
        while piece := stream.read(_AT_ONCE):
            *lines, rest = (rest + piece).split(b"\0")
            count += len(lines)
            if count > _MOST_FILES:
                raise NoRevision(f"there are more than {_MOST_FILES:,} files in this commit")
            for line in lines:
                about, _, path = line.partition(b"\t")
                yield about, os.fsdecode(path)


@contextmanager
def _archive(commit: str, top: str) -> Iterator[IO[bytes]]:
    """A commit as an archive. What a repository has configured, such as programs to filter files, plays no part.

    An empty repository does it, which borrows the objects.
    """
    objects = git(top, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    names = git(top, "rev-parse", "--show-object-format").decode().strip()
    with tempfile.TemporaryDirectory(prefix="sociable-") as empty:
        git(empty, "init", "--quiet", "--bare", "--template=", f"--object-format={names}", empty)
        os.mkdir(os.path.join(empty, "info"))
        with open(os.path.join(empty, "info", "attributes"), "x", encoding="ascii") as attributes:
            attributes.write(_AS_COMMITTED)
        borrowed = os.fsdecode(objects).removesuffix("\n")
        archive = ("archive", "--format=tar", commit)
        with _printed(empty, f"--git-dir={empty}", *archive, GIT_OBJECT_DIRECTORY=borrowed) as stream:
            yield stream


def _lay_out(files: tarfile.TarFile, folder: str) -> None:
    """Links come last, so that nothing is written through one. Raises ``OSError``."""
    links = []
    for each in files:
        files.members.clear()  # type: ignore[attr-defined] # else it keeps them all
        if each.issym():
            links.append(each)
        elif each.size > MAX_BYTES:
            _hollow(each, folder)
        else:
            _put(files, each, folder)
    for each in links:
        _put(files, each, folder)
    _delete_what_leads_out((os.path.join(folder, each.name) for each in links), folder)


def _put(files: tarfile.TarFile, member: tarfile.TarInfo, folder: str) -> None:
    """Put a member into the folder, unless it would lead out of it."""
    with suppress(tarfile.FilterError):
        files.extract(member, folder, filter="data")


def _hollow(member: tarfile.TarInfo, folder: str) -> None:
    """As large as the file, which is all that is ever told of it, but with nothing in it."""
    with suppress(tarfile.FilterError):
        path = os.path.join(folder, tarfile.data_filter(member, folder).name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "xb") as file:
            file.truncate(member.size)


def _delete_what_leads_out(links: Iterable[str], folder: str) -> None:
    """Links may lead through others, so that only where all stand shows where one ends."""
    for link in links:
        try:
            ends = os.path.realpath(link, strict=True)
        except FileNotFoundError:
            continue  # nowhere
        except OSError:
            ends = ""
        if os.path.islink(link) and not is_or_is_below(ends, folder):
            os.unlink(link)
