"""SARIF 2.1.0, the OASIS format that code scanning services and editors read."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from sociable.findings.finding import Finding, Fix, LoopEvidence, Member, Suppression
from sociable.findings.origin import OWN
from sociable.findings.problem import PAGELESS_RULES
from sociable.findings.report import Report, RuleSummary
from sociable.output.explanation import command_for, paragraphs, step_sentence, step_title
from sociable.output.json_stream import write_document
from sociable.records.static import Any, TextIO
from sociable.sources.dates import day_or_now
from sociable.text.safe import one_line, visible
from sociable.text.secret_patterns import hidden_part
from sociable.text.source import Edit, Span
from sociable.text.style import Style
from sociable.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"
_LONGEST_LINE = 500


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one SARIF log with one run, one result to a line."""
    firsts: dict[str, Finding] = {}
    told = (*report.findings, *report.suppressed, *report.kept)
    for finding in told:
        firsts.setdefault(finding.rule, finding)
    pages, today = report.pages_by_name(), day_or_now(report.today)
    run = {
        "tool": {
            "driver": {
                "name": "sociable",
                "version": __version__,
                "rules": [_rule(finding, pages.get(finding.rule), today) for finding in firsts.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": _message("The folder in which sociable was run.")}},
        "results": [],
    }
    indexes = {rule: index for index, rule in enumerate(firsts)}
    states = dict.fromkeys(map(id, report.findings), "new") | dict.fromkeys(map(id, report.kept), "unchanged")
    if not report.kept:
        states = {}
    results = (_result(finding, indexes[finding.rule], states.get(id(finding), ""), today, pages) for finding in told)
    write_document(out, {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, "results", results)


def _rule(finding: Finding, page: RuleSummary | None, today: str) -> dict[str, Any]:
    """What its page tells of a rule, and its first finding."""
    if finding.rule in PAGELESS_RULES:
        title, more = PAGELESS_RULES[finding.rule], ""
    else:
        title, more = finding.rule.replace("-", " ").capitalize(), f"More: {command_for(finding.rule, page)}"
    about = [text for text in (finding.why, finding.advice, more) if text] or [title]
    return {
        "id": finding.rule,
        "shortDescription": _message(page.title if page else title),
        "fullDescription": _message(about[0]),
        "defaultConfiguration": {"level": _LEVELS[page.severity.split()[0].rstrip(";") if page else finding.severity]},
        "properties": {
            "precision": page.confidence if page else "high",
            "tags": ["social-automation", page.category] if page else ["social-automation"],
        },
        "help": _message(*about) | ({"markdown": _prose(page, today)} if page else {}),
    }


def _prose(page: RuleSummary, today: str) -> str:
    """The page in the report itself, which may be read far from it; not its examples: viewers differ on braces."""
    from sociable.rulebook.readable import readable

    return _without_placeholders("\n".join(map(visible, readable(page, prose_only=True, today=today).splitlines())))


def _result(
    finding: Finding, rule_index: int, state: str, today: str, pages: Mapping[str, RuleSummary]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": _message(*paragraphs(finding, today, pages)),
        "locations": [_location(finding.span) | _logical(finding)],
        "partialFingerprints": {"sociable/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence, "subjects": finding.subjects},
    }
    if finding.platform:
        result["properties"]["platform"] = finding.platform
    if len(finding.members) > 1:
        result["properties"]["members"] = [_member(each) for each in finding.members]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(span, label)} for number, (span, label) in enumerate(finding.related, 1)
        ]
    if finding.suppressed:
        result["suppressions"] = [_suppression(finding.suppressed)]
    if state:
        result["baselineState"] = state
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix)]
    if finding.loop:
        result["codeFlows"] = [_walk(finding.loop)]
    return result


def _member(member: Member) -> dict[str, Any]:
    """One of the places it stands for: whose source speaks of which account."""
    cited = member.citation
    return {
        "account": member.account,
        "platform": member.platform,
        "level": _LEVELS[member.severity],
        "fingerprint": member.fingerprint,
        "source": f"{cited.title}: {cited.says} {cited.address}" if cited else "",
        "judgement": member.judgement,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """What it says, and what comes to stand in the place of what in each file."""
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(path), "replacements": [_replacement(edit) for edit in edits]}
        for path, edits in by_path.items()
    ]
    return {"description": _message(f"{fix.words} ({fix.safety})"), "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    in_source = suppression.span.source.text.startswith("#", suppression.span.start)
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": one_line(suppression.reason) or "nobody says why",
        "location": _location(suppression.span),
    }


def _walk(loop: LoopEvidence) -> dict[str, Any]:
    """Each step of the loop, then the first one again."""
    walk_steps = [(step.span, f"{step_title(step)}: {step_sentence(step)}") for step in loop.walk]
    walk_steps.append((loop.walk[0].span, "back to 1"))
    locations = [
        {"executionOrder": order, "location": _location(span, words)}
        for order, (span, words) in enumerate(walk_steps, 1)
    ]
    return {"message": _message(loop.verdict_words), "threadFlows": [{"locations": locations}]}


def _logical(finding: Finding) -> dict[str, Any]:
    """What the tool that wrote the file calls the place; of our own files the ids of automations and accounts."""
    origin = next((each.origin for each in finding.members), OWN)
    if not origin.importer or origin.within is None:
        names = dict.fromkeys(map(one_line, finding.subjects))
        named = [{"fullyQualifiedName": name, "kind": "member"} for name in names]
        return {"logicalLocations": named} if named else {}
    name = one_line(origin.called)
    full = "/".join(filter(None, (one_line(origin.within.called), name)))
    return {"logicalLocations": [{"name": name, "fullyQualifiedName": full, "kind": "element"}]}


def _region(span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = span.source.position(span.start), span.source.position(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _location(span: Span, words: str = "") -> dict[str, Any]:
    region = _region(span)
    physical = {"artifactLocation": _artifact(span.path), "region": region, **_context(span, region["startLine"])}
    location: dict[str, Any] = {"physicalLocation": physical}
    if words:
        location["message"] = _message(words)
    return location


def _context(span: Span, line: int) -> dict[str, Any]:
    """The line it begins on, for viewers that do not have the file."""
    text = span.source.line(line) if span.source.text else ""
    if not text or len(text) > _LONGEST_LINE:
        return {}
    begin = span.source.line_starts()[line - 1]
    shown = visible(hidden_part(span.source.text, begin, begin + len(text)))
    return {"contextRegion": {"startLine": line, "snippet": {"text": shown}}}


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: below the folder in which sociable was run, or from the root of the file system."""
    if os.path.isabs(path):
        return {"uri": f"file:///{_quoted(path).lstrip('/')}"}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    """A path as it stands in an address, whatever encoding the system has."""
    return quote(Path(path).as_posix().encode("utf-8", "surrogateescape"), safe="/:" if os.path.isabs(path) else "/")


def _message(*texts: str) -> dict[str, str]:
    """A message with a paragraph for each text, in which SARIF finds no placeholder (``{0}``) and no link."""
    return {"text": _without_placeholders("\n".join(map(one_line, texts))).replace("](", "] (")}


def _without_placeholders(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
