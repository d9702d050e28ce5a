"""What is found of one client alone, as grave and as accepted as it is where everything is looked at together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from sociable.client_report.clients.own_decisions import Notes, OwnDecisions
from sociable.client_report.wording.frame import Frame
from sociable.engine.judge import judge
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, Member, Suppression
from sociable.findings.members import fingerprints_of, retold
from sociable.findings.report import Report
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.review.in_words_of_tool import in_words_of_tool


class Whole(Record):
    """What is told of everything together: by fingerprint, by what it is about, and what each note hides of it.

    ``spoken_for`` are findings by a rule that they speak for, and an account or automation that they are about.
    """

    told: Mapping[str, Finding]
    about: Mapping[str, Sequence[Finding]]
    hidden_by: Mapping[Suppression, Set[str]]
    spoken_for: Mapping[tuple[str, str], Sequence[Finding]]


def whole_of(report: Report) -> Whole:
    told: dict[str, Finding] = {}
    about: dict[str, list[Finding]] = {}
    hidden_by: dict[Suppression, set[str]] = {}
    spoken_for: dict[tuple[str, str], list[Finding]] = {}
    for each in (*report.findings, *report.suppressed):
        told.update(dict.fromkeys(fingerprints_of(each), each))
        for name in {name for member in each.members for name in member.subjects}:
            about.setdefault(name, []).append(each)
            for rule in each.also:
                spoken_for.setdefault((rule, name), []).append(each)
        if each.suppressed is not None:
            hidden_by.setdefault(each.suppressed, set()).update(fingerprints_of(each))
    return Whole(told, about, hidden_by, spoken_for)


def own_findings(
    facts: Facts, examined: Examination, whole: Whole, notes: Notes, marked: Callable[[str], str], frame: Frame
) -> list[Finding]:
    """The findings of these facts that the whole tells as well: alone, an account may seem to refer to nothing.

    What others speak for in the whole, but is accepted for itself, is a decision of this client all the same.
    A reason that speaks of findings of others too is not repeated, since it may name them. ``marked`` sets names apart
    in what the whole alone tells.
    """
    alone = judge(facts, examined.rules)
    found = [part for each in alone for part in _as_in(whole.told, each)]
    found += _decided_before_others(alone, whole, OwnDecisions(facts, notes))
    found += [searched(each, marked) for each in left_out(_about_idle_accounts(facts, whole), found)]
    own = fingerprints(found)
    found = [each if _hides_only(own, each.suppressed, whole) else _with_reason_kept(each, frame) for each in found]
    return [in_words_of_tool(each, examined.config, list(examined.report.faults)) for each in found]


def _decided_before_others(alone: Iterable[Finding], whole: Whole, decisions: OwnDecisions) -> Iterator[Finding]:
    """What somebody accepted for itself, where what accounts of others make of it is told instead, and is open."""
    for finding in alone:
        for member in finding.members:
            if member.fingerprint in whole.told:
                continue
            instead = (each for name in member.subjects for each in whole.spoken_for.get((finding.rule, name), ()))
            is_open = any(decisions.told(each).suppressed is None for each in instead)
            if is_open and (by := decisions.accepted(finding, member)):
                yield retold(finding, [member])._replace(suppressed=by)


def _about_idle_accounts(facts: Facts, whole: Whole) -> Iterator[Finding]:
    """What is about these accounts alone on which nothing runs: nobody else can have a part in that."""
    idle = {each.id: None for each in facts.accounts if not each.automations}
    for finding in dict.fromkeys(each for name in idle for each in whole.about.get(name, ())):
        yield from _at_members(finding, lambda each: bool(each.subjects) and idle.keys() >= {*each.subjects})


def _hides_only(own: Set[str], note: Suppression | None, whole: Whole) -> bool:
    return note is None or whole.hidden_by.get(note, own) <= own


def left_out(findings: Iterable[Finding], told: Iterable[Finding]) -> Iterator[Finding]:
    """What of the findings is not ``told``."""
    known = fingerprints(told)
    for finding in findings:
        yield from _at_members(finding, lambda each: each.fingerprint not in known)


def _at_members(finding: Finding, is_meant: Callable[[Member], bool]) -> Iterator[Finding]:
    """The finding at those of its places that are meant, if there are any."""
    members = [each for each in finding.members if is_meant(each)]
    if members:
        yield retold(finding, members)


def with_reason(finding: Finding, change: Callable[[str], str]) -> Finding:
    """The finding with something else in the place of the reason for which it is accepted, if it is."""
    accepted = finding.suppressed
    return finding._replace(suppressed=accepted and accepted._replace(reason=change(accepted.reason)))


def without_reason(finding: Finding) -> Finding:
    return with_reason(finding, lambda reason: "")


def _with_reason_kept(finding: Finding, frame: Frame) -> Finding:
    """What others are accepted for too says that it has a reason, if it has one, and not which."""
    line = finding.suppressed.span.line if finding.suppressed else 0
    return with_reason(finding, lambda reason: reason and frame.say("findings", "reason_of_several", line=line))


def searched(finding: Finding, marked: Callable[[str], str]) -> Finding:
    """A finding that was put into words before names were set apart in what the files say."""
    loop = finding.loop
    return with_reason(finding, marked)._replace(
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
    )


def fingerprints(findings: Iterable[Finding]) -> frozenset[str]:
    """Of all places that findings stand for: one on two accounts may be one of each of two clients."""
    return frozenset(name for finding in findings for name in fingerprints_of(finding))


def _as_in(whole: Mapping[str, Finding], finding: Finding) -> Iterator[Finding]:
    """A finding without the places that the whole does not tell, in as many parts as are weighed differently there."""
    parts: dict[tuple[str, Suppression | None], list[Member]] = {}
    for member in finding.members:
        if (told := whole.get(member.fingerprint)) is not None:
            parts.setdefault((told.severity, told.suppressed), []).append(member)
    for (severity, accepted), members in parts.items():
        yield retold(finding, members)._replace(severity=severity, suppressed=accepted)
