"""A summary of many projects, for programs."""

from collections.abc import Sequence

from sociable.findings.project_outcome import OutcomeSummary
from sociable.output.json_stream import encoded
from sociable.records.static import TextIO
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "1"


def write(summaries: Sequence[OutcomeSummary], out: TextIO, style: Style) -> None:
    """Write one JSON document, a project to a line, in the order in which they were given."""
    head = {"version": VERSION, "tool": {"name": "sociable", "version": __version__}}
    out.write(f'{encoded(head)[:-1]}, "projects": [')
    for number, each in enumerate(summaries):
        out.write(f"{',' if number else ''}\n{encoded(each._asdict())}")
    out.write("\n]}\n")
