"""Everything that was found, for programs: the document that ``schemas/findings.schema.json`` describes."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.files.contents import absolute
from sociable.findings.finding import (
    SEVERITIES,
    Citation,
    Clause,
    Finding,
    Fix,
    LoopEvidence,
    Member,
    Suppression,
)
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Described, Report, RuleSummary
from sociable.output.excerpt import excerpt
from sociable.output.json_stream import write_document
from sociable.records.static import Any, TextIO
from sociable.sources.dates import day_or_now, is_old
from sociable.text.source import Span
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "2"
"""Rises when something that a program may rely on is taken away or changes its meaning."""

_COLUMNS = 120
"""As much of a line of an excerpt as a page can show."""


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one JSON document, one finding to a line."""
    severities = [finding.severity for finding in report.findings]
    described = report.described()
    document = {
        "version": VERSION,
        "tool": {"name": "sociable", "version": __version__},
        "today": day_or_now(report.today),
        **({"profile": report.profile} if report.profile else {}),
        "summary": {
            **{severity: severities.count(severity) for severity in reversed(SEVERITIES)},
            "files": len(report.files),
            "skipped": len(report.skipped),
            "accounts": report.accounts,
            "automations": report.automations,
            "rules": report.rules,
            "suppressed": len(report.suppressed),
            "kept": len(report.kept),
            "stale": len(report.stale),
            **({"fixed": report.fixes.fixed, "unsafely_fixable": report.fixes.more} if report.fixes else {}),
        },
        "findings": [],
        "files": [_file(path, described.digests) for path in report.files],
        **_described(described),
        "skipped": [{"path": path, "reason": reason} for path, reason in report.skipped],
        **({"coverage": [_coverage(path, read) for path, read in report.coverage.items()]} if report.coverage else {}),
    }
    write_document(out, document, "findings", findings(report, described))


def findings(report: Report, described: Described) -> Iterator[dict[str, Any]]:
    """All findings, also those that somebody accepted and those of a baseline, which say so."""
    pages, today = report.pages_by_name(), day_or_now(report.today)
    kinds = {each.id: "automation" for each in described.automations} | {
        each.id: "account" for each in described.accounts
    }
    for told, is_new in ((report.findings, True), (report.suppressed, True), (report.kept, False)):
        for finding in told:
            yield told_finding(finding, pages.get(finding.rule), kinds, today, is_new)


def _file(path: str, digests: Mapping[str, str]) -> dict[str, str]:
    return {"path": path, "sha256": digests[path]} if path in digests else {"path": path}


def _described(described: Described) -> dict[str, Any]:
    return {
        "accounts": [
            {
                "id": each.id,
                "platform": each.platform or None,
                **({"handle": each.handle} if each.handle else {}),
                **({"client": each.client} if each.client else {}),
                "facts": each.facts,
            }
            for each in described.accounts
        ],
        "automations": [each._asdict() for each in described.automations],
    }


def told_finding(
    finding: Finding, page: RuleSummary | None, kinds: Mapping[str, str], today: str, is_new: bool = True
) -> dict[str, Any]:
    """A finding, with what its rule's page says; ``kinds`` tells of ids whether they are of accounts or automations.

    By ``today`` a source is old.
    """
    return {
        "rule": finding.rule,
        **({"title": page.title, "category": page.category} if page else {}),
        "page": absolute(page.path) if page else None,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "platform": finding.platform or None,
        "fingerprint": finding.fingerprint,
        "place": place(finding.span),
        "message": finding.message,
        "people_see": finding.people_see,
        "why": finding.why,
        "advice": finding.advice,
        **_grounds(finding, today),
        "subjects": finding.subjects,
        "kinds": {name: kinds[name] for name in finding.subjects if name in kinds},
        "excerpt": [{"line": line.number, "text": line.text} for line in excerpt(finding.span, _COLUMNS)],
        "related": [{"place": place(span), "label": label} for span, label in finding.related],
        "loop": _loop(finding.loop) if finding.loop else None,
        "fix": _fix(finding.fix) if finding.fix else None,
        **({"why_held": [clause(each) for each in finding.why_held]} if finding.why_held else {}),
        "members": [_member(each, today) for each in finding.members],
        "also": finding.also,
        "suppressed": _suppression(finding.suppressed, finding.suppressed_too) if finding.suppressed else None,
        **({} if is_new else {"new": False}),
    }


def _grounds(told: Finding | Member, today: str) -> dict[str, Any]:
    """What a finding rests on, or one of its members."""
    return {
        "citation": _citation(told.citation, today) if told.citation else None,
        "judgement": told.judgement,
        **({"laws": [law.fact for law in told.laws]} if told.laws else {}),
        **({"laws_if": [law.fact for law in told.laws_if]} if told.laws_if else {}),
        **({"readers": sorted(told.readers)} if told.readers else {}),
        **({"seats": sorted(told.seats)} if told.seats else {}),
    }


def _citation(citation: Citation, today: str) -> dict[str, Any]:
    return {**citation._asdict(), "old": is_old(citation.seen, today)}


def _coverage(path: str, coverage: Coverage) -> dict[str, Any]:
    """How much of a file of another tool was understood, and what was not."""
    return {
        "path": path,
        "read_as": coverage.read_as,
        "understood": coverage.understood,
        "parts": len(coverage.parts),
        "not_understood": [
            {"node": part.called, "reason": part.reason, "place": place(part.span)}
            for part in coverage.parts
            if part.outcome == "not-understood"
        ],
    }


def _member(member: Member, today: str) -> dict[str, Any]:
    return {
        "place": place(member.span),
        "account": member.account or None,
        "subjects": member.subjects,
        "fingerprint": member.fingerprint,
        "severity": member.severity,
        "platform": member.platform or None,
        **_grounds(member, today),
        **({"origin": _origin(member.origin)} if member.origin.importer else {}),
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {**origin._asdict(), "within": _origin(origin.within) if origin.within else None}


def _suppression(suppression: Suppression, others: Iterable[Span]) -> dict[str, Any]:
    return {
        "rules": suppression.rules,
        "reason": suppression.reason,
        "until": suppression.until or None,
        "place": place(suppression.span),
        "others": [place(each) for each in others],
    }


def clause(each: Clause) -> dict[str, Any]:
    """A condition of a rule with what it came down to; only one at the top has a role."""
    return {
        **({"role": each.role} if each.role else {}),
        "text": each.text,
        "words": each.words,
        "held": each.held,
        "says": each.says,
        "place": place(each.span) if each.span else None,
        "parts": [clause(part) for part in each.parts],
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "words": fix.words,
        "place": place(fix.span),
        "change": {name: value or None for name, value in fix.change._asdict().items()},
        "edits": [{"place": place(edit.span), "text": edit.text} for edit in fix.edits],
    }


def _loop(loop: LoopEvidence) -> dict[str, Any]:
    return {
        "walk": [
            {
                "automation": step.automation,
                "account": step.account,
                "when": step.when,
                "does": step.does,
                "place": place(step.span),
            }
            for step in loop.walk
        ],
        "verdict": loop.verdict,
        "verdict_words": loop.verdict_words,
        "growth": loop.growth,
        "certainty": loop.certainty,
        "stops_after": loop.stops_after or None,
        "pace": loop.pace,
        "is_slow": loop.is_slow,
        "brakes": loop.brakes,
        "cut": loop.cut,
        "others": len(loop.others),
        "rehearsal": loop.rehearsal,
    }


def place(span: Span) -> dict[str, Any]:
    """Where a span begins and ends."""
    return {"path": span.path, "start": _point(span, span.start), "end": _point(span, span.end)}


def _point(span: Span, offset: int) -> dict[str, int]:
    line, column = span.source.position(offset)
    return {"line": line, "column": column, "byte": span.source.byte_offset(offset)}
