"""A fragment as bytes and back, for caches and between our own processes: our own compact form, never a pickle.

One line of JSON holds all but the text, which follows it: records as lists that begin with a number for their type,
places as two offsets, words of the vocabulary by their names, so that what is read back compares as what was read.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, NoneType
from typing import Any

from sociable.findings.finding import Change
from sociable.findings.origin import Origin
from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Part, Skipped
from sociable.readers.fragment import Companion, Fragment, Link, Note, OpenFact
from sociable.records.record import Record
from sociable.setup.model import (
    Account,
    Audience,
    Automation,
    Button,
    Expression,
    Guard,
    Hours,
    Named,
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
from sociable.text.source import Source, Span
from sociable.vocabulary.crowds import CROWDS, Crowd
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.verbs import VERBS, Verb

VERSION = 5
"""Rises with every change of the form or of what it holds: what another version wrote is not read."""


class _Form(Record):
    """How values of some types are written as a list of parts, and read back."""

    kinds: tuple[type, ...]
    written: Callable[[Any, Source], Iterable[Any]]
    read: Callable[[list[Any], Source], Any]


def _record(kind: Any) -> _Form:
    return _Form(
        (kind,),
        lambda value, source: (_written(field, source) for field in value),
        lambda parts, source: kind(*(_read(part, source) for part in parts)),
    )


def _word(kind: type, table: Mapping[str, Any]) -> _Form:
    return _Form((kind,), lambda value, source: (value.name,), lambda parts, source: table[parts[0]])


def _written_span(value: Span, source: Source) -> Iterable[int]:
    if value.source is not source:
        raise TypeError("a fragment holds no places in another source")
    return value.start, value.end


def _read_mapping(parts: list[Any], source: Source) -> dict[Any, Any]:
    values = iter(_read(part, source) for part in parts)
    return dict(zip(values, values, strict=True))


_FORMS = (
    _Form((Span,), _written_span, lambda parts, source: Span(source, *parts)),
    _Form(
        (tuple,),
        lambda value, source: (_written(each, source) for each in value),
        lambda parts, source: tuple(_read(part, source) for part in parts),
    ),
    _Form((frozenset,), lambda value, source: sorted(value), lambda parts, source: frozenset(parts)),
    _Form(
        (dict, MappingProxyType),
        lambda value, source: (_written(each, source) for pair in value.items() for each in pair),
        _read_mapping,
    ),
    _word(Verb, VERBS),
    _word(Event, EVENTS),
    _word(Crowd, CROWDS),
    *map(_record, (Account, Automation, Coverage, Expression, Guard, Link, Named, Once, OpenFact, Origin, Part)),
    *map(_record, (Audience, Button, Companion, Hours, Note, PeopleList, Picture, Place)),
    *map(_record, (Change, Problem, Rate, Skipped, Step, Target, Text, Trigger)),
)
_NUMBERS = {kind: number for number, form in enumerate(_FORMS) for kind in form.kinds}
_PLAIN = frozenset((str, int, float, bool, NoneType))


def packed(fragment: Fragment) -> bytes:
    """Write a fragment. Raises ``TypeError`` if something in it is not plain data or lies in another source."""
    source, *fields = fragment
    head = [VERSION, source.path, source.encoded_as, source.preamble, [_written(field, source) for field in fields]]
    text = source.text.encode("utf-8", "surrogatepass")
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + text


def unpacked(data: bytes) -> Fragment:
    """Read a fragment back. Raises ``ValueError`` for what ``packed`` of this version did not write."""
    head, _, text = data.partition(b"\n")
    try:
        version, path, encoded_as, preamble, fields = json.loads(head)
        if version != VERSION:
            raise ValueError(f"version {version}, not {VERSION}")
        source = Source(path, text.decode("utf-8", "surrogatepass"), encoded_as, preamble)
        return Fragment(source, *(_read(field, source) for field in fields))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ValueError(f"these bytes hold no fragment: {error}") from None


def _written(value: Any, source: Source) -> Any:
    if type(value) in _PLAIN:
        return value
    number = _NUMBERS.get(type(value))
    if number is None:
        raise TypeError(f"a fragment cannot hold a {type(value).__name__}")
    return [number, *_FORMS[number].written(value, source)]


def _read(value: Any, source: Source) -> Any:
    return _FORMS[value[0]].read(value[1:], source) if type(value) is list else value
