"""What is new, worse, better or gone between two states of a setup: member by member, known by their fingerprints."""

from collections.abc import Iterable, Mapping, Sequence

from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.findings.members import retold
from sociable.findings.problem import PAGELESS_RULES
from sociable.findings.report import Entry, RuleSummary
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.former_names import FormerNames, of_today
from sociable.text.secret_patterns import hidden

if TYPE_CHECKING:
    from datetime import date

NEW, WORSE, KEPT, BETTER = "new", "worse", "kept", "better"


def entries_of(findings: Iterable[Finding]) -> list[Entry]:
    """What is known of each member, sorted; nothing of what is wrong with files and suppressions."""
    return sorted(
        Entry(
            rule=finding.rule,
            fingerprint=member.fingerprint,
            severity=member.severity,
            subjects=member.subjects,
            account=member.account,
            file=member.span.path,
            message=member.message,
        )
        for finding in findings
        if finding.rule not in PAGELESS_RULES
        for member in finding.members
    )


def change_of(fingerprint: str, severity: str, known: Mapping[str, str]) -> str:
    """What became of something, going by how grave it was when it was ``known``."""
    if fingerprint not in known:
        return NEW
    change = SEVERITIES.index(severity) - SEVERITIES.index(known[fingerprint])
    return KEPT if change == 0 else WORSE if change > 0 else BETTER


def change_of_all(changes: Iterable[str]) -> str:
    """What became of a finding, going by its members: one that has come to stand for more places is worse."""
    changes = {*changes}
    if len(changes) < 2:
        return next(iter(changes), NEW)
    return WORSE if changes & {NEW, WORSE} else BETTER


def edited(gone: Iterable[Entry], fresh: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """What was edited, before and after: of the same rule, about the same automation and account, and now different."""
    waiting: dict[object, list[Entry]] = {}
    for entry in fresh:
        waiting.setdefault(_matter(entry), []).append(entry)
    return [(entry, waiting[_matter(entry)].pop(0)) for entry in gone if waiting.get(_matter(entry))]


def _matter(entry: Entry) -> object:
    return entry.rule, tuple(map(hidden, entry.subjects)), hidden(entry.account)  # files hold them without keys


def named_anew(entries: Iterable[Entry], former: FormerNames) -> list[Entry]:
    """The same lines with the names that rules have now; of a rule that was split, one for each part."""
    return [entry._replace(rule=name) for entry in entries for name in of_today((entry.rule,), former)]


def under_new_names(before: Iterable[Entry], now: Iterable[Entry], former: FormerNames) -> list[tuple[Entry, Entry]]:
    """What was told by rules that have other names now, and what it is now: a rule's name is in its fingerprints."""
    return edited(named_anew((entry for entry in before if entry.rule in former), former), now)


class Changed(Record):
    """What was found before and is still, as a finding about those places alone, and how grave it ``was``."""

    was: str
    finding: Finding


class Comparison(Record):
    """Findings told for those members that are new, ``worse``, ``better`` or ``edited``; what is gone; how many stay.

    ``unread`` is how many places could not be made sense of, before and now: nothing of them is compared. ``pages``
    are those of the rules that speak now. By ``today`` a source is old.
    """

    new: list[Finding]
    worse: list[Changed]
    better: list[Changed]
    edited: list[Changed]
    gone: list[Entry]
    kept: int
    unread: tuple[int, int] = (0, 0)
    pages: tuple[RuleSummary, ...] = ()
    today: "date | None" = None

    @property
    def loops(self) -> list[Finding]:
        """The new ones among the findings that are about a loop."""
        return [finding for finding in self.new if finding.loop is not None]

    def __bool__(self) -> bool:
        return bool(self.new or self.worse or self.better or self.edited or self.gone)


def comparison(before: Sequence[Entry], findings: Iterable[Finding]) -> Comparison:
    """What changed from what was known ``before`` to what is found now."""
    findings = [finding for finding in findings if finding.rule not in PAGELESS_RULES]
    now = entries_of(findings)
    found = {entry.fingerprint for entry in now}
    known = {entry.fingerprint: entry.severity for entry in before}
    gone = [entry for entry in before if entry.fingerprint not in found]
    pairs = edited(gone, (entry for entry in now if entry.fingerprint not in known))
    was = known | {new.fingerprint: old.severity for old, new in pairs}
    reworded = {new.fingerprint for _, new in pairs}
    replaced = {old.fingerprint for old, _ in pairs}
    parts: dict[str, list[Changed]] = {NEW: [], WORSE: [], BETTER: [], _EDITED: [], KEPT: []}
    for finding in findings:
        for part, members in _parted(finding, was, reworded).items():
            severity = max((was.get(each.fingerprint, "") for each in members), key=("", *SEVERITIES).index)
            parts[part].append(Changed(severity, retold(finding, members)))
    return Comparison(
        [each.finding for each in parts[NEW]],
        parts[WORSE],
        parts[BETTER],
        parts[_EDITED],
        [entry for entry in gone if entry.fingerprint not in replaced],
        sum(len(each.finding.members) for each in parts[KEPT]),
    )


_EDITED = "edited"


def _parted(finding: Finding, was: Mapping[str, str], reworded: set[str]) -> dict[str, list[Member]]:
    parts: dict[str, list[Member]] = {}
    for member in finding.members:
        change = change_of(member.fingerprint, member.severity, was)
        part = _EDITED if change == KEPT and member.fingerprint in reworded else change
        parts.setdefault(part, []).append(member)
    return parts
