"""What an editor may not write: messages of a length that is none, or larger than anything it has to say."""

import json
import os
import subprocess
import sys
from io import BytesIO

import pytest
from sociable.server.editor.bounded_input import MOST_BYTES, BoundedInput
from sociable.server.editor.language_server import made
from sociable.server.message_bounds import BadMessage

from tests.calls import OUR_CODE


def test_messages_go_through() -> None:
    stream = BoundedInput(BytesIO(b"Content-Length: 2\r\nOther: x\r\n\r\n{}content-length:16777216 \r\n"))
    assert [stream.readline() for _ in range(3)] == [b"Content-Length: 2\r\n", b"Other: x\r\n", b"\r\n"]
    assert stream.read(2) == b"{}"
    assert stream.readline() == f"content-length:{MOST_BYTES} \r\n".encode()
    assert stream.readline() == b""


@pytest.mark.parametrize("length", ["-5", "", "abc", "1e3", "0x10", "9" * 5000, str(MOST_BYTES + 1), "3 4", "\u0663"])
def test_a_length_that_is_none(length: str) -> None:
    with pytest.raises(BadMessage, match="there may be"):
        BoundedInput(BytesIO(f"Content-Length: {length}\r\n\r\n".encode())).readline()


def test_a_line_without_end_is_read_in_pieces() -> None:
    stream = BoundedInput(BytesIO(b"x" * 10_000_000))
    assert len(stream.readline()) < 100_000


@pytest.mark.parametrize("line", [b"Other: x\r\n", b"\r\n", b"Content-Length: 2\n"])
def test_a_header_without_end_ends(line: bytes) -> None:
    stream = BoundedInput(BytesIO(line * 1001))
    for _ in range(1000):
        assert stream.readline() == line
    with pytest.raises(BadMessage, match="the editor sent 1,000 lines"):
        stream.readline()


def test_any_number_of_messages_goes_through() -> None:
    stream = BoundedInput(BytesIO(b"Content-Length: 2\r\n\r\n{}" * 2000))
    for _ in range(2000):
        assert [stream.readline(), stream.readline(), stream.read(2)] == [b"Content-Length: 2\r\n", b"\r\n", b"{}"]


@pytest.mark.parametrize("length", ["-5", "9" * 5000])
def test_the_server_says_so_and_ends(length: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "sociable", "server"],
        input=f"Content-Length: {length}\r\n\r\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith(b"sociable: the editor sent a message of `")
    assert b"internal error" not in run.stderr


def message(text: str) -> bytes:
    return f"Content-Length: {len(text)}\r\n\r\n{text}".encode()


def asked(method: str, params: str, number: int = 5) -> bytes:
    return message(f'{{"jsonrpc": "2.0", "id": {number}, "method": "{method}", "params": {params}}}')


FILE = '"textDocument": {"uri": "file:///a.yml"}'


@pytest.mark.parametrize(
    "senseless",
    [
        message("{"),
        message("[" * 100_000),
        message("[]"),
        message('{"jsonrpc": "2.0"}'),
        asked("textDocument/hover", "[]"),
        asked("textDocument/hover", f'{{{FILE}, "position": {{"line": -1, "character": -1}}}}'),
        asked("textDocument/hover", f'{{{FILE}, "position": {{"line": 0, "character": 99999999999}}}}'),
        asked("textDocument/nonsense", "{}"),
    ],
)
def test_what_makes_no_sense_is_no_fault_of_ours_and_the_server_goes_on(senseless: bytes) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "sociable", "server"],
        input=asked("initialize", '{"processId": null, "rootUri": null, "capabilities": {}}', 1)
        + senseless
        + message('{"jsonrpc": "2.0", "id": 9, "method": "shutdown"}')
        + message('{"jsonrpc": "2.0", "method": "exit"}'),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        timeout=60,
        check=False,
    )
    assert run.returncode == 0
    assert b"internal error" not in run.stdout
    assert b'"id": 9' in run.stdout


MANY = ", ".join(f'"k{number}": {{"a": {number}}}' for number in range(4000))


@pytest.mark.parametrize(
    "unknown",
    [
        asked("our/own", f"{{{MANY}}}"),
        asked("our/own", f'{{"deeper": {{{MANY}}}}}'),
        message(f'{{"jsonrpc": "2.0", "method": "our/own", "params": {{{MANY}}}}}'),
        message(f'{{"jsonrpc": "2.0", "id": 77, "result": {{{MANY}}}}}'),
        asked("our/own", '{"type_name": "no name", "a": 1}'),
    ],
    ids=["asked", "asked deeper", "told", "answered", "with a name of its own"],
)
def test_of_no_object_in_a_message_a_class_is_made(unknown: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygls.protocol.namedtuple", None)
    protocol = made().protocol
    read = json.loads(unknown.partition(b"\r\n\r\n")[2], object_hook=protocol.structure_message)
    assert read.jsonrpc == "2.0"
