"""What there is to tell of a question: matches, and what was looked at to find them."""

from sociable.engine.questions import Found
from sociable.findings.problem import Problem
from sociable.records.record import Record


class Answer(Record):
    """All matches in file order, each with all variables, and what was looked at to find them."""

    question: str
    matches: tuple[tuple[Found, ...], ...]
    problems: tuple[Problem, ...]
    files: int
    accounts: int
    automations: int
