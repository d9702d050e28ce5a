"""What is said in the same words of many nodes of one workflow is one habit: it is told once, with all its places.

So are, in whichever words, what one rule says for one reason of one account of a workflow or of several, whatever each
of their platforms says to it, and an info of one rule about any of its accounts. An info about a node of which
something graver is told is only named there.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from sociable.findings.finding import Finding, Member, Related
from sociable.findings.members import THE_SAME, in_common, retold

_NOTHING = "Nothing"
"""How a page begins to say that people see nothing of it."""


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """Put together what differs in nothing but its place; what is graver and shows other places is left alone."""
    alike: dict[Hashable, list[Finding]] = {}
    for each in _beside_nothing_graver(list(findings)):
        alike.setdefault(_what(each), []).append(each)
    wider: dict[Hashable, list[Finding]] = {}
    for group in alike.values():
        wider.setdefault(_whosever(group[0]), []).extend(group)
    return [_as_one(group) if len(group) > 1 else group[0] for group in wider.values()]


def _beside_nothing_graver(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, infos without the nodes of which something graver is told; that names their rules instead."""
    graver: dict[Hashable, int] = {}
    for number, each in enumerate(findings):
        if each.severity != "info":
            graver.update((_node(member), number) for member in each.members if member.origin.within is not None)
    named = _named(findings, graver)
    for number, each in enumerate(findings):
        if number in named:
            yield each._replace(also=tuple(sorted(named[number].union(each.also) - {each.rule})))
        elif each.severity != "info":
            yield each
        elif left := [member for member in each.members if _node(member) not in graver]:
            yield retold(each, left)


def _named(findings: Iterable[Finding], graver: Mapping[Hashable, int]) -> dict[int, set[str]]:
    """The rules of infos by the number of the finding that is told instead."""
    named: dict[int, set[str]] = {}
    for each in findings:
        for node in map(_node, each.members if each.severity == "info" else ()):
            if node in graver:
                named.setdefault(graver[node], set()).update((each.rule, *each.also))
    return named


def _node(member: Member) -> Hashable:
    """The node that a finding is about, and on which account."""
    return member.span.path, member.origin, member.account


def _what(finding: Finding) -> Hashable:
    """The habit that a finding is about, if it is in a file that a tool of others wrote."""
    habit = _habit(finding)
    if habit is None:
        return id(finding)
    if finding.severity == "info":
        return habit
    accounts = frozenset(each.account for each in finding.members)
    said = accounts if len(accounts) == 1 and "" not in accounts else (finding.message, finding.advice)
    reason = (finding.why, finding.citation, finding.judgement, finding.laws, finding.laws_if)
    return (*habit, said, finding.confidence, *reason)


def _whosever(finding: Finding) -> Hashable:
    """The same on whichever account, where the platforms' own words for it differ."""
    habit = _habit(finding)
    if habit is None or not all(each.account for each in finding.members):
        return _what(finding)
    return *habit, finding.confidence, finding.why


def _habit(finding: Finding) -> tuple[Hashable, ...] | None:
    """The rule and the workflow; nothing where the finding stands for itself alone."""
    if finding.loop or (finding.related and finding.severity != "info"):
        return None
    if not all(each.origin.importer for each in finding.members):
        return None
    wholes = frozenset(each.origin.whole for each in finding.members)
    return finding.rule, finding.severity, finding.span.path, wholes


def _as_one(alike: Iterable[Finding]) -> Finding:
    first, *others = sorted(alike, key=lambda each: each.span.start)
    every = (first, *others)
    members = tuple(member for each in every for member in each.members)
    related = [*first.related]
    for each in others:
        related += [Related(each.span, _told(each, first)), *each.related]
    return first._replace(
        people_see=_seen(every),
        subjects=tuple(dict.fromkeys(name for each in every for name in each.subjects)),
        members=members,
        hidden=tuple(dict.fromkeys(span for each in every for span in each.hidden)),
        also=tuple(sorted({rule for each in every for rule in each.also})),
        related=tuple(related),
        fingerprint=min(each.fingerprint for each in every),  # wherever the nodes stand in the file
        **in_common(members),
    )


def _seen(every: Iterable[Finding]) -> str:
    """What people see of all of it; that they see nothing holds only where they see nothing of any."""
    seen = dict.fromkeys(each.people_see for each in every)
    return " ".join([each for each in seen if not each.startswith(_NOTHING)] or seen)


def _told(finding: Finding, first: Finding) -> str:
    """That it is the same, and where it is said in other words or somebody else says so, in which and who."""
    words = "" if finding.message == first.message else f": {finding.message}"
    cited = finding.citation
    source = f" ({cited.title})" if cited is not None and cited != first.citation else ""
    called = finding.members[0].origin.called
    return f"{THE_SAME} {f'“{called}”' if called else 'this place'}{words}{source}"
