"""What starts a GitHub workflow or one of its jobs, and which of it the conditions there let through."""

import re
from collections.abc import Iterator

from sociable.documents import nodes
from sociable.documents.nodes import Node, Scalar, items, member, scalars, span_of, text_at
from sociable.readers.flow.parts import Part
from sociable.readers.tables import tables_beside
from sociable.text.source import Source

_EVENT = re.compile(r"github\.event_name\s*==\s*['\"](\w+)['\"]")
_LOOKED_FOR = re.compile(
    r"(?<!!)\b(?:contains|startsWith)\(\s*github\.event\.(?:comment|issue|pull_request|discussion)\.(?:body|title)"
    r"\s*,\s*'([^']{1,100})'",
    re.IGNORECASE,
)


def trigger(source: Source, event: str, event_at: Node, *, is_chosen: bool = False) -> Part:
    """What starts a flow, by its row, with what of it the place says.

    ``is_chosen``: a person of ours sets it off, as they do where all its types are such.
    """
    row = tables_beside(__file__)["events"].get(event, {"event": "webhook"})
    span = span_of(source, event_at)
    types = member(event_at, "types")
    named = {each.value for each in scalars(types)} if types is not None else set()
    chosen = is_chosen or bool(named and named.issubset(row.get("chosen", ())))
    room = () if chosen or "in" not in row else (("in", (row["in"],)),)
    crons = [text_at(each, "cron") for each in items(event_at)] if event == "schedule" else []
    clock = (("cron", (crons[0],)),) if len(crons) == 1 and crons[0] else ()
    return Part(
        event,
        span,
        span,
        "trigger",
        event="approved" if chosen else row["event"],
        platform="github" if "in" in row else "",
        carries=row.get("carries", {}),
        narrowed=dict((*room, *clock)),
        starts_or_acts=True,
    )


def events(root: Node, job: Node) -> Iterator[tuple[str, Node]]:
    """The events that start a job, with their places: those of the workflow that its own condition lets through."""
    on = member(root, "on")
    found: list[tuple[str, Node]]
    if type(on) is Scalar:
        found = [(on.value, on)]
    elif type(on) is nodes.Mapping:
        found = [(name, value if type(value) is not Scalar else key) for name, (key, value) in on.items()]
    else:
        found = [(each.value, each) for each in items(on) if type(each) is Scalar]
    yield from ((name, at) for name, at in found if lets_through(text_at(job, "if"), name))


def lets_through(condition: str, event: str) -> bool:
    """Whether a condition that asks which event it is, if it does, lets one through."""
    named = _EVENT.findall(condition)
    return not named or event in named


def asks_only_for_event(condition: str) -> bool:
    return _EVENT.fullmatch(condition) is not None


def narrowed(start: Part, condition: str) -> Part:
    """What starts a job, with the words that its condition looks for in what somebody wrote."""
    words = tuple(_LOOKED_FOR.findall(condition))
    return start._replace(narrowed={**start.narrowed, "contains": words}) if words else start
