"""What the log of the server may hold of what an editor sent."""

import logging
import sys

import pytest
from sociable.server.log_lines import LogLines

HOSTILE = "password: hunter2 \x1b[31m ##[error] \u202e"


def line(name: str, message: str, error: bool = False) -> str:
    try:
        raise ValueError(HOSTILE)
    except ValueError:
        found = sys.exc_info() if error else None
    return LogLines().format(logging.LogRecord(name, logging.ERROR, "a.py", 1, message, (), found))


@pytest.mark.parametrize("library", ["pygls.protocol.json_rpc", "mcp.shared.dispatcher", "mcp"])
def test_of_a_library_a_line_is_written_and_no_traceback(library: str) -> None:
    said = line(library, f"Unable to read {HOSTILE}\nTraceback: {HOSTILE}", error=True)
    assert said == r"Unable to read password: ******* \u{1b}[31m \u{23}#[error] \u{202e}"


def test_of_a_fault_of_ours_all_is_written_that_does_not_act() -> None:
    said = line("sociable.server", "::error:: a fault", error=True)
    assert said.startswith("\\u{3a}:error:: a fault\nTraceback (most recent call last):\n")
    assert r"ValueError: password: ******* \u{1b}[31m \u{23}#[error] \u{202e}" in said
    assert "\x1b" not in said
