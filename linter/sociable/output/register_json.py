"""The suppressions of a project, for programs."""

from collections.abc import Sequence

from sociable.output.json_report import place
from sociable.output.json_stream import write_document
from sociable.records.static import TextIO
from sociable.review.suppressed import Registered
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "1"


def write(register: Sequence[Registered], out: TextIO, style: Style) -> None:
    """Write one JSON document, one suppression to a line."""
    head = {"version": VERSION, "tool": {"name": "sociable", "version": __version__}, "suppressions": []}
    rows = (
        {
            "rules": each.placed.says.rules,
            "reason": each.placed.says.reason or None,
            "until": each.placed.says.until or None,
            "place": place(each.span),
            "where": each.placed.where,
            "hides": each.hides,
            "expired": each.expired,
        }
        for each in register
    )
    write_document(out, head, "suppressions", rows)
