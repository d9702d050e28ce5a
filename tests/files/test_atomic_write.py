"""A file is written whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sociable.files import atomic_write
from sociable.files.atomic_write import add_to_file, make_folder, write_file

from tests.full_disk import files_of_at_most


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_gets_the_rights_that_the_system_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(str(tmp_path / "new"), b"contents")
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == b"contents"
    assert mode(tmp_path / "new") == 0o640


@pytest.mark.parametrize("permissions", [0o600, 0o755, 0o664])
def test_a_file_that_is_there_keeps_its_rights(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "there"
    path.write_text("before")
    path.chmod(permissions)
    write_file(str(path), b"after")
    assert (path.read_text(), mode(path)) == ("after", permissions)
    assert os.listdir(tmp_path) == ["there"]


def test_what_is_for_few_is_never_there_for_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "private"
    path.touch(0o600)
    seen = []

    def replace(_draft: str, _file: str) -> None:
        raise OSError("stopped")

    def chmod(draft: str, permissions: int) -> None:
        seen.append((mode(Path(draft)), permissions))

    monkeypatch.setattr(os, "chmod", chmod)
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OSError, match="stopped"):
        write_file(str(path), b"secret")
    assert seen == [(0o600, 0o600)]


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to("real")
    write_file(str(tmp_path / "link"), b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("to", ["../outside", "{top}/outside", "again"])
def test_a_link_that_leads_out_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str, there: bool
) -> None:
    project = tmp_path / "project"
    (project / "reports").mkdir(parents=True)
    monkeypatch.chdir(project)
    if there:
        (tmp_path / "outside").write_text("before")
    (project / "again").symlink_to("../outside")
    (project / "link").symlink_to(to.format(top=tmp_path))
    with pytest.raises(OSError, match="leads out of this folder"):
        write_file("link", b"after")
    assert [path.read_text() for path in tmp_path.iterdir() if path.is_file()] == ["before"] * there
    assert sorted(os.listdir(project)) == ["again", "link", "reports"]


@pytest.mark.parametrize(("name", "to"), [("link", "reports/new"), ("reports/link", "../new"), ("reports/link", "new")])
def test_a_link_that_stays_here_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, to: str
) -> None:
    (tmp_path / "reports").mkdir()
    monkeypatch.chdir(tmp_path)
    Path(name).symlink_to(to)
    write_file(name, b"after")
    assert Path(name).is_symlink()
    assert Path(name).read_text() == "after"


@pytest.mark.parametrize("new", [False, True])
def test_nothing_is_written_into_a_folder_to_which_a_link_leads_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    for name in ("project", "outside"):
        (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / "outside" / "pipe")
    monkeypatch.chdir(tmp_path / "project")
    Path("reports").symlink_to("../outside")
    for path in ("reports/new", str(tmp_path / "project" / "reports" / "new"), "reports/pipe"):
        with pytest.raises(OSError, match=r"leads out of this folder to .*outside"):
            write_file(path, b"after", new=new)
    for path in ("reports", "reports/folder"):
        with pytest.raises(OSError, match=r"leads out of this folder to .*outside"):
            make_folder(path)
    assert os.listdir(tmp_path / "outside") == ["pipe"]


def test_a_folder_to_which_a_link_leads_that_stays_here_is_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("real").mkdir()
    Path("link").symlink_to("real")
    make_folder("link/folder")
    write_file("link/folder/new", b"after")
    assert Path("real/folder/new").read_text() == "after"


def test_elsewhere_a_folder_may_be_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("here", "real"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "link").symlink_to("real")
    write_file(str(tmp_path / "link" / "new"), b"after")
    assert (tmp_path / "real" / "new").read_text() == "after"


def test_a_link_elsewhere_may_lead_to_its_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "latest").symlink_to("monday")
    write_file(str(tmp_path / "latest"), b"after")
    assert (tmp_path / "monday").read_text() == "after"


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.write_text("before")
    with pytest.raises(FileExistsError):
        write_file(str(path), b"after", new=True)
    assert path.read_text() == "before"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", "pipe"], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        write_file(str(tmp_path / "pipe"), b"contents")
        assert reader.communicate()[0] == b"contents"
    assert (tmp_path / "pipe").is_fifo()


def test_all_of_a_long_text_goes_through_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    slow = "import sys, time; pipe = open('pipe', 'rb'); time.sleep(0.2); print(len(pipe.read()))"
    with subprocess.Popen([sys.executable, "-c", slow], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        write_file(str(tmp_path / "pipe"), b"x" * 500_000)
        assert reader.communicate()[0] == b"500000\n"


def test_nobody_is_waited_for_who_never_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_write, "_PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is a pipe, and nobody reads from it"):
        write_file(str(tmp_path / "pipe"), b"contents")


@pytest.mark.parametrize("new", [False, True])
def test_where_there_is_no_room_nothing_is_left_or_changed(tmp_path: Path, new: bool) -> None:
    if not new:
        (tmp_path / "file").write_text("before")
    with files_of_at_most(1000), pytest.raises(OSError, match="File too large"):
        write_file(str(tmp_path / "file"), b"x" * 2000, new=new)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == ({} if new else {"file": "before"})


def test_what_is_added_to_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    add_to_file(str(path), b"first\n")
    add_to_file(str(path), b"second\n")
    with files_of_at_most(100), pytest.raises(OSError, match=r"File too large|No space left"):
        add_to_file(str(path), b"x" * 200)
    assert path.read_bytes() == b"first\nsecond\n"
