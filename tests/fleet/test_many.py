"""Many projects at once tell what each tells alone, whatever happens to those who do the work."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from sociable.caching.store import Store
from sociable.findings.project_outcome import Outcome
from sociable.findings.report import Report
from sociable.fleet import work
from sociable.fleet.crew import Crew
from sociable.fleet.many import check_many
from sociable.fleet.work import do, outcome_of, work_of
from sociable.output.formats import written
from sociable.pipeline import Request, check

from tests.caching.test_remembered import CLEAN, SHAMING
from tests.fleet.deadly import dies


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(12):
        client = tmp_path / "clients" / f"{number:02}"
        client.mkdir(parents=True)
        (client / "a.yml").write_text((SHAMING if number % 3 == 0 else CLEAN).replace("shop", f"shop-{number}"))
    monkeypatch.chdir(tmp_path / "clients")
    return tmp_path / "clients"


@pytest.fixture
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(3) as executor:
        yield executor


def told(outcomes: Iterable[Outcome]) -> list[str]:
    return [written("report", each.report, "json") if each.report else each.error for each in outcomes]


def alone(names: list[str]) -> list[str]:
    return [written("report", check(Request((name,))), "json") for name in names]


def test_they_come_in_order_and_say_what_each_says_alone(folder: Path, threads: Executor) -> None:
    names = sorted(os.listdir(folder), reverse=True)
    outcomes = list(check_many(names, threads))
    assert [each.project for each in outcomes] == names
    assert told(outcomes) == alone(names)


def test_new_processes_say_the_same(folder: Path) -> None:
    names = sorted(os.listdir(folder))
    assert told(check_many(names, workers=2)) == alone(names)


def test_a_broken_project_costs_only_itself(folder: Path, threads: Executor) -> None:
    (folder / "03" / "sociable.toml").write_text("colour = 'red'\n")
    (folder / "04" / "a.yml").write_text("sociable: [")
    outcomes = list(check_many(["02", "03", "04", "missing", "05"], threads))
    assert [bool(each.error) for each in outcomes] == [False, True, False, True, False]
    assert outcomes[1].error == "03/sociable.toml:1:1: there is no setting `colour`."
    assert outcomes[3].error == "there is no file or folder `missing`."
    assert outcomes[2].report is not None
    assert outcomes[2].report.findings[0].rule == "broken-yaml"


def test_a_fault_of_ours_costs_only_one_project(
    folder: Path, threads: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(request: Request) -> Report:
        if request.paths == ("01",):
            raise MemoryError("too much")
        return check(request)

    monkeypatch.setattr(work, "check", broken)
    outcomes = list(check_many(["00", "01", "02"], threads))
    assert [each.error for each in outcomes] == [
        "",
        "the check stopped at an internal error: MemoryError: too much",
        "",
    ]


def test_requests_may_differ(folder: Path, threads: Executor) -> None:
    stated = Request(("00",), today=date(2020, 2, 3), stdin=("b.yml", b"\xff\x00"), fail_on="info", ignore=("loops",))
    stated = stated._replace(instead={"00/a.yml": SHAMING.replace("shop", "caf\u00e9").encode()}, edits=True)
    by_name, by_request = check_many(["00", stated], threads, Request((), profile="strict"))
    assert by_name.report is not None
    assert by_request.report is not None
    assert by_name.report.profile == "strict"
    assert by_request.report.today == date(2020, 2, 3)
    assert told([by_request]) == [written("report", check(stated), "json")]


def test_what_is_kept_is_told_again(folder: Path, threads: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIABLE_CACHE_DIR", str(folder.parent / "cache"))
    names = sorted(os.listdir(folder))
    first = told(check_many(names, threads))
    assert not (folder.parent / "cache").exists()
    assert told(check_many(names, threads, cache=True)) == first
    assert Store(str(folder.parent / "cache")).usage().entries == len(names)
    assert told(check_many(names, threads, cache=True)) == first


def test_no_more_waits_than_can_be_done_soon(threads: Executor) -> None:
    asked = []

    def projects() -> Iterator[str]:
        for _ in range(5_000):
            asked.append(1)
            yield "missing"

    next(check_many(projects(), threads))
    assert len(asked) <= 1024


def test_whoever_does_it_elsewhere_sees_the_same_paths(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = work_of(Request(("00",)), remembers=False)
    monkeypatch.chdir(tmp_path)
    report = outcome_of("00", do(asked)).report
    assert report is not None
    assert report.files == ("00/a.yml",)
    assert os.getcwd() == str(tmp_path)


def test_a_folder_that_is_not_there_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = work_of(Request(("00",)), remembers=False)
    monkeypatch.chdir(tmp_path)
    folder.rename(tmp_path / "elsewhere")
    assert "FileNotFoundError" in outcome_of("00", do(asked)).error


def test_the_report_of_another_version_is_told() -> None:
    assert "another version" in outcome_of("a", b"Rnonsense").error


def results(crew: Crew, works: list[bytes]) -> list[bytes]:
    tasks = [crew.hand_out(each) for each in works]
    done = []
    for task in tasks:
        try:
            done.append(crew.done(task))
        except BrokenExecutor:
            done.append(b"lost")
    return done


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
@pytest.mark.parametrize("given", [False, True], ids=["ours", "given"])
def test_a_process_that_ends_costs_only_the_work_that_ended_it(tmp_path: Path, given: bool) -> None:
    (tmp_path / "file").touch()
    once = b"once " + os.fsencode(tmp_path / "file")
    works = [b"a", once, b"b", b"die", b"c", b"die too"]
    executor = ProcessPoolExecutor(1, get_context("spawn")) if given else None
    # One process: of two, the other could end them both before this one has taken the file of ``once`` away.
    with Crew(dies, executor, workers=1) as crew:
        assert results(crew, works) == [b"did a", b"did " + once, b"did b", b"lost", b"did c", b"lost"]
        assert results(crew, [b"later"]) == [b"did later"]
    if executor is not None:
        executor.shutdown()


class Lossy(Executor):
    """Work gets lost on it."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def submit(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> "Future[object]":  # type: ignore[override]
        future: Future[object] = Future()
        future.set_exception(self.error)
        return future


def test_other_mistakes_of_executors_are_told(folder: Path) -> None:
    (outcome,) = check_many(["00"], Lossy(TimeoutError("the machine is gone")))
    assert outcome.error == "nobody could check it: TimeoutError: the machine is gone"


def test_who_ends_twice_is_told(folder: Path, threads: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(crew: Crew, task: object) -> bytes:
        raise BrokenExecutor

    monkeypatch.setattr(Crew, "done", broken)
    (outcome,) = check_many(["00"], threads)
    assert "ended twice" in outcome.error
