"""What would change in files, as a unified diff that `patch` and `git apply -p0` take."""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff

from sociable.documents.decode import codec_of

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NO_LINE_BREAK = "\n\\ No newline at end of file\n"
_QUOTED = {code: f"\\{code:03o}" for code in (*range(32), 127)} | {34: '\\"', 92: "\\\\"}
"""How `git` and `patch` write such characters in the name of a file."""


def diff_of(
    before: Mapping[str, bytes], after: Mapping[str, bytes], shown: Callable[[str], str] = str
) -> Iterator[str]:
    """The lines, with their line breaks, of the differences of all files in the order of their paths.

    ``shown`` is what is shown of a whole file: what has to be hidden of it may reach over several lines.
    """
    for path in sorted(after):
        name = _name(path)
        for line in unified_diff(_lines(shown(_text(before[path]))), _lines(shown(_text(after[path]))), name, name):
            yield line if line.endswith("\n") else f"{line}{_NO_LINE_BREAK}"


def _name(path: str) -> str:
    """A path within quotes if it holds what could pass for another line."""
    quoted = path.translate(_QUOTED)
    return f'"{quoted}"' if quoted != path else path


def _text(data: bytes) -> str:
    codec, preamble = codec_of(data)
    return data[preamble:].decode(codec)


def _lines(text: str) -> list[str]:
    return _LINES.findall(text)
