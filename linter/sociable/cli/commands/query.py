"""`sociable query`."""

import sys
from typing import NamedTuple

from sociable.cli.console import CLEAN, FAILED, NothingToDo, quiet_pipe, style_for
from sociable.cli.read_paths import read_paths
from sociable.errors import BadQuestion


class QueryCall(NamedTuple):
    """What `sociable query` was asked for."""

    question: str
    paths: tuple[str, ...]
    form: str
    stdin_filename: str


def run(call: QueryCall) -> int:
    """Print what meets the question's conditions; the exit code is the same whether anything does or not."""
    from sociable.engine.questions import ask, understood
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
    answer = ask(question, reading)
    with quiet_pipe():
        write("answer", answer, sys.stdout, call.form, style_for(sys.stdout))
    return CLEAN
