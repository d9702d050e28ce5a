"""Which tests the search for unnoticed faults leaves out, and what it says where it cannot try any."""

import subprocess
import sys

import pytest

from tools import mutants
from tools.mutants import asking_what_is_loaded


def test_those_that_ask_what_is_loaded_are_left_out() -> None:
    assert asking_what_is_loaded(["tests/project"]) == [
        "tests/project/test_load.py::test_a_plain_file_needs_no_slow_imports"
    ]


def test_so_are_those_whose_program_has_a_name() -> None:
    names = [test.partition("::")[2] for test in asking_what_is_loaded(["tests/config"])]
    assert names
    assert all(name.startswith("test_") for name in names)


def test_where_no_test_runs_what_has_changed_it_says_where_it_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["mutants", "main", "text"])
    monkeypatch.setattr(mutants, "changed_since", lambda base, rooms: ["linter/sociable/text/safe.py"])
    monkeypatch.setattr(mutants, "lay_out", lambda files, tests: None)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SystemExit, match=r"no fault was tried, .* looked for in tests/text only"):
        mutants.main()
