"""n8n's expressions: which nodes and fields they read. Nothing is evaluated.

A parameter that begins with ``=`` is a template of text and ``{{ JavaScript }}``; without it, it is plain text, also
where braces stand in it. Five of six expressions are plain paths; of all others only what they mention is told.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sociable.readers.flow.bodies import MAX_LENGTH, split
from sociable.readers.flow.parts import GONE, HERE, Hole, Ref, Template
from sociable.text.source import Span

_NAMED = (
    r"""(?:\$item\(\s*["'`]?\d+["'`]?\s*\)\s*\.\s*)?\$(?:\(\s*|node\s*\[\s*)"""
    r"""(["'`])(?P<name>(?:\\.|(?!\1\s*[\])])[^\\\n]){1,200})\1\s*[\])]"""
)
_OF_NODE = (
    r"(?:\.(?:item|first\(\)|last\(\)|all\(\)(?:\[\d+\])?|(?:itemMatching|pairedItem)\([^()]{0,80}\)))?"
    r"\.(?:json|binary)"
)
_HERE = (
    r"(?P<here>\$json\b|\$binary\b|\$input(?:\.(?:item|first\(\)|last\(\)|all\(\)(?:\[\d+\])?))?\.(?:json|binary)\b)"
)
_ITEMS = r"""(?P<items>\$input\b|(?<=return )items\b|(?<![\w./'"-])items(?=\s*(?:[\[;})]|\.[a-z])))"""
"""The items that came in; in addresses and prose it is a word like any other."""

_SHORT = 500

_READ = re.compile(rf"{_NAMED}(?P<of>{_OF_NODE})?|{_HERE}|{_ITEMS}|(?P<model>\$fromAI\b)")
_KEY = re.compile(
    r"""\??\.?\[\s*(?:"([^"\]]{0,200})"|'([^'\]]{0,200})'|`([^`\]]{0,200})`|(\d{1,6}))\s*\]|\??\.([A-Za-z_$][\w$]{0,100})(?!\w*\()"""
)


def template(text: str, span: Span, nodes: Mapping[str, int]) -> Template:
    """Read a parameter; ``nodes`` are the numbers of the nodes by their names."""
    if not text.startswith("="):
        return Template((text,) if text else (), span)
    return Template(tuple(_parts(text[1:], nodes)), span)


def parts_of(text: str, nodes: Mapping[str, int]) -> tuple[str | Hole, ...]:
    """Read the inside of a template, without its ``=``."""
    return tuple(_parts(text, nodes))


def refs(code: str, nodes: Mapping[str, int]) -> tuple[Ref, ...]:
    """List what a piece of JavaScript reads, each thing once."""
    return tuple(dict.fromkeys(ref for ref, _, _ in _reads(code[:MAX_LENGTH], nodes)))


def _parts(text: str, nodes: Mapping[str, int]) -> Iterator[str | Hole]:
    for piece, filled in split(text):
        yield _hole(piece, nodes) if filled else piece


def _hole(code: str, nodes: Mapping[str, int]) -> Hole:
    code = code.strip()
    looked_at = code[:MAX_LENGTH]
    reads = list(_reads(looked_at, nodes))
    plain = len(reads) == 1 and not looked_at[: reads[0][1]].strip(" (") and not looked_at[reads[0][2] :].strip(" )")
    found = tuple(dict.fromkeys(ref for ref, _, _ in reads))
    return Hole(found, code, plain, "$fromAI" in looked_at)


def _reads(code: str, nodes: Mapping[str, int]) -> Iterator[tuple[Ref, int, int]]:
    read = _read if len(code) < _SHORT else _read.__wrapped__  # long ones hardly come twice, and take room
    for name, path, start, end in read(code):
        yield Ref(HERE if name is None else nodes.get(name, GONE), path), start, end


@lru_cache(maxsize=2000)
def _read(code: str) -> tuple[tuple[str | None, tuple[str, ...], int, int], ...]:
    """What is read: of which node by its name, or of what comes in; the same few expressions fill most of a file."""
    found = []
    for match in _READ.finditer(code):
        if match["model"]:
            continue
        name = match["name"]
        has_path = match["here"] if name is None else match["of"]
        path, end = _path(code, match.end()) if has_path else ((), match.end())
        found.append((re.sub(r"\\(.)", r"\1", name) if name is not None else None, path, match.start(), end))
    return tuple(found)


def _path(code: str, at: int) -> tuple[tuple[str, ...], int]:
    """The keys that follow, numbers of items left out: ``.a["b c"][0].d`` is a, b c, d."""
    keys: list[str] = []
    while (match := _KEY.match(code, at)) is not None and len(keys) < 30:
        key = match[1] or match[2] or match[3] or match[5]
        if key:
            keys.append(key)
        at = match.end()
    return tuple(keys), at
