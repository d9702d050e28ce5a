"""`sociable query`."""

import sys
from typing import TYPE_CHECKING

from sociable.cli.commands.check import CheckCall
from sociable.cli.console import CLEAN, FAILED, NOTHING, complain, quiet_pipe, wants_colour, width
from sociable.cli.read_paths import read_paths
from sociable.errors import NoSuchPath

if TYPE_CHECKING:
    from sociable.engine.questions import Question
    from sociable.output.answers import Answer
    from sociable.project.load import Project


def query(text: str, options: CheckCall) -> int:
    """Print what meets the question's conditions; the exit code is the same whether anything does or not."""
    from sociable.engine.questions import understood
    from sociable.errors import BadQuestion
    from sociable.output.answers import write, write_mistakes

    try:
        question = understood(text)
        reading = read_paths(options.paths, options.stdin_filename, options.project)
    except BadQuestion as error:
        write_mistakes(error.problems, sys.stderr, wants_colour(sys.stderr), width(sys.stderr))
        return FAILED
    except NoSuchPath as error:
        return complain(str(error))
    if not reading.files:
        return complain("no automation files found", code=NOTHING)
    with quiet_pipe():
        write(
            answered(question, reading),
            sys.stdout,
            options.form,
            colour=wants_colour(sys.stdout),
            width=width(sys.stdout),
        )
    return CLEAN


def answered(question: "Question", reading: "Project") -> "Answer":
    """What fits, and what was looked at to find it."""
    from sociable.engine.questions import ask
    from sociable.facts.facts import derive
    from sociable.output.answers import Answer

    facts = derive(reading.setup)
    return Answer(
        question=question.text,
        matches=ask(question, facts),
        problems=reading.problems,
        files=len(reading.files),
        accounts=len(reading.setup.accounts),
        automations=len(facts.automations),
    )
