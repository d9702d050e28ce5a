"""What somebody accepted, and what was there before, stays in what programs read, and is so marked."""

import json

import pytest
from sociable.findings.finding import Suppression
from sociable.findings.report import Report
from sociable.output.formats import written

from tests.output.builders import COUNCIL, finding, report, span
from tests.output.conftest import Invalid

PLACE = span(COUNCIL, "council")
WHY = Suppression(("one",), "they asked \x1b[2J", "2027-01-31", PLACE)


@pytest.fixture
def accepted() -> Report:
    told = report(finding(PLACE, "one"))
    hidden = finding(PLACE, "two")._replace(suppressed=WHY)
    return told._replace(suppressed=(hidden,), kept=(finding(PLACE, "three"),))


def test_json(accepted: Report, json_errors: Invalid) -> None:
    text = written("report", accepted, "json")
    assert json_errors(text) == []
    document = json.loads(text)
    one, two, three = document["findings"]
    assert one["suppressed"] is three["suppressed"] is None
    assert (two["suppressed"]["reason"], two["suppressed"]["until"]) == ("they asked \x1b[2J", "2027-01-31")
    assert ("new" in one, three["new"]) == (False, False)
    assert [document["summary"][name] for name in ("suppressed", "kept", "stale")] == [1, 1, 0]


def test_sarif(accepted: Report, sarif_errors: Invalid) -> None:
    text = written("report", accepted, "sarif")
    assert sarif_errors(text) == []
    one, two, three = json.loads(text)["runs"][0]["results"]
    (said,) = two["suppressions"]
    assert (said["kind"], said["status"], said["justification"]) == ("external", "accepted", "they asked \\u{1b}[2J")
    assert "suppressions" not in one
    assert (one["baselineState"], three["baselineState"]) == ("new", "unchanged")
