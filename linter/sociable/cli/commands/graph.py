"""`sociable graph`: read, derive, choose what to show, write it where it is wanted."""

import sys

from sociable.cli.console import CLEAN, BadCall, NothingToDo, complain, complain_of_faults
from sociable.cli.output_files import refuse_input, write_text
from sociable.errors import OurFault, SociableError
from sociable.findings.faults import fault_of
from sociable.findings.problem import Problem
from sociable.records.record import Record

_MOST_PROBLEMS = 5
_NOT_DRAWN = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")
"""Endings of files that no format writes, so that no program would open the drawing by such a name."""


class GraphCall(Record):
    """What `sociable graph` was asked for."""

    paths: tuple[str, ...]
    form: str
    around: str
    only: str | None
    output: str


def run(call: GraphCall) -> int:
    """Draw to a file or to stdout; what is left out, and what could not be read, is told on stderr."""
    from sociable.drawing.picture import picture
    from sociable.drawing.picture_scope import Wanted
    from sociable.facts.facts import derive
    from sociable.output.formats import written
    from sociable.project.load import load

    if call.output.lower().endswith(_NOT_DRAWN):
        raise BadCall(f"{call.output} would hold no such picture: name a file that ends in .svg, which browsers open")
    reading = load(call.paths)
    _tell_problems(reading.problems)
    if call.output:
        read = (*reading.files, *(problem.span.path for problem in reading.problems))
        refuse_input((call.output,), call.paths, read)
    if not reading.files:
        raise NothingToDo("there is nothing to draw: no automation files found.")
    try:
        drawing = picture(derive(reading.setup).running, Wanted(call.around, call.only == "loops"))
    except SociableError:
        raise
    except Exception as error:
        raise OurFault(fault_of(f"the drawing of {', '.join(call.paths)}", error)) from error
    text = written("picture", drawing, call.form)
    if not call.output:
        sys.stdout.write(text)
    else:
        write_text(call.output, text)
    if drawing.left_out:
        complain(drawing.left_out)
    return complain_of_faults(reading.faults) if reading.faults else CLEAN


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:_MOST_PROBLEMS]:
        complain(f"{problem.span}: {problem.message}")
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        complain(f"and {more} more that could not be read or understood; `sociable check` shows all.")
