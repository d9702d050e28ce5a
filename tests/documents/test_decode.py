from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

import pytest
from sociable.documents.decode import decode
from sociable.findings.problem import Problem
from sociable.project.load import load
from sociable.text.source import Source

TEXT = "sociable: 1\r\naccounts:\r\n  c: {platform: x, handle: ä“😀”}\r\n"

MARKS = [
    (b"", "utf-8"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
]


@pytest.mark.parametrize(("mark", "codec"), MARKS)
def test_every_encoding_gives_the_same(mark: bytes, codec: str) -> None:
    data = mark + TEXT.encode(codec)
    source = decode("a.yml", data)
    assert isinstance(source, Source)
    assert (source.text, source.encoded_as) == (TEXT, codec)
    reading = load([], stdin=("a.yml", data))
    (account,) = reading.setup.accounts
    assert account.handle == "ä“😀”"
    span = account.id.span
    assert (span.line, span.column, span.text) == (3, 3, "c")
    at = source.byte_offset(span.start)
    assert data[at : at + len("c".encode(codec))] == "c".encode(codec)


@pytest.mark.parametrize(
    ("data", "message", "column"),
    [
        (b"a: \xe9", "byte 4 (0xE9) is not UTF-8 text", 4),
        ("ää: ".encode() + b"\xe9", "byte 7 (0xE9) is not UTF-8 text", 5),
        (BOM_UTF8 + b"a: \xff", "byte 7 (0xFF) is not UTF-8 text", 4),
        (BOM_UTF16_LE + b"a", "the file says it is UTF-16 text, but byte 3 is not", 1),
        (BOM_UTF32_BE + b"\x00\x11\x00\x00", "the file says it is UTF-32 text, but byte 5 is not", 1),
    ],
)
def test_what_is_no_text(data: bytes, message: str, column: int) -> None:
    problem = decode("a.yml", data)
    assert isinstance(problem, Problem)
    assert (problem.rule, problem.message) == ("unreadable-file", message)
    assert problem.advice == "Save the file as UTF-8; in most editors this is a choice in “Save as”."
    assert problem.span.column == column
