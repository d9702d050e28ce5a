"""Dask's workers tell what one process tells, also if one of them ends in the middle."""

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sociable.errors import NoCluster
from sociable.findings.project_outcome import Outcome
from sociable.fleet.dask_cluster import dask_executor
from sociable.fleet.many import check_many
from sociable.output.formats import written

from tests.caching.test_remembered import CLEAN, SHAMING
from tests.calls import called

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("dask")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster


@pytest.fixture
def clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for number in range(60):
        (tmp_path / f"{number:02}").mkdir()
        text = (SHAMING if number % 3 == 0 else CLEAN).replace("shop", f"shop-{number}")
        (tmp_path / f"{number:02}" / "a.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return sorted(os.listdir(tmp_path))


def told(outcomes: Iterable[Outcome]) -> list[str]:
    return [written("report", each.report, "json") if each.report else each.error for each in outcomes]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_the_same_reports_also_if_a_worker_ends(cluster: Any, clients: list[str]) -> None:
    one = told(check_many(clients, workers=1))
    with dask_executor(cluster.scheduler_address) as executor:
        assert told(check_many(clients, executor)) == one
        outcomes = check_many(clients, executor)
        first = next(outcomes)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        assert told([first, *outcomes]) == one


def test_the_command(cluster: Any, clients: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert called("fleet", ".", "--no-cache", "--workers", "1") == 1
    here = capsys.readouterr().out
    assert called("fleet", ".", "--no-cache", "--dask", cluster.scheduler_address) == 1
    assert capsys.readouterr().out == here


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x"])
def test_nobody_answers(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("sociable.fleet.dask_cluster._PATIENCE", "300ms")
    with pytest.raises(NoCluster, match=f"no scheduler of Dask answers at `{address}`"), dask_executor(address):
        pass
