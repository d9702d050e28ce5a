"""A report that travelled says the same in every format."""

import json
from datetime import date
from pathlib import Path
from zlib import compress, decompress

import pytest
from sociable.findings.packed_report import VERSION, packed_report, unpacked_report
from sociable.findings.report import Fixes, Report
from sociable.output.formats import formats_of, written
from sociable.pipeline import Request, check
from sociable.text.style import Style

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    examples = tuple(str(path) for path in sorted((ROOT / "examples").iterdir()))
    return check(Request(examples, why=True, edits=True, today=date(2026, 11, 28)))


@pytest.mark.parametrize("form", formats_of("report"))
def test_every_format_says_the_same(report: Report, form: str) -> None:
    back = unpacked_report(packed_report(report))
    assert report.findings
    assert written("report", back, form, Style(verbose=True)) == written("report", report, form, Style(verbose=True))


def test_all_of_it_travels(report: Report) -> None:
    data = packed_report(report)
    assert packed_report(unpacked_report(data)) == data


def test_without_a_day() -> None:
    assert unpacked_report(packed_report(Report((), (), (), 0, 0, 0))).today is None


def test_what_fixes_come_to_travels(report: Report) -> None:
    assert any(finding.fix and finding.fix.edits for finding in report.findings)
    fixed = report._replace(fixes=Fixes(1, 2))
    assert unpacked_report(packed_report(fixed)).fixes == Fixes(1, 2)


def test_bytes_that_hold_none(report: Report) -> None:
    data = packed_report(report)
    newer = json.dumps([VERSION + 1, [], []]).encode() + b"\n"
    short = json.dumps([VERSION, [], []]).encode() + b"\n"
    wrong = json.dumps([VERSION, [], [[3]]]).encode() + b"\n"
    cut = decompress(data)[:-1]
    for broken in (b"", b"PK", data[:-5], *map(compress, (newer, short, wrong, cut))):
        with pytest.raises(ValueError, match="these bytes hold no report"):
            unpacked_report(broken)


def test_it_is_not_unpacked_to_more_than_is_allowed(report: Report) -> None:
    data = packed_report(report)
    size = len(decompress(data))
    assert packed_report(unpacked_report(data, size)) == data
    with pytest.raises(ValueError, match="too large"):
        unpacked_report(data, size - 1)
