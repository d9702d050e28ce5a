"""`sociable query`."""

import sys

from sociable.cli.commands.check import CheckCall
from sociable.cli.console import CLEAN, FAILED, NOTHING, complain, quiet_pipe, wants_colour, width
from sociable.cli.read_paths import read_paths
from sociable.errors import NoSuchPath


def query(text: str, options: CheckCall) -> int:
    """Print what meets the question's conditions; the exit code is the same whether anything does or not."""
    from sociable.engine.questions import ask, understood
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
    answer = ask(question, reading)
    with quiet_pipe():
        write(answer, sys.stdout, options.form, colour=wants_colour(sys.stdout), width=width(sys.stdout))
    return CLEAN
