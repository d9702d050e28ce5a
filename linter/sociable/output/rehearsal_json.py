"""Rehearsals for programs: the document that ``schemas/rehearsal.schema.json`` describes."""

from collections.abc import Iterable

from sociable.output.json_report import place
from sociable.output.json_stream import write_document
from sociable.records.static import Any, TextIO
from sociable.rehearsal.sentences import clause, ending, opening
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "2"
"""Rises when something that a program may rely on is taken away or changes its meaning. This one is still a draft."""


def write(rehearsals: Iterable[Rehearsal], out: TextIO, style: Style) -> None:
    """Write one JSON document, one rehearsal to a line."""
    document = {"version": VERSION, "tool": {"name": "sociable", "version": __version__}, "rehearsals": []}
    write_document(out, document, "rehearsals", map(_rehearsal, rehearsals))


def _rehearsal(rehearsal: Rehearsal) -> dict[str, Any]:
    slowest = rehearsal.slowest
    return {
        "event": rehearsal.event,
        "account": rehearsal.account,
        "stranger": rehearsal.stranger or None,
        "mirror": rehearsal.mirror,
        "opening": opening(rehearsal),
        "happenings": [_happening(each) for each in rehearsal.happenings],
        "ending": rehearsal.ending,
        "ending_words": " ".join(ending(rehearsal)),
        "repeats": rehearsal.repeats,
        "slowest": {"automation": slowest.automation, **slowest.rate._asdict()} if slowest else None,
        "again": rehearsal.again._asdict() if rehearsal.again else None,
        "rounds": rehearsal.rounds,
        "cut_off": rehearsal.cut_off,
    }


def _happening(happening: Happening) -> dict[str, Any]:
    return {
        "number": happening.number,
        "time": happening.time,
        "round": happening.round,
        "kind": happening.kind,
        "who": happening.who,
        "verb": happening.verb or None,
        "whom": happening.whom or None,
        "audience": happening.audience,
        "text": happening.text or None,
        "sentence": clause(happening),
        "automation": happening.automation,
        "copied": happening.copied,
        "place": place(happening.span),
        "because": happening.because,
        "reason": happening.reason or None,
        "notes": happening.notes,
        "others": happening.others,
    }
