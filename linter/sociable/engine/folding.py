"""What is said in the same words of many nodes of one workflow is one habit: it is told once, with all its places."""

from collections.abc import Hashable, Iterable

from sociable.findings.finding import Finding, Related
from sociable.findings.members import THE_SAME


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """Put together what differs in nothing but its place; a finding that shows other places is left alone."""
    alike: dict[Hashable, list[Finding]] = {}
    for each in findings:
        alike.setdefault(_words(each), []).append(each)
    return [_as_one(group) if len(group) > 1 else group[0] for group in alike.values()]


def _words(finding: Finding) -> Hashable:
    """All that is said of a place and of what it belongs to, if a tool of others wrote it."""
    if finding.related or finding.loop or not all(each.origin.importer for each in finding.members):
        return id(finding)
    said = (finding.rule, finding.severity, finding.confidence, finding.message, finding.why, finding.advice)
    wholes = frozenset(each.origin.whole for each in finding.members)
    cited = (finding.citation, finding.judgement, finding.laws, finding.laws_if)
    return (*said, finding.span.path, wholes, *cited)


def _as_one(alike: Iterable[Finding]) -> Finding:
    first, *others = sorted(alike, key=lambda each: each.span.start)
    related = [Related(each.span, f"{THE_SAME} “{each.members[0].origin.called}”") for each in others]
    every = (first, *others)
    return first._replace(
        subjects=tuple(dict.fromkeys(name for each in every for name in each.subjects)),
        members=tuple(member for each in every for member in each.members),
        hidden=tuple(dict.fromkeys(span for each in every for span in each.hidden)),
        also=tuple(sorted({rule for each in every for rule in each.also})),
        related=tuple(related),
        fingerprint=min(each.fingerprint for each in every),  # wherever the nodes stand in the file
    )
