"""Bytes to text: which encoding a file is in, and where it is not."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from sociable.findings.problem import Problem
from sociable.text.source import Source, Span

_BOMS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)


def codec_of(data: bytes) -> tuple[str, int]:
    """Tell the codec of a file by its byte order mark, and how many bytes the mark has."""
    return next(((codec, len(mark)) for mark, codec in _BOMS if data.startswith(mark)), ("utf-8", 0))


def decode(path: str, data: bytes) -> Source | Problem:
    """Turn a file into text without its byte order mark, or say what keeps it from being text."""
    codec, preamble = codec_of(data)
    body = data[preamble:]
    try:
        return Source(path, body.decode(codec), codec, preamble)
    except UnicodeDecodeError as error:
        readable = Source(path, body.decode(codec, "replace"), codec, preamble)
        at = len(body[: error.start].decode(codec))
        if codec == "utf-8":
            message = f"byte {preamble + error.start + 1} (0x{body[error.start]:02X}) is not UTF-8 text"
        else:
            message = f"the file says it is {codec[:6].upper()} text, but byte {preamble + error.start + 1} is not"
        return Problem(
            "unreadable-file",
            Span(readable, at, at + 1),
            message,
            "Save the file as UTF-8; in most editors this is a choice in “Save as”.",
        )
