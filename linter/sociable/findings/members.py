"""A finding that stands for several places: what it says of all of them, of each, and of those that are left."""

from collections.abc import Hashable, Sequence

from sociable.findings.finding import Finding, Member
from sociable.records.static import Any

THE_SAME = "the same at"
"""How the label of a place begins at which a finding holds as well."""


def also_on(members: Sequence[Member]) -> str:
    """What is put behind the message on the first account, where it holds on others too."""
    others = dict.fromkeys(each.account for each in members if each.account != members[0].account)
    return f" (the same on {first_few(list(others))})" if others else ""


def first_few(names: Sequence[str]) -> str:
    """Three names, and how many more there are."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{', '.join(names[:3])}{more}"


def fingerprints_of(finding: Finding) -> tuple[str, ...]:
    """Of the places that a finding stands for; its own, where it stands for itself alone."""
    return tuple(member.fingerprint for member in finding.members) or (finding.fingerprint,)


def members_of(finding: Finding) -> tuple[Member, ...]:
    """The places that a finding stands for; the only one, where it stands for itself alone."""
    if finding.members:
        return finding.members
    said = {name: value for name, value in finding._asdict().items() if name in Member._fields}
    return (Member(**said, account=""),)


def sources_of(finding: Finding) -> list[list[Member]]:
    """The members of a finding, those together that rest on the same."""
    found: dict[Hashable, list[Member]] = {}
    for each in members_of(finding):
        rests = (each.citation, each.judgement, each.laws, each.laws_if, each.readers, each.seats)
        found.setdefault(rests, []).append(each)
    return list(found.values())


def in_common(members: Sequence[Member]) -> dict[str, Any]:
    """Fields of a finding about these: on which platform and by whose word, if that is one; all laws and readers."""
    first = members[0]
    platforms = {each.platform for each in members}
    alike = len({(each.citation, each.judgement) for each in members}) == 1
    return {
        "platform": first.platform if len(platforms) == 1 else "",
        "citation": first.citation if alike else None,
        "judgement": first.judgement if alike else "",
        "laws": tuple(dict.fromkeys(law for each in members for law in each.laws)),
        "laws_if": tuple(dict.fromkeys(law for each in members for law in each.laws_if)),
        "readers": first.readers.union(*(each.readers for each in members)),
        "seats": first.seats.union(*(each.seats for each in members)),
    }


def retold(finding: Finding, members: Sequence[Member]) -> Finding:
    """The finding with some of its members only: the first of them gives it its words."""
    if len(members) == len(finding.members):
        return finding
    first = members[0]
    left_out = {each.span for each in finding.members}.difference(each.span for each in members) | {first.span}
    return finding._replace(
        message=first.message + also_on(members),
        severity=first.severity,
        span=first.span,
        subjects=tuple(dict.fromkeys(name for each in members for name in each.subjects)),
        members=tuple(members),
        related=tuple(each for each in finding.related if each.span not in left_out),
        hidden=tuple(dict.fromkeys(span for each in members for span in each.hidden)),
        **in_common(members),
    )
