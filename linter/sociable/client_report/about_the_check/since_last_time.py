"""What changed since the last report, as far as a JSON report of that time says, or a baseline."""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date

from sociable.client_report.content.content_of_check import Gone, Since
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import automation_title, title_of_model
from sociable.errors import BadReport
from sociable.facts.facts import Facts
from sociable.files.contents import read_whole
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.members import fingerprints_of
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Entry
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.review.baseline import is_baseline, read_baseline
from sociable.review.compare import BETTER, KEPT, NEW, WORSE, change_of, change_of_all, entries_of, under_new_names
from sociable.rulebook.former_names import FormerNames
from sociable.setup.model import NOTHING

ACCEPTED, REOPENED = "accepted", "reopened"
"""What became of what is as grave as it was: somebody has accepted it since, or takes that back."""

CHANGES = (NEW, WORSE, BETTER, ACCEPTED, REOPENED, KEPT)
GONE = "gone"

UNSURE = "?"
"""In the place of the file where something was accepted: one that is not a single client's own, of several."""

VERSIONS = ("1", "2")
"""Of JSON reports, all there ever were."""


class Before(Record):
    """A finding of the last report; ``fingerprints`` are its own and those of the places it stood for, its ``entries``.

    A report of the first version says nothing of places. ``line`` is 0 where it is not known. ``accepted`` says in
    which file somebody had accepted it, if somebody had, ``accepted_too`` in which others, or None where nobody knows.
    """

    rule: str
    severity: str
    message: str
    path: str
    line: int
    fingerprints: tuple[str, ...]
    subjects: frozenset[str]
    entries: tuple[Entry, ...] = ()
    accepted: str = ""
    accepted_too: tuple[str, ...] | None = None


class FormerAccount(Record):
    """An account as the last report calls it, and whose it was where a file said so."""

    id: str
    handle: str
    client: str


class LastReport(Record):
    """The findings of the last report; without a ``day`` where it does not say. ``severities`` are by fingerprint.

    ``accepted`` are the fingerprints of what somebody had accepted, ``unsure`` those of which nobody knows who had.
    ``is_baseline`` says that a baseline stands for it, which holds what somebody wrote down, and no day. ``accounts``
    are all that were there, as far as it says. Of one client's, ``crossed`` are the findings that others had a part in.
    """

    day: date | None
    findings: tuple[Before, ...]
    severities: Mapping[str, str]
    accepted: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    is_baseline: bool = False
    accounts: tuple[FormerAccount, ...] = ()
    crossed: tuple[Before, ...] = ()


def last_report(path: str) -> LastReport:
    """Read what ``sociable check --format json`` or ``sociable baseline create`` wrote.

    Raises ``BadReport``, ``BadBaseline``, ``UnreadableFile``.
    """
    data = read_whole(path)
    if is_baseline(data.decode(errors="replace")):
        return _known_by(tuple(map(_kept, read_baseline(path))), None)._replace(is_baseline=True)
    document = _report_of_json(path, data)
    try:
        found = tuple(_before(each) for each in document["findings"] if each["rule"] not in READING_RULES)
        accounts = tuple(_account(each) for each in document.get("accounts", ()))
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        raise BadReport(
            f"{path} is no report of `sociable check --format json`: a finding or an account lacks what each has"
        ) from None
    return _known_by(found, _day(document.get("today")))._replace(accounts=accounts)


def _report_of_json(path: str, data: bytes) -> Mapping[str, Any]:
    """A report of a version that is known here."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or "findings" not in document:
        raise BadReport(
            f"{path} is neither a report of `sociable check --format json` nor a baseline of `sociable baseline create`"
        )
    if (version := document.get("version")) not in VERSIONS:
        raise BadReport(f"{path} is a report of version {version!r}; known here are {' and '.join(VERSIONS)}")
    return document


def _kept(entry: Entry) -> Before:
    """A line of a baseline: what was found at one place, on one account, in a file of which it says no line."""
    subjects = frozenset(entry.subjects)
    return Before(entry.rule, entry.severity, entry.message, entry.file, 0, (entry.fingerprint,), subjects, (entry,))


def _known_by(findings: tuple[Before, ...], day: date | None) -> LastReport:
    severities = {name: each.severity for each in findings for name in each.fingerprints}
    return LastReport(day, findings, severities, accepted_in(findings))


def accepted_in(findings: Iterable[Before]) -> frozenset[str]:
    """The fingerprints of what somebody had accepted."""
    return _named(each for each in findings if each.accepted)


def unsure_in(findings: Iterable[Before]) -> frozenset[str]:
    """The fingerprints of what others may have accepted."""
    return _named(each for each in findings if each.accepted == UNSURE)


def _named(findings: Iterable[Before]) -> frozenset[str]:
    return frozenset(name for each in findings for name in each.fingerprints)


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _before(finding: Mapping[str, Any]) -> Before:
    if finding["severity"] not in SEVERITIES:
        raise KeyError("severity")
    place = finding["place"]
    entries = tuple(_entry(finding, member) for member in finding.get("members", ()))
    names = (str(finding["fingerprint"]), *(entry.fingerprint for entry in entries))
    accepted = finding.get("suppressed")
    others = accepted.get("others") if accepted else ()
    return Before(
        rule=str(finding["rule"]),
        severity=finding["severity"],
        message=str(finding["message"]),
        path=str(place["path"]),
        line=int(place["start"]["line"]),
        fingerprints=names,
        subjects=frozenset(finding["subjects"]),
        entries=entries,
        accepted=str(accepted["place"]["path"]) if accepted else "",
        accepted_too=None if others is None else tuple(str(each["path"]) for each in others),
    )


def _account(said: Mapping[str, Any]) -> FormerAccount:
    return FormerAccount(str(said["id"]), str(said.get("handle", "")), str(said.get("client", "")))


def _entry(finding: Mapping[str, Any], member: Mapping[str, Any]) -> Entry:
    return Entry(
        rule=str(finding["rule"]),
        fingerprint=str(member["fingerprint"]),
        severity=finding["severity"],
        subjects=tuple(map(str, member["subjects"])),
        account=str(member["account"] or ""),
        file=str(member["place"]["path"]),
        message=str(finding["message"]),
    )


def known_today(
    last: LastReport, found: Iterable[Finding], former: FormerNames, told_of: Iterable[frozenset[str]]
) -> LastReport:
    """The last report, in which what is found now is known although its rule had another name then.

    So is what some have left since, or joined, and is the same for those that are ``told_of``: the things of each.
    """
    entries = [entry for each in (*last.findings, *last.crossed) for entry in each.entries]
    today = entries_of(found)
    now: dict[str, list[str]] = {}
    for before, after in (*under_new_names(entries, today, former), *_of_others(entries, today, last, told_of)):
        now.setdefault(before.fingerprint, []).append(after.fingerprint)

    def renamed(findings: tuple[Before, ...]) -> tuple[Before, ...]:
        return tuple(
            each._replace(fingerprints=tuple(new for name in each.fingerprints for new in (name, *now.get(name, ()))))
            for each in findings
        )

    severities = dict(last.severities)
    for name, names in now.items():
        severities |= dict.fromkeys(names, severities[name])
    accepted, unsure = (
        names.union(*(new for name, new in now.items() if name in names)) for names in (last.accepted, last.unsure)
    )
    return last._replace(
        findings=renamed(last.findings),
        crossed=renamed(last.crossed),
        severities=severities,
        accepted=accepted,
        unsure=unsure,
    )


def things_of(facts: Facts) -> frozenset[str]:
    """What findings of these facts can be about, by ids."""
    return frozenset((*(each.id for each in facts.accounts), *(each.id for each in facts.automations)))


def _of_others(
    before: Iterable[Entry], today: Iterable[Entry], last: LastReport, told_of: Iterable[frozenset[str]]
) -> Iterator[tuple[Entry, Entry]]:
    """What others had or have a part in too, then and now, where that of the things of somebody is the same."""
    before, today = list(before), list(today)
    then = {each.id for each in last.accounts}.union(*(each.subjects for each in before))
    known, found = {each.fingerprint for each in before}, {each.fingerprint for each in today}
    whose: dict[str, list[int]] = {}
    for number, things in enumerate(told_of):
        for name in things:
            whose.setdefault(name, []).append(number)
    waiting: dict[object, list[Entry]] = {}
    for entry in before:
        if entry.fingerprint not in found:
            for own in _own_parts(entry.subjects, whose):
                waiting.setdefault((entry.rule, own), []).append(entry)
    for entry in today:
        if entry.fingerprint not in known:
            for own in _own_parts(then.intersection(entry.subjects), whose):
                alike = waiting.get((entry.rule, own), [])
                if alike and {*alike[0].subjects} != {*entry.subjects}:
                    yield alike.pop(0), entry
                    break


def _own_parts(subjects: Iterable[str], whose: Mapping[str, Iterable[int]]) -> list[frozenset[str]]:
    """What of these is somebody's, for each who has a part in them."""
    parts: dict[int, set[str]] = {}
    for name in subjects:
        for number in whose.get(name, ()):
            parts.setdefault(number, set()).add(name)
    return [frozenset(parts[number]) for number in sorted(parts)]


def statuses(numbering: Numbering, last: LastReport) -> dict[str, str]:
    """For each finding of today, by fingerprint, what became of it since: one of ``CHANGES``."""
    return {finding.fingerprint: _status(finding, last) for _, finding in _all_of(numbering)}


def _all_of(numbering: Numbering) -> Iterator[tuple[int, Finding]]:
    yield from numbering.numbered()
    yield from numbering.crossing()


def _status(finding: Finding, last: LastReport) -> str:
    names = fingerprints_of(finding)
    change = change_of_all(change_of(each, finding.severity, last.severities) for each in names)
    was = [each in last.accepted for each in names]
    if change != KEPT or not last.unsure.isdisjoint(names) or all(was) == any(was) == (finding.suppressed is not None):
        return change
    return REOPENED if finding.suppressed is None else ACCEPTED


def since(numbering: Numbering, last: LastReport, found: Iterable[Finding], frame: Frame) -> Since:
    """What changed. ``found`` is everything that was found, numbered or not; what others have a part in is not gone."""
    of = statuses(numbering, last)
    now = {
        name for finding in (*found, *numbering.crossings) for name in (finding.fingerprint, *fingerprints_of(finding))
    }

    def numbers(status: str) -> tuple[int, ...]:
        return tuple(number for number, finding in _all_of(numbering) if of[finding.fingerprint] == status)

    with_others = frame.say("since", "with_others")
    missing, crossed = list(_missing(last.findings, now)), list(_missing(last.crossed, now))
    resting = _at_rest(numbering.facts, frame)
    gone = (
        *told_as_gone(missing, frame, resting),
        *(Gone(each.severity, each.message, _why(with_others, each, resting)) for each in crossed),
    )
    told_on = frame.date(last.day) if last.day else ""
    unlike = tuple(dict.fromkeys(gone))
    off = sum(any(said in each.place for said in resting.values()) for each in unlike)
    told = {name: numbers(name) for name in CHANGES}
    return Since(told_on, **told, gone=unlike, by_baseline=last.is_baseline, at_rest=off)


def _at_rest(facts: Facts, frame: Frame) -> dict[str, str]:
    """Of what a file switches off, or what has ended, by its id: that for this reason nothing is found about it."""
    off = {each.id.name: ("gone_off", title_of_model(each)) for each in facts.setup.automations if not each.enabled}
    over = {each.id: ("gone_over", automation_title(each)) for each in facts.automations if each.is_over}
    return {name: frame.say("since", key, name=title) for name, (key, title) in (off | over).items()}


def _why(place: str, before: Before, resting: Mapping[str, str]) -> str:
    """A place, with what of it is off or over."""
    return "; ".join((place, *(resting[each] for each in sorted(before.subjects) if each in resting)))


def told_as_gone(findings: Iterable[Before], frame: Frame, resting: Mapping[str, str] = NOTHING) -> tuple[Gone, ...]:
    """``resting`` is what is off or over, by its id, in words."""
    return tuple(Gone(each.severity, each.message, _why(_place(each, frame), each, resting)) for each in findings)


def _missing(findings: Iterable[Before], now: Set[str]) -> Iterator[Before]:
    return (each for each in findings if now.isdisjoint(each.fingerprints))


def _place(before: Before, frame: Frame) -> str:
    return frame.say("findings", "place", path=before.path, line=before.line) if before.line else before.path
