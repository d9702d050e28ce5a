"""What an assistant may not write: a line of any length, lines that are no messages, and values without end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from sociable.server import message_bounds
from sociable.server.assistants import bounded_lines
from sociable.server.assistants.bounded_lines import BoundedLines
from sociable.server.message_bounds import BadMessage, bounded

from tests.calls import OUR_CODE


@pytest.fixture(autouse=True)
def low_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_lines, "MOST_BYTES", 20)
    monkeypatch.setattr(bounded_lines, "MOST_SENSELESS", 3)
    monkeypatch.setattr(message_bounds, "MOST_VALUES", 3)


def lines_of(data: bytes) -> BoundedLines:
    return BoundedLines(BytesIO(data))


def test_lines_go_through_to_the_end() -> None:
    lines = lines_of(b"{}\n" + b"x" * 19 + b"\n\xff\xc3\xb6")
    assert [lines.readline() for _ in range(3)] == ["{}\n", "x" * 19 + "\n", "\ufffd\u00f6"]
    lines.made_sense()
    assert lines.readline() == ""


@pytest.mark.parametrize("long", [b"x" * 20 + b"\n", b"x" * 21, b"\0" * 100_000, b'"\xc3\xb6' * 10])
def test_a_line_that_is_too_long_is_refused(long: bytes) -> None:
    lines = lines_of(b"{}\n" + long)
    assert lines.readline() == "{}\n"
    with pytest.raises(BadMessage, match="the assistant sent a message of more than 20 bytes"):
        lines.readline()


@pytest.mark.parametrize("line", [b"\n", b"x\n", b"{]\n"])
def test_lines_that_make_no_sense_come_to_an_end(line: bytes) -> None:
    lines = lines_of(line * 9)
    for _ in range(2):
        lines.readline()
    lines.made_sense()
    for _ in range(3):
        lines.readline()
    with pytest.raises(BadMessage, match="3 lines, and none of them is a message"):
        lines.readline()


@pytest.mark.parametrize(
    "few", [b"[1,2,3]", b"", b'"[[[[,,,,{{{{"', rb'["\",,,\\", "[[[["]', b'"[,{[,{', b'{"a":{"b":{}}}']
)
def test_what_stands_in_texts_is_no_value(few: bytes) -> None:
    assert bounded(few, "") == few


@pytest.mark.parametrize("many", [b"[1,2,3,4]", b"[[[[", b"{{{{", b",,,,", rb'["\\",[],"\"",[]]', b'"[[",1,2,"{",[,"x'])
def test_values_have_an_end(many: bytes) -> None:
    with pytest.raises(BadMessage, match="the assistant sent a message of more than 3 values"):
        bounded(many, "the assistant")


def endless(what: bytes) -> Iterator[bytes]:
    while True:
        yield what * (65536 // len(what))


@pytest.mark.parametrize(
    ("command", "what"), [("mcp", b"y\n"), ("mcp", b"\0"), ("mcp", b"[],"), ("server", b"y"), ("server", b"\n")]
)
def test_input_without_end_is_told_and_ends(command: str, what: bytes, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sociable", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdin is not None
        assert run.stderr is not None
        with suppress(BrokenPipeError):
            for piece in endless(what):
                run.stdin.write(piece)
        said = run.stderr.read()
    assert run.returncode == 2
    assert said.startswith(b"sociable: the ")
    assert b" sent " in said


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (r'"\ud83d"', r'"\ufffd"'),
        (r'"\uDE00x"', r'"\ufffdx"'),
        (r'"\ud83d\ude00"', r'"\ud83d\ude00"'),
        (r'"\uD83D\uDE00\ude00"', r'"\uD83D\uDE00\ufffd"'),
        (r'"\ud83d\ud83d"', r'"\ufffd\ufffd"'),
        (r'"\\ud83d"', r'"\\ud83d"'),
        (r'"\\\ud83d"', r'"\\\ufffd"'),
        (r'"\u00e9\n"', r'"\u00e9\n"'),
    ],
)
def test_half_a_letter_is_replaced_and_nothing_else(monkeypatch: pytest.MonkeyPatch, sent: str, read: str) -> None:
    monkeypatch.setattr(bounded_lines, "MOST_BYTES", 100)
    assert lines_of(sent.encode()).readline() == read
