"""`sociable query`."""

import sys

from sociable.cli.console import CLEAN, FAILED, NothingToDo, complain_of_faults, quiet_pipe, style_for
from sociable.cli.read_paths import read_paths
from sociable.errors import BadQuestion
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.engine.questions import Question
    from sociable.output.answer import Answer
    from sociable.project.load import Project


class QueryCall(Record):
    """What `sociable query` was asked for."""

    question: str
    paths: tuple[str, ...]
    form: str
    stdin_filename: str


def run(call: QueryCall) -> int:
    """Print what meets the question's conditions; the exit code is the same whether anything does or not."""
    from sociable.engine.questions import understood
    from sociable.output.answer_text import write_mistakes
    from sociable.output.formats import write

    try:
        question = understood(call.question)
        reading = read_paths(call.paths, call.stdin_filename)
    except BadQuestion as error:
        write_mistakes(error.problems, sys.stderr, style_for(sys.stderr))
        return FAILED
    if not reading.files:
        raise NothingToDo("no automation files found")
    faults = reading.faults
    with quiet_pipe():
        faults += write("answer", answered(question, reading), sys.stdout, call.form, style_for(sys.stdout))
        sys.stdout.flush()
    return complain_of_faults(faults) if faults else CLEAN


def answered(question: "Question", reading: "Project") -> "Answer":
    """What fits, and what was looked at to find it."""
    from sociable.engine.questions import ask
    from sociable.facts.facts import derive
    from sociable.output.answer import Answer

    facts = derive(reading.setup)
    return Answer(
        question=question.text,
        matches=ask(question, facts),
        problems=reading.problems,
        files=len(reading.files),
        accounts=len(reading.setup.accounts),
        automations=len(facts.automations),
    )
