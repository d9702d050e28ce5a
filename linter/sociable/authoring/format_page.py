"""One rule page, laid out anew."""

from sociable.errors import BadRule
from sociable.findings.problem import Problem
from sociable.language.printer import format_block
from sociable.records.record import Record
from sociable.rulebook.pages import fenced_block, rule_fences
from sociable.text.source import Source


class Formatted(Record):
    """A page with its blocks laid out; a block that could not be read is as it was, and is among the problems."""

    text: str
    problems: tuple[Problem, ...]


def format_page(source: Source) -> Formatted:
    """The text of a page, every rule block in its one layout."""
    pieces: list[str] = []
    problems: list[Problem] = []
    done = 0
    try:
        fences = [*rule_fences(source)]
    except BadRule as error:
        return Formatted(source.text, (error.problem,))
    for fence in fences:
        try:
            block = fenced_block(source, fence)
            laid_out = format_block(block)
        except BadRule as error:
            problems.append(error.problem)
        else:
            pieces += source.text[done : block.start], laid_out
            done = block.end
    return Formatted("".join((*pieces, source.text[done:])), tuple(problems))
