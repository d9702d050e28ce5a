"""What a change does to people, for programs: the document that ``schemas/changes.schema.json`` describes."""

from collections.abc import Iterator

from sociable.output.json_report import told_finding
from sociable.output.json_stream import write_document
from sociable.records.static import Any, TextIO
from sociable.review.compare import BETTER, NEW, WORSE, Changed, Comparison
from sociable.sources.dates import day_or_now
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "1"


def write(changes: Comparison, out: TextIO, style: Style) -> None:
    """Write one JSON document, one change to a line."""
    parts = _parts(changes)
    document = {
        "version": VERSION,
        "tool": {"name": "sociable", "version": __version__},
        "summary": {
            **{name: sum(len(each.finding.members) for each in part) for name, part in parts.items()},
            "circles": len(changes.loops),
            "gone": len(changes.gone),
            "kept": changes.kept,
        },
        "unread": dict(zip(("before", "now"), changes.unread, strict=True)),
        "changes": [],
    }
    write_document(out, document, "changes", _rows(changes))


def _parts(changes: Comparison) -> dict[str, list[Changed]]:
    new = [Changed("", finding) for finding in changes.new]
    return {NEW: new, WORSE: changes.worse, BETTER: changes.better, "edited": changes.edited}


def _rows(changes: Comparison) -> Iterator[dict[str, Any]]:
    pages, today = {page.name: page for page in changes.pages}, day_or_now(changes.today)
    for name, part in _parts(changes).items():
        for was, finding in part:
            row = told_finding(finding, pages.get(finding.rule), {}, today)
            yield {"change": name, "was": was or None, "finding": row, "gone": None}
    for entry in changes.gone:
        yield {"change": "gone", "was": entry.severity, "finding": None, "gone": entry._asdict()}
