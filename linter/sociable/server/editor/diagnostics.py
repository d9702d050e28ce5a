"""Findings as editors show them: a wavy line at each place, and what belongs to it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location
from pygls.uris import from_fs_path

from sociable.authoring.page_tests import page_result
from sociable.files.contents import absolute
from sociable.findings.finding import Finding, Member
from sociable.output.explanation import step_sentence, step_title
from sociable.server.editor.lsp_positions import range_of
from sociable.server.editor.open_projects import Checked
from sociable.text.source import Span

_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}

_MOST_BESIDE = 20
"""Other places of a finding that are shown beside each of them, but for its loop: all would be the square of them."""


def diagnostics(checked: Checked, encoding: str) -> dict[str, list[Diagnostic]]:
    """What there is to show, by the path of the file."""
    shown: dict[str, list[Diagnostic]] = {}
    for finding in checked.findings:
        for member in places(finding):
            path = absolute(member.span.path)
            shown.setdefault(path, []).append(diagnostic(finding, member, checked, encoding))
    return shown


def of_page(path: str, text: str, encoding: str) -> list[Diagnostic]:
    """What is wrong with a rule page, and which of its examples come out otherwise than they should."""
    return [
        Diagnostic(
            range_of(each.span, encoding),
            "\n".join(filter(None, (f"{each.message[:1].upper()}{each.message[1:]}.", each.advice))),
            severity=DiagnosticSeverity.Error,
            code=each.rule,
            source="sociable",
        )
        for each in page_result(path, text).failures
        if absolute(each.span.path) == absolute(path)
    ]


def places(finding: Finding) -> Iterator[Member]:
    """The members of a finding, one for each place."""
    seen = set()
    for member in finding.members:
        place = (member.span.path, member.span.start, member.span.end)
        if place not in seen:
            seen.add(place)
            yield member


def uri_of(path: str) -> str:
    """The address of a file by the path that is shown of it."""
    return _uri(absolute(path))


@lru_cache(maxsize=256)
def _uri(path: str) -> str:
    return from_fs_path(path) or ""


def diagnostic(finding: Finding, member: Member, checked: Checked, encoding: str) -> Diagnostic:
    """One place of a finding, with the address of the page of its rule."""
    page = checked.pages[finding.rule].path if finding.rule in checked.pages else ""
    return Diagnostic(
        range_of(member.span, encoding),
        _message(finding, member),
        severity=_SEVERITIES[member.severity or finding.severity],
        code=finding.rule,
        code_description=CodeDescription(uri_of(page)) if page else None,
        source="sociable",
        related_information=[
            DiagnosticRelatedInformation(Location(uri_of(span.path), range_of(span, encoding)), label)
            for span, label in _related(finding, member)
        ],
    )


def _message(finding: Finding, member: Member) -> str:
    message = finding.message if member.span == finding.span else member.message or finding.message
    return "\n".join(part for part in (f"{message[:1].upper()}{message[1:]}.", finding.advice) if part)


def _related(finding: Finding, member: Member) -> Iterator[tuple[Span, str]]:
    """The steps of a loop, other places that belong to it, and where the same stands again."""
    if finding.loop is not None:
        for number, step in enumerate(finding.loop.walk, 1):
            yield step.span, f"{number}. {step_title(step)}: {step_sentence(step)}"
    others = (other.span for other in places(finding) if other.span != member.span)
    alike = ((span, "the same stands here") for span in others)
    yield from islice(chain(((each.span, each.label) for each in finding.related), alike), _MOST_BESIDE)
