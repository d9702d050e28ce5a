"""What changed since the last report, as far as a JSON report of that time says."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sociable.client_report.content import Gone, Since
from sociable.client_report.numbering import Numbering
from sociable.findings.finding import SEVERITIES

_VERSIONS = ("1",)
NEW, KEPT, WORSE, BETTER = "new", "kept", "worse", "better"


class BadReport(Exception):
    """What was given as the last report is none. The message says why."""


class Before(NamedTuple):
    """A finding of the last report."""

    severity: str
    message: str
    place: str


class LastReport(NamedTuple):
    """The findings of the last report by fingerprint; ``date`` is empty where it does not say."""

    date: str
    findings: Mapping[str, Before]


def last_report(path: str) -> LastReport:
    """Read what ``sociable check --format json`` wrote. Raises ``BadReport``."""
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        if not isinstance(document, dict) or document.get("version") not in _VERSIONS:
            raise BadReport(f"{path} is no report of `sociable check --format json` of a version that is known here")
        found = {each["fingerprint"]: _before(each) for each in document["findings"]}
    except OSError as error:
        raise BadReport(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise BadReport(f"{path} is no JSON: give what `sociable check --format json` wrote") from None
    except (KeyError, TypeError):
        raise BadReport(
            f"{path} is no report of `sociable check --format json`: a finding lacks what each has"
        ) from None
    date = document.get("date")
    return LastReport(date if isinstance(date, str) else "", found)


def _before(finding: Mapping[str, Any]) -> Before:
    if finding["severity"] not in SEVERITIES:
        raise KeyError("severity")
    place = finding["place"]
    return Before(finding["severity"], str(finding["message"]), f"{place['path']}:{place['start']['line']}")


def statuses(numbering: Numbering, last: LastReport) -> dict[str, str]:
    """For each finding of today, by fingerprint, whether it is new, as it was, or graver or milder than it was."""
    return {
        finding.fingerprint: _status(finding.severity, last.findings.get(finding.fingerprint))
        for _, finding in numbering.numbered()
    }


def _status(severity: str, before: Before | None) -> str:
    if before is None:
        return NEW
    change = SEVERITIES.index(severity) - SEVERITIES.index(before.severity)
    return WORSE if change > 0 else BETTER if change < 0 else KEPT


def since(numbering: Numbering, last: LastReport, found: Iterable[str]) -> Since:
    """What changed. ``found`` are the fingerprints of everything that was found, numbered or not."""
    of = statuses(numbering, last)
    now = set(found)

    def numbers(status: str) -> tuple[int, ...]:
        return tuple(number for number, finding in numbering.numbered() if of[finding.fingerprint] == status)

    gone = tuple(Gone(*before) for fingerprint, before in last.findings.items() if fingerprint not in now)
    return Since(last.date, numbers(NEW), numbers(KEPT), numbers(WORSE), numbers(BETTER), gone)
