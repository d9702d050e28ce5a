"""What is found of one client alone, as grave and as accepted as it is where everything is looked at together."""

from collections.abc import Iterable, Iterator, Set

from sociable.engine.judge import judge
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, Member, Suppression
from sociable.findings.members import fingerprints_of, retold
from sociable.pipeline import Examination
from sociable.review.in_words_of_tool import in_words_of_tool


def own_findings(facts: Facts, examined: Examination) -> list[Finding]:
    """The findings of these facts that the whole tells as well: alone, an account may seem to refer to nothing.

    A reason that speaks of findings of others too is not repeated, since it may name them.
    """
    report = examined.report
    whole = {name: each for each in (*report.findings, *report.suppressed) for name in fingerprints_of(each)}
    found = [part for each in judge(facts, examined.rules) for part in _as_in(whole, each)]
    found += _about_idle_accounts(facts, whole.values(), fingerprints(found))
    own = fingerprints(found)
    shared = {each.suppressed for each in report.suppressed if not fingerprints([each]) <= own}
    found = [_without_reason(each) if each.suppressed in shared else each for each in found]
    return [in_words_of_tool(each, examined.config, list(report.faults)) for each in found]


def _about_idle_accounts(facts: Facts, whole: Iterable[Finding], told: Set[str]) -> Iterator[Finding]:
    """What is about these accounts alone on which nothing runs: nobody else can have a part in that."""
    idle = {each.id for each in facts.accounts if not each.automations}
    for finding in dict.fromkeys(whole):
        members = [
            each
            for each in finding.members
            if each.subjects and idle.issuperset(each.subjects) and each.fingerprint not in told
        ]
        if members:
            yield retold(finding, members)


def fingerprints(findings: Iterable[Finding]) -> frozenset[str]:
    """Of all places that findings stand for: one on two accounts may be one of each of two clients."""
    return frozenset(name for finding in findings for name in fingerprints_of(finding))


def _as_in(whole: dict[str, Finding], finding: Finding) -> Iterator[Finding]:
    """A finding without the places that the whole does not tell, in as many parts as are weighed differently there."""
    parts: dict[tuple[str, Suppression | None], list[Member]] = {}
    for member in finding.members:
        if (told := whole.get(member.fingerprint)) is not None:
            parts.setdefault((told.severity, told.suppressed), []).append(member)
    for (severity, accepted), members in parts.items():
        yield retold(finding, members)._replace(severity=severity, suppressed=accepted)


def _without_reason(finding: Finding) -> Finding:
    assert finding.suppressed is not None
    return finding._replace(suppressed=finding.suppressed._replace(reason=""))
