"""What files held in a commit that are otherwise by now."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sociable.errors import NoRevision
from sociable.files import changed_since as module
from sociable.files import git_revision
from sociable.files.changed_since import changed_since

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")

ENDINGS = (".yml", "sociable.toml")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(name="top", params=["sha1", "sha256"])
def _top(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    git(tmp_path, "init", f"--object-format={request.param}")
    (tmp_path / "in").mkdir()
    for name in ("same.yml", "other.yml", "gone.yml", "in/here.yml", "text.md", "sociable.toml"):
        (tmp_path / name).write_text(f"{name} as it was\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "first")
    return tmp_path


def changes(folder: Path, revision: str = "HEAD") -> dict[str, bytes]:
    return {os.path.relpath(path, folder): held for path, held in changed_since(revision, str(folder), ENDINGS).items()}


def test_what_is_otherwise_new_or_gone(top: Path) -> None:
    assert changes(top) == {}
    (top / "other.yml").write_text("otherwise\n")
    (top / "gone.yml").unlink()
    (top / "sociable.toml").write_text("")
    (top / "text.md").write_text("nobody asked")
    (top / "new.yml").write_text("new\n")
    git(top, "add", "new.yml")
    (top / "unknown.yml").write_text("git does not keep it\n")
    expected = {
        "gone.yml": b"gone.yml as it was\n",
        "new.yml": b"",
        "other.yml": b"other.yml as it was\n",
        "sociable.toml": b"sociable.toml as it was\n",
    }
    assert changes(top) == expected
    git(top, "add", "--update")
    assert changes(top) == expected
    git(top, "commit", "--message", "second")
    assert changes(top) == {}
    assert changes(top, "HEAD~1") == expected


def test_only_what_lies_below_the_folder(top: Path) -> None:
    (top / "other.yml").write_text("otherwise\n")
    (top / "in/here.yml").write_text("otherwise\n")
    assert changes(top / "in") == {"here.yml": b"in/here.yml as it was\n"}


def test_links_are_no_files(top: Path) -> None:
    (top / "other.yml").unlink()
    (top / "other.yml").symlink_to("same.yml")
    assert list(changes(top)) == ["other.yml"]
    git(top, "add", "--all")
    git(top, "commit", "--message", "a link")
    assert changes(top) == {}
    (top / "same.yml").write_text("otherwise\n")
    assert list(changes(top)) == ["same.yml"]


def test_what_is_too_large_held_nothing(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 5)
    (top / "other.yml").write_text("otherwise\n")
    assert changes(top) == {"other.yml": b""}


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "a.yml").write_text("new\n")
    assert changes(tmp_path) == {}
    git(tmp_path, "add", "a.yml")
    assert changes(tmp_path) == {"a.yml": b""}


def test_a_commit_that_git_does_not_know(top: Path) -> None:
    for revision in ("nothing", "--output=x", ""):
        with pytest.raises(NoRevision):
            changes(top, revision)


def test_a_commit_of_more_files_than_any_checkout_is_not_read_to_its_end(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_revision, "_MOST_FILES", 3)
    with pytest.raises(NoRevision, match="more than 3 files in this commit"):
        changes(top)


def lose(top: Path, name: str) -> None:
    """Take away what a file held, as a copy of a repository does that was made without it."""
    found = subprocess.run(["git", "rev-parse", f"HEAD:{name}"], cwd=top, check=True, capture_output=True, text=True)
    digits = found.stdout.strip()
    path = top / ".git" / "objects" / digits[:2] / digits[2:]
    path.chmod(0o600)
    path.unlink()


@pytest.mark.parametrize("name", ["other.yml", "in/here.yml", "sociable.toml"])
@pytest.mark.parametrize("is_gone", [False, True])
def test_a_copy_that_lacks_what_a_file_held(top: Path, name: str, is_gone: bool) -> None:
    lose(top, name)
    assert changes(top) == {}
    if is_gone:
        (top / name).unlink()
    else:
        (top / name).write_text("otherwise\n")
    with pytest.raises(NoRevision, match="this copy of the repository lacks files"):
        changes(top)


def test_what_nobody_asks_for_may_be_lacking(top: Path) -> None:
    lose(top, "text.md")
    (top / "text.md").write_text("otherwise\n")
    (top / "other.yml").write_text("otherwise\n")
    assert changes(top) == {"other.yml": b"other.yml as it was\n"}


@pytest.mark.parametrize("parts", ["blob:none", "tree:0", "blob:limit=1"])
def test_a_copy_that_was_made_without_what_files_held(
    top: Path, parts: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (top / "other.yml").write_text("otherwise\n")
    git(top, "commit", "--all", "--message", "second")
    git(top, "config", "uploadpack.allowFilter", "true")
    copy = tmp_path_factory.mktemp("copies") / "copy"
    git(top, "clone", f"--filter={parts}", top.as_uri(), str(copy))
    with pytest.raises(NoRevision, match="this copy of the repository lacks files"):
        changes(copy, "HEAD~1")
    with pytest.raises(NoRevision, match="this copy of the repository lacks files"):
        git_revision.checked_out("HEAD~1", str(copy))
