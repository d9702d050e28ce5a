"""What other systems have not, or write otherwise, as far as one machine can stand for them."""

import os
import re
import signal
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sociable.caching.store import Store
from sociable.files.contents import shown
from sociable.fleet import crew
from sociable.output.formats import FORMATS

from tests.calls import called


def test_processes_are_begun_anew_and_not_copied() -> None:
    with crew._processes(1) as processes:
        assert processes._mp_context.get_start_method() == "spawn"  # type: ignore[attr-defined]


def test_a_system_without_masks_for_signals_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    with crew._without_interrupts():
        assert signal.getsignal(signal.SIGINT)


def test_a_system_that_tells_no_users_apart_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.delattr(os, "getuid")
    assert crew._processors() >= 1
    store = Store(str(tmp_path))
    store.put("0" * 64, b"kept")
    assert store.get("0" * 64) == b"kept"


@pytest.mark.parametrize("path", [r"clients\shop.yml", r"..\clients\shop.yml", r"C:\clients\shop.yml"])
def test_a_path_is_shown_with_slashes(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    assert shown(path) == path.replace("\\", "/")


CALLS = {
    "report": ("check", "--verbose"),
    "register": ("suppressions",),
    "answer": ("query", "for each step s"),
    "rehearsals": ("rehearse", "--when", "mentioned"),
    "client report": ("report",),
    "picture": ("graph",),
    "changes": ("diff", "old.yml"),
}
FORMATTED = [(*CALLS[each.takes], "--format", each.name) for each in FORMATS if each.takes in CALLS]
OTHERS = [
    ("check", "--diff", "--unsafe-fixes"),
    ("import",),
    ("report", "--redact"),
    ("config show",),
    ("check", "-f", "x"),
]
FILE = """\
sociable: 1
accounts: {club: {platform: mastodon, handle: "@club"}}
automations:  # sociable: ignore[no-limit, \u202e##\u202e] until=2027-01-01 -- it is small \u202e ##[group]x ::error::y
  - {id: "\\e\\u202e", account: club, when: mentioned, do: [{follow: author}, {reply: "Hi \\e\\u202e"}]}
"""
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
OBEYED = re.compile(r"##\w*\[|^\s*::", re.MULTILINE)
TURNED = re.compile(r"(?:q|\.\.|C:)\\+[qa]")
FOLDER = st.text(st.sampled_from("b é\x1b\x9b\u202e\u2066\u200b'&<"), max_size=4).map(lambda name: f"q{name}q")
PLACES = st.tuples(st.sampled_from(["", "..\\", "C:\\"]), st.lists(FOLDER, min_size=1, max_size=2))


@given(PLACES)
@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],  # looking for a smaller failure would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_each_output_shows_paths_with_slashes_and_nothing_that_acts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: tuple[str, list[str]]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "sep", "\\")
    path = place[0] + "\\".join([*place[1], "a.yml"])
    Path(path).write_text(FILE, encoding="utf-8")
    Path("old.yml").write_text(FILE.split("automations")[0], encoding="utf-8")
    for call in (*FORMATTED, *OTHERS):
        said, told = StringIO(), StringIO()
        monkeypatch.setattr(sys, "stdout", said)
        monkeypatch.setattr(sys, "stderr", told)
        called(*call, path)
        text = said.getvalue() + told.getvalue()
        assert text
        assert not ACTS.search(text), (call, text)
        assert not TURNED.search(text), (call, text)
        assert not OBEYED.search(text) or "github" in call, (call, text)


def test_each_format_of_files_is_tried() -> None:
    assert {each.takes for each in FORMATS} - set(CALLS) == {"fleet"}


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.takes == "fleet"])
def test_folders_of_a_fleet_are_shown_with_slashes(
    form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = "q\\q\\q"
    Path(folder).mkdir()
    Path(folder, "a.yml").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(os, "sep", "\\")
    called("fleet", "--no-cache", "--summary", form, "--workers", "1", folder)
    said = capsys.readouterr()
    assert "q/q/q" in said.out
    assert not TURNED.search(said.out + said.err)


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.takes == "report"])
@pytest.mark.parametrize("file", ["C:\\x\\out.of", "C:/x/out.of", "c:out.of", "C:\\a:b", "\\\\server\\share\\out.of"])
def test_a_report_goes_to_a_file_on_any_drive(
    form: str, file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yml").write_text(FILE, encoding="utf-8")
    Path("C:/x").mkdir(parents=True)
    called("check", "--no-cache", "--format", f"{form}:{file}", "--format", f"json:D{file[1:]}.json", "a.yml")
    assert Path(file).read_bytes()
    assert {str(each) for each in Path().rglob("*") if each.is_file()} >= {"a.yml", file}
