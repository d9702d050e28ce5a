"""A fragment as bytes and back, so that another process or a cache can stand between reading and judging."""

from sociable.findings.finding import Change
from sociable.findings.origin import Origin
from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Part, Skipped
from sociable.readers.fragment import Companion, Fragment, Link, Note, OpenFact
from sociable.setup.model import (
    Account,
    Audience,
    Automation,
    Button,
    Expression,
    Guard,
    Hours,
    Named,
    NamesInRow,
    Once,
    PeopleList,
    Picture,
    Place,
    Rate,
    Step,
    Target,
    Text,
    Trigger,
)
from sociable.text.packing import Packing, Texts
from sociable.vocabulary.crowds import CROWDS, Crowd
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.verbs import VERBS, Verb

VERSION = 9
"""Rises with every change of the form or of what it holds: what another version wrote is not read."""

_PACKING = Packing(
    "fragment",
    VERSION,
    (
        *(Account, Automation, Coverage, Expression, Guard, Link, Named, Once, OpenFact, Origin, Part),
        *(Audience, Button, Companion, Hours, Note, PeopleList, Picture, Place),
        *(Change, Problem, Rate, Skipped, Step, Target, Text, Trigger),
    ),
    {Verb: VERBS, Event: EVENTS, Crowd: CROWDS},
    rows=(NamesInRow,),
)


def packed(fragment: Fragment) -> bytes:
    """Write a fragment. Raises ``TypeError`` if something in it is not plain data or lies in another source."""
    source, *fields = fragment
    texts = Texts((source,))
    data = b"".join(_PACKING.packed(fields, texts))
    if len(texts.sources) > 1:
        raise TypeError("a fragment holds no places in another source")
    return data


def unpacked(data: bytes) -> Fragment:
    """Read a fragment back. Raises ``ValueError`` for what ``packed`` of this version did not write."""
    sources, fields = _PACKING.unpacked(data)
    try:
        (source,) = sources
        return Fragment(source, *fields)
    except (ValueError, TypeError) as error:
        raise ValueError(f"these bytes hold no fragment: {error}") from None
