"""The files of a commit, beside those of the work tree."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from functools import lru_cache

from sociable.errors import NoRevision
from sociable.files.contents import is_or_is_below

_SAFE = (
    "--no-pager",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "diff.external="),
    *("-c", "core.attributesFile=/dev/null"),
)
"""So that git runs nothing that a repository asks for."""

_AS_COMMITTED = "* -export-ignore -export-subst -filter -ident -text -working-tree-encoding\n"
"""What is stronger than the attributes in a commit, which leave files out of an archive, and change others."""


def git(folder: str, *arguments: str, **more: str) -> bytes:
    """What git prints; ``more`` are variables of its environment. Raises ``NoRevision``."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],  # noqa: S607 - wherever the system has it
            cwd=folder,
            env=surroundings | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"} | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except FileNotFoundError:
        raise NoRevision("git is needed for this, and cannot be found") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it failed, and does not say why"]
        raise NoRevision(f"git says: {lines[0]}")
    return done.stdout


_NO_TOP = {
    "not a git repository": "this folder is in no checkout of git, so there is no commit to compare with",
    "must be run in a work tree": "this is a repository of git without files beside it: name a checkout of it",
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
    if revision.startswith("-"):
        raise NoRevision(f"`{revision}` is no commit")
    try:
        commit = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except NoRevision:
        raise NoRevision(f"git knows no commit `{revision}` here: write a branch, a tag or a commit") from None
    return _extracted(commit.decode().strip(), top)


@lru_cache(maxsize=8)
def _extracted(commit: str, top: str) -> str:
    import atexit
    import shutil
    import tempfile

    folder = os.path.realpath(tempfile.mkdtemp(prefix="sociable-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _extract(commit, top, folder)
    return folder


def _extract(commit: str, top: str, folder: str) -> None:
    """Put the files of a commit into a folder, with those of its submodules that are checked out here."""
    with tarfile.open(fileobj=io.BytesIO(_archive(commit, top))) as files:
        files.extractall(folder, filter=_unless_it_leads_out)  # noqa: S202 - the filter is that of data
    for path, its_commit in _submodules(commit, top):
        here, there = (os.path.realpath(os.path.join(each, path)) for each in (top, folder))
        leads_out = not (is_or_is_below(here, top) and is_or_is_below(there, folder))
        if not leads_out and os.path.exists(os.path.join(here, ".git")):
            try:
                _extract(its_commit, here, there)
            except NoRevision:
                message = (
                    f"the submodule {path} lacks the commit that it was at then: `git submodule update` fetches it"
                )
                raise NoRevision(message) from None


def _submodules(commit: str, top: str) -> Iterator[tuple[str, str]]:
    """The paths of the submodules of a commit, each with its own commit."""
    for line in git(top, "ls-tree", "-r", "-z", commit).split(b"\0"):
        kind, _, path = line.partition(b"\t")
        if kind.startswith(b"160000 commit "):
            yield os.fsdecode(path), kind.split()[2].decode()


def _archive(commit: str, top: str) -> bytes:
    """A commit as an archive. What a repository has configured, such as programs to filter files, plays no part.

    An empty repository does it, which borrows the objects.
    """
    import tempfile

    objects = git(top, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    names = git(top, "rev-parse", "--show-object-format").decode().strip()
    with tempfile.TemporaryDirectory(prefix="sociable-") as empty:
        git(empty, "init", "--quiet", "--bare", "--template=", f"--object-format={names}", empty)
        os.mkdir(os.path.join(empty, "info"))
        with open(os.path.join(empty, "info", "attributes"), "x", encoding="ascii") as attributes:
            attributes.write(_AS_COMMITTED)
        borrowed = os.fsdecode(objects).removesuffix("\n")
        return git(empty, f"--git-dir={empty}", "archive", "--format=tar", commit, GIT_OBJECT_DIRECTORY=borrowed)


def _unless_it_leads_out(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None
