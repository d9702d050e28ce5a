"""The files of a commit of a stranger: nothing of it runs, nothing leads out, nothing takes all there is."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sociable.errors import NoRevision
from sociable.files import git_revision
from sociable.files.git_revision import checked_out, top_of

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")

A_FILE = "sociable: 1\n"
MISSING = "1" * 40


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    git_revision._extracted.cache_clear()


@pytest.fixture(name="checkout")
def _checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "a.yml").write_text(A_FILE)
    git(folder, "add", "a.yml")
    git(folder, "commit", "--quiet", "--message", "first")
    return folder


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    people = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **people, "GIT_CONFIG_GLOBAL": os.devnull},
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def commit_of(folder: Path, tree: str) -> str:
    return git(folder, "commit-tree", tree, "-m", "made by hand")


def tree_of(folder: Path, *entries: tuple[str, str, str]) -> str:
    """A tree of modes, names and objects, in whatever order and however often, as no git makes one."""
    data = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(each) for mode, name, each in entries)
    return git(folder, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=data)


def blob_of(folder: Path, text: str) -> str:
    return git(folder, "hash-object", "-w", "--stdin", given=text.encode())


@pytest.mark.parametrize(
    "remote",
    [
        ("remote.origin.url=/", "remote.origin.uploadpack=touch '{ran}';"),
        ("remote.origin.url=ext::touch% {ran}", "protocol.ext.allow=always"),
        ("remote.origin.url=ssh://example.org/a", "core.sshCommand=touch '{ran}';"),
        ("remote.origin.url=git://example.org/a", "core.gitProxy={script}"),
    ],
    ids=["program at the other end", "any program", "ssh", "proxy"],
)
def test_what_is_missing_is_fetched_by_no_program_of_the_repository(
    checkout: Path, tmp_path: Path, remote: tuple[str, ...]
) -> None:
    ran, script = tmp_path / "ran", tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    script.chmod(0o700)
    partly = ("core.repositoryFormatVersion=1", "extensions.partialClone=origin", "remote.origin.promisor=true")
    for setting in (*partly, *remote):
        name, value = setting.format(ran=ran, script=script).split("=", 1)
        git(checkout, "config", name, value)
    (checkout / ".git" / "refs" / "heads" / "gone").write_text(f"{MISSING}\n")
    with pytest.raises(NoRevision, match="git knows no commit `gone`"):
        checked_out("gone", str(checkout))

    blob = git(checkout, "rev-parse", "HEAD:a.yml")
    (checkout / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(NoRevision, match="this copy of the repository lacks files"):
        checked_out("HEAD", str(checkout))
    assert not ran.exists()


def test_a_repository_among_the_files_of_another_counts_for_nothing(checkout: Path) -> None:
    git(checkout, "init", "--quiet", "--bare", "inner")
    git(checkout / "inner", "config", "core.worktree", "/")
    git(checkout / "inner", "config", "core.bare", "false")
    with pytest.raises(NoRevision, match="without files beside it"):
        top_of(str(checkout / "inner"))


def test_folders_that_hold_each_other_many_times_over_are_refused(checkout: Path) -> None:
    tree = blob_of(checkout, "x")
    mode = "100644"
    for _ in range(12):
        tree = tree_of(checkout, *((mode, f"{number}.yml", tree) for number in range(10)))
        mode = "40000"
    with pytest.raises(NoRevision, match="more than 500,000 files"):
        checked_out(commit_of(checkout, tree), str(checkout))


def test_of_a_large_file_only_the_size_is_laid_out(checkout: Path) -> None:
    size = 9 * 1024 * 1024
    (checkout / "large.yml").write_text("x" * size)
    (checkout / "of.d").mkdir()
    (checkout / "of.d" / "large.yml").write_text("y" * size)
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "large")
    copy = Path(checked_out("HEAD", str(checkout)))
    for large in (copy / "large.yml", copy / "of.d" / "large.yml"):
        assert large.stat().st_size == size
        assert large.read_bytes()[:1] == b"\0"
    assert (copy / "a.yml").read_text() == A_FILE


def test_submodules_that_hold_each_other_end(checkout: Path) -> None:
    """A commit may say of each folder, as often as it likes, that a repository stands there."""
    commit = git(checkout, "rev-parse", "HEAD")
    for _ in range(30):
        names = (*(["."] * 9), "sub", "sub")
        commit = commit_of(checkout, tree_of(checkout, *(("160000", name, commit) for name in names)))
    (checkout / "sub").symlink_to(".")
    with suppress(NoRevision):  # git itself refuses some
        checked_out(commit, str(checkout))


LINKS = {
    "out": ("/etc/passwd", False),
    "up": ("../../../etc/passwd", False),
    "through": ("sub/../../../etc", False),
    "itself": ("itself", False),
    "beside": ("a.yml", True),
    "nowhere": ("there-is-none", True),
}


def test_links_stay_that_lead_nowhere_else(checkout: Path) -> None:
    for name, (target, _) in LINKS.items():
        (checkout / name).symlink_to(target)
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "links")
    copy = Path(checked_out("HEAD", str(checkout)))
    assert {name: (copy / name).is_symlink() for name in LINKS} == {name: stays for name, (_, stays) in LINKS.items()}


def _through_a_link(folder: Path, outside: Path) -> str:
    below = tree_of(folder, ("100644", "a.yml", blob_of(folder, "written")))
    return tree_of(folder, ("120000", "way", blob_of(folder, str(outside))), ("40000", "way", below))


def _above(folder: Path, outside: Path) -> str:
    below = tree_of(folder, ("100644", "a.yml", blob_of(folder, "written")))
    return tree_of(folder, ("40000", "..", tree_of(folder, ("40000", outside.name, below))))


def _absolute(folder: Path, outside: Path) -> str:
    return tree_of(folder, ("100644", f"{outside}/a.yml", blob_of(folder, "written")))


@pytest.mark.parametrize("tree", [_through_a_link, _above, _absolute])
def test_no_tree_that_git_would_not_make_writes_elsewhere(
    checkout: Path, tmp_path: Path, tree: Callable[[Path, Path], str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    with suppress(NoRevision):  # git itself refuses some
        checked_out(commit_of(checkout, tree(checkout, outside)), str(checkout))
    assert list(outside.iterdir()) == []


def test_a_name_that_no_file_can_have_is_told(checkout: Path) -> None:
    tree = tree_of(checkout, ("100644", "n" * 300, blob_of(checkout, "x")))
    with pytest.raises(NoRevision, match=r"cannot be laid out .*: File name too long"):
        checked_out(commit_of(checkout, tree), str(checkout))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here that have a name")
@pytest.mark.parametrize("place", ["HEAD", "config", "refs/heads/waits", "objects/info/alternates"])
def test_a_pipe_in_its_folder_keeps_nobody_waiting(checkout: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_revision, "_PATIENCE", 1)
    pipe = checkout / ".git" / place
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    with pytest.raises(NoRevision):
        checked_out("waits", top_of(str(checkout)))
