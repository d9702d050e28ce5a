"""A finding a line, for programs that read as they go."""

from sociable.findings.report import Report
from sociable.output.json_report import findings
from sociable.output.json_stream import encoded
from sociable.records.static import TextIO
from sociable.text.style import Style


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write each finding as a JSON object of its own: the entries of ``findings`` in the format json."""
    out.writelines(f"{encoded(each)}\n" for each in findings(report, report.described()))
