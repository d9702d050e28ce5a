"""Of what was found in a whole project, what touches the files that somebody asked about."""

from collections.abc import Collection, Iterable, Iterator

from sociable.findings.finding import Finding


def touching(findings: Iterable[Finding], paths: Collection[str]) -> list[Finding]:
    """Findings with a place in one of these files."""
    return [finding for finding in findings if any(path in paths for path in _paths(finding))]


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.span.path
    yield from (related.span.path for related in finding.related)
    if finding.loop is not None:
        yield from (step.span.path for step in finding.loop.walk)
