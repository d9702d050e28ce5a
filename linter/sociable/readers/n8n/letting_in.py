"""Programs that let one person in: they compare who wrote with an id that stands in them. Nothing of them is run."""

import re
from collections.abc import Mapping

from sociable.readers.flow.bodies import MAX_LENGTH
from sociable.readers.flow.parts import HERE, NO_TESTS, Hole, Ref, Template, Test
from sociable.text.source import Span

_WHO = r"""(?P<path>(?:\b(?:message|callback_query)\.)(?:from|chat)\.id)"""
_ID = r"""(?P<id>-?\d{4,20}\b|"[^"\n]{1,60}"|'[^'\n]{1,60}'|<{1,2}[^<>\n]{1,60}>{1,2}|[A-Z][A-Z0-9_]{2,60}\b)"""
"""Written down, left to be filled in, or a constant of the program."""

_COMPARED = re.compile(rf"{_WHO}\s*(?:[!=]==?)\s*{_ID}")


def asks_who(program: str, place: Span) -> Mapping[int, tuple[Test, ...]]:
    """What a program asks of whoever set off the flow, as the condition of its only output."""
    found = _COMPARED.search(program[:MAX_LENGTH])
    if found is None:
        return NO_TESTS
    path = tuple(found["path"].split("."))
    them = Template((found["id"].strip("\"'<>"),), place)
    return {0: (Test(Template((Hole((Ref(HERE, path),), found["path"], plain=True),), place), "is", them),)}
