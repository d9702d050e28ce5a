"""What pages in every format are made with: templates of ours, and the words around what was found.

Whatever is put into a template is escaped by its environment, so that nothing can forget to do so.
"""

import os
import re
from collections.abc import Callable, Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sociable.client_report.clauses import capital, told
from sociable.client_report.content import Content, Index, Sentence
from sociable.client_report.frame import Frame
from sociable.client_report.graded_findings import FOR_MAKERS
from sociable.client_report.numbering import MOST_IN_FILE_ORDER
from sociable.records.record import Record
from sociable.text.safe import one_line

_FOLDER = os.path.join(os.path.dirname(__file__), "templates")


class Finished(Record):
    """All that a page is made of."""

    content: Content | Index
    frame: Frame


_MOST_NUMBERS = 12
"""Numbers of findings that stand open; of more, all are folded away."""


def template_file(name: str) -> str:
    """What stands in a file beside the templates."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def environment_for(frame: Frame, finalize: Callable[[object], object]) -> Environment:
    """An environment in which ``finalize`` escapes every value that is no ``Markup`` yet."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"w": frame.tables, "say": frame.say, "counted": frame.counted, "listed": frame.listed}
    environment.globals |= {"for_makers": FOR_MAKERS, "most_listed": MOST_IN_FILE_ORDER, "most_numbers": _MOST_NUMBERS}
    environment.filters["capital"] = capital
    environment.filters["told"] = told
    environment.filters["is_web"] = _is_web
    return environment


def linked_parts(said: Sentence) -> Iterator[tuple[str, str]]:
    """The parts of a sentence in their order, safe to show, each with the anchor that it leads to or nothing."""
    rest = one_line(said.text)
    for name, anchor in said.links:
        words = one_line(name)
        before, found, after = rest.partition(words) if words else (rest, "", "")
        if found:
            yield before, ""
            yield words, anchor
            rest = after
    yield rest, ""


def _is_web(address: str) -> bool:
    """Whether an address leads to a page: whatever else it is, it stands there as text."""
    return re.match(r"https?://[^\s<>\"']+$", address) is not None
