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


def git(folder: str, *arguments: str) -> bytes:
    """What git prints. Raises ``NoRevision``."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],  # noqa: S607 - wherever the system has it
            cwd=folder,
            env=surroundings | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"},
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

    archive = git(top, "archive", "--format=tar", commit)
    folder = os.path.realpath(tempfile.mkdtemp(prefix="sociable-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder
