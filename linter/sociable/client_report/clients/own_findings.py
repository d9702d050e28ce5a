"""What is found of one client alone, as grave and as accepted as it is where everything is looked at together."""

from collections.abc import Callable, Iterable, Iterator, Set

from sociable.engine.judge import judge
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, Member, Suppression
from sociable.findings.members import fingerprints_of, retold
from sociable.pipeline import Examination
from sociable.review.in_words_of_tool import in_words_of_tool


def own_findings(facts: Facts, examined: Examination, marked: Callable[[str], str]) -> list[Finding]:
    """The findings of these facts that the whole tells as well: alone, an account may seem to refer to nothing.

    A reason that speaks of findings of others too is not repeated, since it may name them. ``marked`` sets names apart
    in what the whole alone tells.
    """
    report = examined.report
    whole = {name: each for each in (*report.findings, *report.suppressed) for name in fingerprints_of(each)}
    found = [part for each in judge(facts, examined.rules) for part in _as_in(whole, each)]
    idle = _about_idle_accounts(facts, whole.values(), fingerprints(found))
    found += [searched(each, marked) for each in idle]
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


def left_out(findings: Iterable[Finding], told: Iterable[Finding]) -> Iterator[Finding]:
    """What of the findings is not ``told``."""
    known = fingerprints(told)
    for finding in findings:
        members = [each for each in finding.members if each.fingerprint not in known]
        if members:
            yield retold(finding, members)


def searched(finding: Finding, marked: Callable[[str], str]) -> Finding:
    """A finding that was put into words before names were set apart in what the files say."""
    loop, accepted = finding.loop, finding.suppressed
    return finding._replace(
        message=marked(finding.message),
        people_see=marked(finding.people_see),
        why=marked(finding.why),
        advice=marked(finding.advice),
        anywhere=marked(finding.anywhere),
        members=tuple(each._replace(message=marked(each.message)) for each in finding.members),
        related=tuple(each._replace(label=marked(each.label)) for each in finding.related),
        loop=loop
        and loop._replace(
            walk=tuple(each._replace(when=marked(each.when), does=marked(each.does)) for each in loop.walk),
            played=tuple(each._replace(clause=marked(each.clause)) for each in loop.played),
            pace=marked(loop.pace),
            brakes=tuple(map(marked, loop.brakes)),
            cut=marked(loop.cut),
        ),
        suppressed=accepted and accepted._replace(reason=marked(accepted.reason)),
    )


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
