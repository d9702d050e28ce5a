"""What other systems have not, or write otherwise, as far as one machine can stand for them."""

import os
import signal
from pathlib import Path

import pytest
from sociable.caching.store import Store
from sociable.files.contents import shown
from sociable.fleet import crew


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
