"""Everything that a result can be written as: a row a format.

A format decides nothing. It is a module with ``write(result, out, style)``, imported when it is asked for.
"""

from importlib import import_module
from io import StringIO
from typing import TextIO

from sociable.records.record import Record
from sociable.text.style import PLAIN, Style


class Format(Record):
    """What it takes, its name, who reads it.

    It takes a ``report``, ``register``, ``answer``, ``picture``, ``rehearsals``, or what came of a ``fleet``.
    """

    takes: str
    name: str
    words: str
    module: str


FORMATS = (
    Format("report", "text", "for people: excerpt, what people see, why, what to do", "sociable.output.text_report"),
    Format("report", "concise", "for people: a line each", "sociable.output.concise"),
    Format("report", "statistics", "for people: how many of which rule", "sociable.output.statistics"),
    Format("report", "json", "everything: schemas/findings.schema.json", "sociable.output.json_report"),
    Format("report", "jsonl", "a finding a line, as in json", "sociable.output.json_lines"),
    Format("report", "sarif", "SARIF 2.1.0, for code scanning and editors", "sociable.output.sarif"),
    Format("report", "github", "annotations on a GitHub pull request", "sociable.output.github"),
    Format("report", "gitlab", "code quality on a GitLab merge request", "sociable.output.gitlab"),
    Format("report", "junit", "JUnit XML, for build servers", "sociable.output.junit"),
    Format("report", "markdown", "a comment on a pull request", "sociable.output.markdown_report"),
    Format("register", "text", "for people: each suppression with what it hides now", "sociable.output.register_text"),
    Format("register", "json", "everything, for programs", "sociable.output.register_json"),
    Format("fleet", "text", "for people: each project with something to tell", "sociable.output.fleet_text"),
    Format("fleet", "json", "every project, for programs", "sociable.output.fleet_json"),
    Format("answer", "text", "for people: each match with its places", "sociable.output.answer_text"),
    Format("answer", "json", "everything: schemas/answers.schema.json", "sociable.output.answer_json"),
    Format("rehearsals", "text", "for people: the timeline", "sociable.output.rehearsal_text"),
    Format("rehearsals", "json", "everything: schemas/rehearsal.schema.json", "sociable.output.rehearsal_json"),
    Format("client report", "html", "one file for a browser, on screen and paper", "sociable.client_report.html_page"),
    Format("client report", "markdown", "for a wiki or an e-mail", "sociable.client_report.markdown_page"),
    Format("picture", "svg", "a drawing in one file that needs nothing else", "sociable.drawing.svg"),
    Format("picture", "mermaid", "a flowchart that many code hosts draw", "sociable.drawing.mermaid"),
    Format("picture", "dot", "a graph for Graphviz", "sociable.drawing.dot"),
)


def formats_of(takes: str) -> dict[str, Format]:
    """The formats for one sort of result by their names, the usual one first."""
    return {each.name: each for each in FORMATS if each.takes == takes}


def write(takes: str, result: object, out: TextIO, form: str, style: Style = PLAIN) -> None:
    """Write a result in a format that takes it. Raises ``ValueError`` where there is no such format."""
    known = formats_of(takes)
    if form not in known:
        raise ValueError(f"{form!r} is not one of {', '.join(known)}")
    import_module(known[form].module).write(result, out, style)


def written(takes: str, result: object, form: str, style: Style = PLAIN) -> str:
    """The same as a text."""
    out = StringIO()
    write(takes, result, out, form, style)
    return out.getvalue()
