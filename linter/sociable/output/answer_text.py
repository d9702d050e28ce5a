"""The answer to a question, for people: every match with its places."""

from collections.abc import Iterable

from sociable.engine.questions import Found
from sociable.findings.problem import Problem
from sociable.output.answer import Answer
from sociable.output.text_report import Page, margin_for
from sociable.records.static import TextIO
from sociable.text.style import Style
from sociable.text.wording import counted

_MOST_PLACES = 5


def write(answer: Answer, out: TextIO, style: Style) -> None:
    """Write each match, and how many there are in what."""
    page = Page(out, style)
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


def write_mistakes(problems: Iterable[Problem], out: TextIO, style: Style) -> None:
    """What is wrong with a question, each with its place marked."""
    page = Page(out, style)
    for problem in problems:
        page.paragraph(f"{problem.message}. {problem.advice}".rstrip(), "sociable: ", lead_style="error")
        page.place(problem.span, margin_for((problem.span,)), "error")
