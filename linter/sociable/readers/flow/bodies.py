"""Texts with ``{{ … }}`` in them, and bodies of calls that are JSON with such holes. Nothing is evaluated."""

import json
import re
from collections.abc import Callable, Iterator

from sociable.readers.flow.parts import Hole, Template
from sociable.records.static import Any, TypeAlias
from sociable.text.source import Span

MAX_LENGTH = 100_000
"""Of one expression that is looked through."""

Parts: TypeAlias = tuple[str | Hole, ...]
_CLOSE = "}}"
_MEMBER = (
    r"""["']?(?P<name>[A-Za-z_$][\w$]{0,60})["']?\s*:\s*"""
    r"""(?P<value>"(?:[^"\\]|\\.){0,4000}"|'(?:[^'\\]|\\.){0,4000}'|[^,{}\n]{1,400})?"""
)
_LITERAL = re.compile(r"true|false|-?\d{1,15}(?:\.\d{1,15})?")
_NAME = re.compile(r"[A-Za-z_]\w{0,60}")
_HOLE = re.compile("\ue000(\\d+)\ue001")


def split(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a template into texts and the insides of its ``{{ … }}``, and say which is which."""
    at = 0
    while (opening := text.find("{{", at)) >= 0:
        closing = text.find(_CLOSE, opening + 2)
        if closing < 0:
            break
        while text.startswith("}", closing + 2):  # the last two of several braces close it
            closing += 1
        if opening > at:
            yield text[at:opening], False
        yield text[opening + 2 : closing], True
        at = closing + 2
    if at < len(text):
        yield text[at:], False


def json_members(text: str, span: Span, read: Callable[[str], Parts]) -> dict[str, Template]:
    """Read a JSON text in which ``{{ … }}`` may stand anywhere; of what is no JSON, what looks like members.

    ``read`` makes the parts of a template of a text.
    """
    holes: list[str] = []
    program: Parts = ()
    plain = "".join(_with_marks(text.removeprefix("="), holes))
    try:
        made = json.loads(plain)
    except (ValueError, RecursionError):
        made = _loosely(plain)
    if isinstance(made, str) and holes:  # all of it is one program
        program = read(f"{{{{{holes[0]}}}}}")
        made = dict(_members_of_program(holes[0]))

    def filled(value: str) -> Template:
        written = _HOLE.sub(lambda mark: f"{{{{{holes[int(mark[1])]}}}}}", value)
        return Template(tuple(_with_reads(part, program) for part in read(written)), span)

    found: dict[str, str] = {}
    for name, value in _flat(made):
        found[name] = f"{found[name]}, {value}" if name in found else value
    return {name: filled(value) for name, value in found.items()}


def _with_marks(text: str, holes: list[str]) -> Iterator[str]:
    """Put a mark for each hole, in quotes where it stands outside of any."""
    quoted = False
    for piece, is_hole in split(text):
        if is_hole:
            mark = f"\ue000{len(holes)}\ue001"
            holes.append(piece)
            yield mark if quoted else f'"{mark}"'
        else:
            quoted ^= len(re.findall(r'(?<!\\)(?:\\\\)*"', piece)) % 2 == 1
            yield piece


def _loosely(text: str) -> dict[str, str]:
    """The named texts of what looks like JSON but is none."""
    return dict(re.findall(r"""["']?([A-Za-z_][\w.]{0,60})["']?\s*:\s*["']?((?:[^"'\\{}\n]|\\.){1,4000})""", text))


def _members_of_program(code: str) -> Iterator[tuple[str, str]]:
    """The members of an object that a piece of JavaScript makes: texts as they are, anything else as a hole."""
    for found in re.finditer(_MEMBER, code[:MAX_LENGTH]):
        written = (found["value"] or "").strip()
        if written:
            quoted = written[0] in "'\"`" and written[-1] == written[0] and len(written) > 1
            plain = _LITERAL.fullmatch(written) is not None
            yield found["name"], written[1:-1] if quoted else written if plain else f"{{{{{written}}}}}"


def _with_reads(part: str | Hole, program: Parts) -> str | Hole:
    """A name of a program as what the program reads: it made it of that."""
    if isinstance(part, str) or part.refs or part.model or not _NAME.fullmatch(part.code):
        return part
    return part._replace(refs=tuple(ref for each in program if isinstance(each, Hole) for ref in each.refs))


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    todo = [(prefix, value)]
    while todo:
        name, each = todo.pop()
        if isinstance(each, dict):
            todo += [(f"{name}.{key}" if name else str(key), inner) for key, inner in each.items()][::-1]
        elif isinstance(each, list):
            todo += [(name, inner) for inner in each][::-1]
        elif each is not None and name:
            yield name, str(each) if not isinstance(each, bool) else str(each).lower()
