"""`sociable check --watch`, as a process that somebody works beside."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calls import OUR_CODE, called

SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
"""
CALM = SETUP.replace("follow: event.user", "notify: Ann")


class Watching:
    """A process that watches, and all it says up to when it waits again."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sociable", "check", "--watch", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": OUR_CODE},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def round(self) -> str:
        said = ""
        while "Waiting for changes" not in said:
            said += self.lines.get(timeout=60)
        return said


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    pytest.importorskip("watchfiles")
    (tmp_path / "a.yml").write_text(SETUP, encoding="utf-8")
    process = Watching(tmp_path, "--format", "concise", "--format", "json:report.json")
    yield process
    process.end()


def test_it_checks_again_after_each_change_until_it_is_stopped(watching: Watching, tmp_path: Path) -> None:
    assert "error[auto-follow-back]" in watching.round()
    (tmp_path / "a.yml").write_text(CALM, encoding="utf-8")
    assert "auto-follow-back" not in watching.round()  # and its own report.json is no change
    (tmp_path / "log.txt").write_text("nobody reads this", encoding="utf-8")
    (tmp_path / "sociable.toml").write_text("profil = 3\n", encoding="utf-8")
    assert "there is no setting `profil`" in watching.round()
    (tmp_path / "sociable.toml").unlink()
    (tmp_path / "a.yml").write_text(SETUP, encoding="utf-8")
    said = watching.round()
    while "error[auto-follow-back]" not in said:  # two changes may come as two
        said = watching.round()
    assert re.search(r"^Checked at \d\d:\d\d:\d\d\.", said, re.MULTILINE)
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=60) == 130


def test_it_follows_a_named_file_that_is_replaced(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    (tmp_path / "a.yml").write_text(SETUP, encoding="utf-8")
    watching = Watching(tmp_path, "--format", "concise", "a.yml")
    try:
        assert "error[auto-follow-back]" in watching.round()
        for text in (CALM, SETUP, CALM):
            (tmp_path / "new").write_text(text, encoding="utf-8")
            (tmp_path / "new").replace(tmp_path / "a.yml")
            while ("error[auto-follow-back]" in watching.round()) != (text == SETUP):
                pass  # what was seen before the new file was
    finally:
        watching.end()


@pytest.mark.parametrize("name", ["aside", "shop.example", ".github"])
def test_it_follows_a_folder_that_is_moved(name: str, watching: Watching, tmp_path: Path) -> None:
    aside = tmp_path.parent / f"{tmp_path.name}-aside"
    aside.mkdir()
    (aside / "b.yml").write_text(SETUP.replace("shop", "stall").replace("id: back", "id: more"), encoding="utf-8")
    watching.round()
    aside.rename(tmp_path / name)
    while f"{name}/b.yml" not in watching.round():
        pass
    (tmp_path / name).rename(aside)
    while f"{name}/b.yml" in watching.round():
        pass


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone",), "there is no file or folder `gone`"),
        (("-",), "standard input is none"),
        ((os.path.abspath(os.sep),), "is everything on the computer"),
    ],
)
def test_what_cannot_be_watched(arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("watchfiles")
    assert called("check", "--watch", *arguments) == 2
    assert message in capsys.readouterr().err


def test_without_the_library_it_says_which_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert called("check", "--watch") == 2
    assert "pip install '.[watch]'" in capsys.readouterr().err
