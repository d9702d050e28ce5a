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
