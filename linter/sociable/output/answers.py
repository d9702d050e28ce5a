"""The answer to a question: every match with its places, for people and for programs."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TextIO

from sociable.engine.questions import Found
from sociable.findings.problem import Problem
from sociable.output.json_report import place
from sociable.output.json_stream import write_document
from sociable.output.text_report import Page, margin_for
from sociable.text.wording import counted
from sociable.version import __version__

VERSION = "1"
"""Rises when something that a program may rely on is taken away or changes its meaning."""

_MOST_PLACES = 5


class Answer(NamedTuple):
    """All matches in file order, each with all variables, and what was looked at to find them."""

    question: str
    matches: tuple[tuple[Found, ...], ...]
    problems: tuple[Problem, ...]
    files: int
    accounts: int
    automations: int


def write(answer: Answer, out: TextIO, form: str, *, colour: bool = False, width: int = 80) -> None:
    """Write ``answer`` as ``text``, or as the document that ``schemas/answers.schema.json`` describes."""
    if form == "json":
        write_document(out, _document(answer), "matches", map(_match, answer.matches))
        return
    page = Page(out, width, colour)
    for match in answer.matches:
        for found in match:
            _found(page, found)
        page.line()
    files = f"{counted(answer.files, 'file')} ({counted(answer.automations, 'automation')} on "
    page.paragraph(f"{_count(answer)} in {files}{counted(answer.accounts, 'account')})", style="strong")


def _count(answer: Answer) -> str:
    return "1 match" if len(answer.matches) == 1 else f"{len(answer.matches)} matches"


def _found(page: Page, found: Found) -> None:
    shown = found.places[:_MOST_PLACES]
    page.paragraph(found.says, f"{found.variable}: ", style="strong", lead_style="label")
    margin = margin_for(each.span for each in shown)
    for each in shown:
        if len(found.places) > 1:
            page.paragraph(f"{each.says}:", " " * (margin + 1))
        page.place(each.span, margin, "label")
    if left_out := len(found.places) - len(shown):
        page.paragraph(f"and {counted(left_out, 'more place')} (--format json has them)", " " * (margin + 1))


def write_mistakes(problems: Iterable[Problem], out: TextIO, colour: bool, width: int) -> None:
    """What is wrong with a question, each with its place marked."""
    page = Page(out, width, colour)
    for problem in problems:
        page.paragraph(f"{problem.message}. {problem.advice}".rstrip(), "sociable: ", lead_style="error")
        page.place(problem.span, margin_for((problem.span,)), "error")


def _document(answer: Answer) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": "sociable", "version": __version__},
        "question": answer.question,
        "summary": {
            "matches": len(answer.matches),
            "files": answer.files,
            "accounts": answer.accounts,
            "automations": answer.automations,
        },
        "matches": [],
        "problems": [
            {"rule": each.rule, "message": each.message, "advice": each.advice, "place": place(each.span)}
            for each in answer.problems
        ],
    }


def _match(match: tuple[Found, ...]) -> dict[str, Any]:
    return {
        "variables": [
            {
                "name": found.variable,
                "kind": found.kind,
                "says": found.says,
                "places": [{"says": each.says, "place": place(each.span)} for each in found.places],
            }
            for found in match
        ]
    }
