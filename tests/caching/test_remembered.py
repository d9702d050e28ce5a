"""What was found before is told again only where everything it hangs on is as it was."""

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sociable import pipeline
from sociable.caching import key as key_module
from sociable.caching.remembered import check_found
from sociable.caching.store import Store
from sociable.files import package_data
from sociable.files.contents import Contents
from sociable.findings.report import Report
from sociable.output.formats import written
from sociable.pipeline import Request

from tests.authoring.test_page_tests import RULE
from tests.authoring.test_page_tests import page as rule_page
from tests.calls import called

SHAMING = """\
sociable: 1
accounts: {shop: {platform: x, run_by: business}}
automations:
  - {id: bye, account: shop, when: unfollowed, do: [{post: "{{ event.user.handle }} has left us."}]}
"""
CLEAN = "sociable: 1\naccounts: {shop: {platform: x}}\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cache"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.yml").write_text(SHAMING)
    (folder / "b.yml").write_text(CLEAN.replace("shop", "other"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """The requests that were not answered from the cache."""
    asked = []
    real = pipeline.check_found

    def noted(request: Request, *further: Any) -> Report:
        asked.append(request)
        return real(request, *further)

    monkeypatch.setattr(pipeline, "check_found", noted)
    return asked


def check(request: Request, store: Store) -> Report:
    return check_found(request, pipeline.searched(request), store)


def told(report: Report) -> str:
    return written("report", report, "json")


def test_the_second_time_it_is_told_again(store: Store, project: Path, judged: list[Request]) -> None:
    first, second = check(Request((".",)), store), check(Request((".",)), store)
    assert len(judged) == 1
    assert told(first) == told(second) == told(pipeline.check(Request((".",))))


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def write(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(write("b.yml", CLEAN), id="a file says something else"),
        pytest.param(write("c.yml", CLEAN.replace("shop", "third")), id="a file comes"),
        pytest.param(lambda: Path("b.yml").unlink(), id="a file goes"),
        pytest.param(lambda: Path("b.yml").rename("c.yml"), id="a file gets another name"),
        pytest.param(write("sociable.toml", 'ignore = ["unfollow-shaming"]\n'), id="a configuration comes"),
        pytest.param(write("../sociable.toml", 'profile = "strict"\n'), id="one comes above"),
        pytest.param(write(".gitignore", "b.yml\n"), id="a file is ignored"),
    ],
)
def test_after_a_change_it_is_checked_anew(
    store: Store, project: Path, judged: list[Request], change: Callable[[], object]
) -> None:
    (project.parent / ".git").mkdir()
    check(Request((".",)), store)
    change()
    report = check(Request((".",)), store)
    assert len(judged) == 2
    assert told(report) == told(pipeline.check(Request((".",))))


def test_after_a_change_of_what_is_configured(store: Store, project: Path, judged: list[Request]) -> None:
    (project / "house.toml").write_text('fail-on = "error"\n')
    config = 'extends = "house.toml"\nrules = ["own"]\nbaseline = "base.jsonl"\n'
    (project / "sociable.toml").write_text(config)
    (project / "base.jsonl").write_text('{"sociable-baseline": 1}\n')
    page = project / "own" / "own" / "loud-follow.md"
    page.parent.mkdir(parents=True)
    page.write_text(rule_page(RULE))
    steps: list[Callable[[], object]] = [
        lambda: page.write_text(page.read_text().replace("Somebody follows.", "Somebody follows loudly.")),
        lambda: (project / "house.toml").write_text('fail-on = "info"\n'),
        lambda: (project / "base.jsonl").write_text('{"sociable-baseline": 1}\n\n'),
        lambda: (project / "sociable.toml").write_text(config + 'profile = "strict"\n'),
    ]
    request = Request((".",))
    check(request, store)
    for number, step in enumerate(steps, 2):
        step()
        check(request, store)
        check(request, store)
        assert len(judged) == number


def test_each_request_has_an_answer_of_its_own(store: Store, project: Path, judged: list[Request]) -> None:
    plain = Request((".",))
    other = [
        plain._replace(paths=("a.yml",)),
        plain._replace(profile="strict"),
        plain._replace(why=True),
        plain._replace(today=date(2020, 1, 1)),
        plain._replace(stdin=("b.yml", b"sociable: 1\n")),
        plain._replace(stdin=("b.yml", b"sociable: 1\n\n")),
        plain._replace(severity="error"),
        plain._replace(edits=True),
        plain._replace(preview=True),
        plain._replace(paths=("a.yml",), read_as="n8n"),
    ]
    for request in (plain, *other):
        assert told(check(request, store)) == told(pipeline.check(request))
        judged.pop()  # that of the comparison
    assert judged == [plain, *other]


def test_another_day_is_another_answer(
    store: Store, project: Path, judged: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(Request((".",)), store)
    monkeypatch.setattr(key_module, "day_or_now", lambda day: "2199-01-01")
    check(Request((".",)), store)
    assert len(judged) == 2


def test_another_version_of_the_program_is_another_answer(
    store: Store, project: Path, judged: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(Request((".",)), store)
    monkeypatch.setattr(key_module, "_program", lambda: "another")
    check(Request((".",)), store)
    assert len(judged) == 2


@pytest.mark.parametrize("changes", ["version", "length", "time"])
def test_the_program_is_another_by_its_version_and_by_each_of_its_files(
    changes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the image that it came with gave all files one time, and none of them has another length."""
    data = tmp_path / "limits.json"
    data.write_text("10")
    monkeypatch.setattr(package_data, "folder", lambda _: str(tmp_path))
    before = key_module._program.__wrapped__()
    assert key_module._program.__wrapped__() == before
    match changes:
        case "version":
            monkeypatch.setattr(key_module, "__version__", "9.9.9")
        case "length":
            data.write_text("100")
        case _:
            data.write_text("20")
            os.utime(data, (1, 1))
    assert key_module._program.__wrapped__() != before


def test_elsewhere_paths_are_others(
    store: Store, project: Path, judged: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(Request((str(project),)), store)
    monkeypatch.chdir(project.parent)
    report = check(Request((str(project),)), store)
    assert report.files == ("project/a.yml", "project/b.yml")
    assert len(judged) == 2


def test_what_holds_no_report_any_more_is_written_anew(store: Store, project: Path, judged: list[Request]) -> None:
    check(Request((".",)), store)
    (key,) = os.listdir(store.folder)
    store.put(key, b"of a later version")
    report = check(Request((".",)), store)
    assert len(judged) == 2
    assert report.findings
    assert store.get(key) != b"of a later version"


def test_what_was_judged_is_what_the_key_is_made_of(store: Store, project: Path) -> None:
    """A file that changes while it is looked at gives no wrong answer later."""
    search = pipeline.searched(Request((".",)))
    first = search.found.files[0]

    def then_changed() -> Contents:
        contents = first.contents()
        (project / "a.yml").write_text(CLEAN)
        return contents

    changing = first._replace(contents=then_changed)
    search = search._replace(found=search.found._replace(files=(changing, *search.found.files[1:])))
    assert check_found(Request((".",)), search, store).findings
    assert not check(Request((".",)), store).findings
    (project / "a.yml").write_text(SHAMING)
    assert check(Request((".",)), store).findings


def test_a_file_that_cannot_be_read_is_told(store: Store, project: Path) -> None:
    search = pipeline.searched(Request((".",)))
    (project / "a.yml").unlink()
    report = check_found(Request((".",)), search, store)
    assert [each.rule for each in report.findings] == ["unreadable-file"]


def test_a_fault_of_ours_is_not_kept(store: Store, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.check_found
    monkeypatch.setattr(pipeline, "check_found", lambda *asked: real(*asked)._replace(faults=("a rule stopped",)))
    check(Request((".",)), store)
    assert not os.path.exists(store.folder)


def test_without_a_place_to_keep_things_it_is_checked_all_the_same(project: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    assert check(Request((".",)), Store(str(tmp_path / "cache"))).findings


def test_what_rests_on_a_commit_is_not_kept(store: Store, project: Path, judged: list[Request]) -> None:
    request = Request((".",), trusted_from="HEAD")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "-c", "user.name=a", "-c", "user.email=a@client.example", "commit", "-qm", "Begin")
    assert check(request, store).findings
    assert check(request, store).findings
    assert len(judged) == 2
    assert not os.path.exists(store.folder)


@pytest.mark.parametrize("stands_for", [{"instead": {"a.yml": CLEAN.encode()}}, {"like": (".", ".")}])
def test_where_something_stands_for_files_nothing_is_kept(
    store: Store, project: Path, stands_for: dict[str, Any]
) -> None:
    request = Request((".",), **stands_for)
    assert told(check(request, store)) == told(pipeline.check(request))
    assert told(check(request, store)) == told(pipeline.check(request))
    assert not os.path.exists(store.folder)


def test_the_command_looks_where_there_is_much(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOCIABLE_CACHE_DIR", str(tmp_path / "cache"))
    assert called("check", ".") == 1
    assert not (tmp_path / "cache").exists()
    (project / "b.yml").write_text(CLEAN + "# long\n" * 40_000)
    assert called("check", "--no-cache", ".") == 1
    assert not (tmp_path / "cache").exists()
    capsys.readouterr()
    assert called("check", ".") == 1
    first = capsys.readouterr().out
    assert called("check", ".") == 1
    assert capsys.readouterr().out == first
    assert called("cache show") == 0
    assert "1 report, 0.0 of 512 MiB" in capsys.readouterr().out
    assert called("cache clear") == 0
    assert capsys.readouterr().out == f"1 report deleted from {tmp_path / 'cache'}\n"
    assert os.listdir(tmp_path / "cache") == []
