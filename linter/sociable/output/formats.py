"""Everything that a result can be written as: a row a format.

A format decides nothing. It is a module with ``write(result, out, style)``, imported when it is asked for. One that
fails at a finding, a match or a rehearsal leaves that out.
"""

import os
from collections.abc import Iterable, Iterator
from io import StringIO, TextIOBase

from sociable.errors import OurFault
from sociable.findings.faults import fault_of
from sociable.records.named_module import named_module
from sociable.records.record import Record
from sociable.records.static import TextIO
from sociable.text.style import PLAIN, Style


class Format(Record):
    """What it takes (``report``, ``changes``, ``register``, ``answer``, ``fleet``, ...), its name, who reads it.

    With ``edits``, it holds what fixes come to in files; ``ending`` is what the name of a file of it ends with, if
    people expect a certain one.
    """

    takes: str
    name: str
    words: str
    module: str
    ending: str = ""
    edits: bool = False


FORMATS = (
    Format("report", "text", "for people: excerpt, what people see, why, what to do", "sociable.output.text_report"),
    Format("report", "concise", "for people: a line each", "sociable.output.concise"),
    Format("report", "statistics", "for people: how many of which rule", "sociable.output.statistics"),
    Format(
        "report", "json", "everything: schemas/findings.schema.json", "sociable.output.json_report", "json", edits=True
    ),
    Format("report", "jsonl", "a finding a line, as in json", "sociable.output.json_lines", "jsonl", edits=True),
    Format(
        "report", "sarif", "SARIF 2.1.0, for code scanning and editors", "sociable.output.sarif", "sarif", edits=True
    ),
    Format("report", "github", "annotations on a GitHub pull request", "sociable.output.github"),
    Format("report", "gitlab", "code quality on a GitLab merge request", "sociable.output.gitlab", "json"),
    Format("report", "junit", "JUnit XML, for build servers", "sociable.output.junit", "xml"),
    Format("report", "markdown", "a comment on a pull request", "sociable.output.markdown_report", "md"),
    Format("changes", "text", "for people: what is new in full, the rest a line each", "sociable.output.changes_text"),
    Format("changes", "markdown", "a comment on a pull request", "sociable.output.changes_markdown"),
    Format("changes", "json", "everything: schemas/changes.schema.json", "sociable.output.changes_json"),
    Format("register", "text", "for people: each suppression with what it hides now", "sociable.output.register_text"),
    Format("register", "json", "everything, for programs", "sociable.output.register_json"),
    Format("fleet", "text", "for people: each project with something to tell", "sociable.output.fleet_text"),
    Format("fleet", "json", "every project, for programs", "sociable.output.fleet_json"),
    Format("answer", "text", "for people: each match with its places", "sociable.output.answer_text"),
    Format("answer", "json", "everything: schemas/answers.schema.json", "sociable.output.answer_json"),
    Format("rehearsals", "text", "for people: the timeline", "sociable.output.rehearsal_text"),
    Format("rehearsals", "json", "everything: schemas/rehearsal.schema.json", "sociable.output.rehearsal_json"),
    Format(
        "client report",
        "html",
        "one file for a browser, on screen and paper",
        "sociable.client_report.pages.html_page",
        "html",
    ),
    Format("client report", "markdown", "for a wiki or an e-mail", "sociable.client_report.pages.markdown_page", "md"),
    Format("picture", "svg", "a drawing in one file that needs nothing else", "sociable.drawing.svg"),
    Format("picture", "mermaid", "a flowchart that many code hosts draw", "sociable.drawing.mermaid"),
    Format("picture", "dot", "a graph for Graphviz", "sociable.drawing.dot"),
)


_AT_ONCE = 2**19
"""Characters that are packed together."""


class _Held(TextIOBase):
    """What a format has written, until it is known that nothing in it fails; much of it is held packed."""

    def __init__(self) -> None:
        super().__init__()
        self._packed: list[bytes] = []
        self._latest: list[str] = []
        self._waiting = 0

    def write(self, text: str) -> int:
        self._latest.append(text)
        self._waiting += len(text)
        if self._waiting >= _AT_ONCE:
            from zlib import compress

            self._packed.append(compress("".join(self._latest).encode("utf-8", "surrogatepass"), 1))
            self._latest.clear()
            self._waiting = 0
        return len(text)

    def pieces(self) -> Iterator[str]:
        """All that was written, in its order."""
        for each in self._packed:
            from zlib import decompress

            yield decompress(each).decode("utf-8", "surrogatepass")
        yield "".join(self._latest)


def formats_of(takes: str) -> dict[str, Format]:
    """The formats for one sort of result by their names, the usual one first."""
    return {each.name: each for each in FORMATS if each.takes == takes}


def format_by_name(takes: str, path: str) -> str:
    """The first format for one sort of result that the name of a file lets expect; nothing where it may be any."""
    ending = os.path.splitext(path)[1].removeprefix(".").lower()
    return next((each.name for each in formats_of(takes).values() if each.ending == ending), "") if ending else ""


def write(takes: str, result: object, out: TextIO, form: str, style: Style = PLAIN) -> tuple[str, ...]:
    """Write a result in a format that takes it, as far as nothing of ours fails. Returns what failed, and where.

    Raises ``ValueError`` where there is no such format, and ``OurFault`` where nothing is left to write.
    """
    known = formats_of(takes)
    if form not in known:
        raise ValueError(f"{form!r} is not one of {', '.join(known)}")
    held, faults = _written(known[form], result, style)
    out.writelines(held.pieces())
    return faults


def written(takes: str, result: object, form: str, style: Style = PLAIN) -> str:
    """The same as a text, of a result that is written as a whole or not at all."""
    text, faults = written_in_part(takes, result, form, style)
    for fault in faults:
        raise OurFault(fault)
    return text


def written_in_part(takes: str, result: object, form: str, style: Style = PLAIN) -> tuple[str, tuple[str, ...]]:
    """The same as a text, and what failed."""
    out = StringIO()
    faults = write(takes, result, out, form, style)
    return out.getvalue(), faults


def _written(form: Format, result: object, style: Style) -> tuple[_Held, tuple[str, ...]]:
    whole = list(result) if form.takes == "rehearsals" and isinstance(result, Iterable) else result
    try:
        return _held(form, whole, style), ()
    except Exception as error:  # noqa: BLE001 - what fails is looked for below
        failed = fault_of(f"the format `{form.name}`", error)
    from sociable.output.failing_parts import without_failing

    kept, faults = without_failing(form.takes, whole, lambda part: _held(form, part, style))
    if kept is None:
        raise OurFault(failed)
    return kept, tuple(f"the format `{form.name}` at {fault}" for fault in faults)


def _held(form: Format, result: object, style: Style) -> _Held:
    out = _Held()
    named_module(form.module).write(result, out, style)
    return out
