"""What pages in every format are made with: templates of ours, and the words around what was found.

Whatever is put into a template is escaped by its environment, so that nothing can forget to do so.
"""

import os
import re
from collections.abc import Callable, Iterator, Set

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sociable.client_report.about_the_check.since_last_time import CHANGES
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import NO_PICTURE, Content, Gravity, RuleGroup, Sentence
from sociable.client_report.content.page_anchors import PRESSING, anchor_of
from sociable.client_report.findings_in_order.counted import KINDS
from sociable.client_report.findings_in_order.numbering import MOST_IN_FILE_ORDER
from sociable.client_report.findings_in_words.graded_findings import FOR_MAKERS, only_numbers
from sociable.client_report.wording.clauses_as_sentences import capital, told
from sociable.client_report.wording.frame import Frame
from sociable.findings.finding import SEVERITIES
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.safe import one_line

_FOLDER = os.path.join(os.path.dirname(__file__), "templates")


class Finished(Record):
    """All that a page is made of."""

    content: Content | Index
    frame: Frame

    def parts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What can be left out where a mistake of ours keeps it from being written, and where it is."""
        if isinstance(self.content, Index):
            return
        for gravity in self.content.gravities:
            for group in gravity.groups:
                for found in group.findings:
                    place = f"{found.places[0].path}:{found.places[0].line}" if found.places else found.message
                    yield (_FINDING, found.number), f"`{group.rule}`, {place}"
        for name in _LEFT_OUT:
            for at, each in enumerate(getattr(self.content, name)):
                yield (name, at), f"{name} {at + 1}, {each[0]}"
        yield (_DRAWING,), f"the drawing of {', '.join(file.path for file in self.content.files)}"

    def only(self, routes: Set[tuple[str | int, ...]]) -> "Finished":
        """The same with only these of its parts."""
        if isinstance(self.content, Index):
            return self
        kept: dict[str, Any] = {
            name: tuple(each for at, each in enumerate(getattr(self.content, name)) if (name, at) in routes)
            for name in _LEFT_OUT
        }
        if (_DRAWING,) not in routes:
            kept[_DRAWING] = NO_PICTURE
        numbers = {route[-1] for route in routes if route[0] == _FINDING}
        gravities = only_numbers(self.content.gravities, numbers)
        return self._replace(content=self.content._replace(gravities=gravities, **kept))


_FINDING, _DRAWING = "finding", "picture"
_LEFT_OUT = ("stories", "crossings", "accounts", "merits", "questions")
"""Fields of a report that hold parts of which each is for itself; the first field of each says which it is."""


COLUMNS = ("accounts", "automations", *KINDS, "crossings", "questions")
"""What the index counts of each client."""

_RARE = frozenset(KINDS).difference(SEVERITIES)

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
    environment.globals |= {"changes": CHANGES, "columns_shown": columns_shown}
    environment.filters["capital"] = capital
    environment.filters["told"] = told
    environment.filters["graded_as"] = graded_as
    environment.filters["badge_of"] = badge_of
    environment.filters["shown_as"] = shown_as
    environment.filters["anchor_of"] = anchor_of
    environment.filters["is_web"] = _is_web
    return environment


def columns_shown(index: Index) -> tuple[str, ...]:
    """The columns of totals, of which some are only there where they count something."""
    lines = (*index.clients, *([index.of_nobody] if index.of_nobody else ()))
    return tuple(each for each in COLUMNS if each not in _RARE or any(getattr(line, each) for line in lines))


def linked_parts(said: Sentence) -> Iterator[tuple[str, str]]:
    """The parts of a sentence in their order, safe to show, each with the anchor that it leads to or nothing.

    What leads somewhere are whole words, and no part of a longer one.
    """
    rest = one_line(said.text)
    for name, anchor in said.links:
        words = one_line(name)
        if words and (found := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", rest)):
            yield rest[: found.start()], ""
            yield words, anchor
            rest = rest[found.end() :]
    yield rest, ""


def graded_as(gravity: Gravity) -> str:
    """The word for its heading: of errors, whether something can be stopped against all of them, some or none."""
    if gravity.stops:
        return PRESSING
    if gravity.severity != SEVERITIES[-1]:
        return gravity.severity
    in_file = [bool(each.stands.text) for group in gravity.groups for each in group.findings]
    return "error_in_file" if all(in_file) else "error_both" if any(in_file) else gravity.severity


def badge_of(group: RuleGroup) -> str:
    """The word for its badge."""
    is_in_file = group.severity == SEVERITIES[-1] and all(each.stands.text for each in group.findings)
    return "badge_in_file" if is_in_file else f"badge_{shown_as(group)}"


def shown_as(graded: Gravity | RuleGroup) -> str:
    """The severity in whose colour it stands: what has to stop stands there like an error."""
    return SEVERITIES[-1] if graded.stops else graded.severity


def _is_web(address: str) -> bool:
    """Whether an address leads to a page: whatever else it is, it stands there as text."""
    return re.match(r"https?://[^\s<>\"']+$", address) is not None
