"""What sets off what, drawn: read, derive, choose what to show, write it where it is wanted."""

import os
import sys
from typing import NamedTuple

from sociable.cli.console import CLEAN, NOTHING, complain
from sociable.findings.problem import Problem

_MOST_PROBLEMS = 5


class GraphCall(NamedTuple):
    """What `sociable graph` was asked for."""

    paths: tuple[str, ...]
    form: str
    around: str = ""
    only_loops: bool = False
    output: str = ""


def draw(options: GraphCall) -> int:
    """Draw to a file or to stdout; what is left out, and what could not be read, is told on stderr."""
    from sociable.drawing import FORMATS
    from sociable.drawing.picture import picture
    from sociable.drawing.picture_scope import Wanted
    from sociable.errors import NoSuchPath, NotThere
    from sociable.facts.facts import derive
    from sociable.project.load import load

    try:
        reading = load(options.paths)
    except NoSuchPath as error:
        return complain(str(error))
    _tell_problems(reading.problems)
    if not reading.files:
        complain("there is nothing to draw: no automation files found.")
        return NOTHING
    try:
        drawing = picture(derive(reading.setup), Wanted(options.around, options.only_loops))
    except NotThere as error:
        return complain(str(error))
    text = FORMATS[options.form](drawing)
    if not options.output:
        sys.stdout.write(text)
    elif failure := _written(options.output, text):
        return complain(failure)
    if drawing.left_out:
        complain(drawing.left_out)
    return CLEAN


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:_MOST_PROBLEMS]:
        complain(f"{problem.span}: {problem.message}")
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        complain(f"and {more} more that could not be read or understood; `sociable check` shows all.")


def _written(path: str, text: str) -> str:
    """Write a file, whole or not at all. Returns why it could not be done, or nothing."""
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a terminal is not replaced by a file
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        else:
            _replace(os.path.realpath(path), text)
    except OSError as error:
        return f"{path} cannot be written: {error.strerror}"
    return ""


def _replace(path: str, text: str) -> None:
    from tempfile import mkstemp

    handle, beside = mkstemp(prefix=".sociable-", dir=os.path.dirname(path))
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, _mode(path))
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _mode(path: str) -> int:
    """The rights that the file has, or that a new one would get."""
    try:
        return os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
