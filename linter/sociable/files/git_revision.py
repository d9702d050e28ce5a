"""The files of a commit, beside those of the work tree."""

import io
import os
import subprocess
import tarfile
from functools import lru_cache

from sociable.errors import NoRevision

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


def top_of(folder: str) -> str:
    """The folder of the repository that a folder lies in. Raises ``NoRevision``."""
    try:
        top = git(folder, "rev-parse", "--show-toplevel")
    except NoRevision as error:
        if "not a git repository" not in str(error):
            raise
        raise NoRevision("this folder is in no checkout of git, so there is no commit to compare with") from None
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
    with tarfile.open(fileobj=io.BytesIO(_archive(commit, top))) as files:
        files.extractall(folder, filter=_unless_it_leads_out)  # noqa: S202 - the filter is that of data
    return folder


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
