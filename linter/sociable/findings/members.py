"""A finding that stands for several places, retold for those of them that are left."""

from collections.abc import Iterable, Sequence

from sociable.findings.finding import SEVERITIES, Citation, Finding, Member

THE_SAME = "the same at"
"""How the label of a place begins at which a finding holds as well."""


def also_on(account: str, citation: Citation | None, accounts: Iterable[tuple[str, Citation | None]]) -> str:
    """What is put behind the message of a finding on one account that holds on others too.

    Each account stands beside what is cited there: that of one platform is no ground for what is done on another.
    """
    others = {name: cited for name, cited in accounts if name != account}
    alike = [name for name, cited in others.items() if cited == citation]
    apart = [name for name, cited in others.items() if cited != citation]
    said = [f"the same on {first_few(alike)}"] if alike else []
    only_reason = "where the reason holds but the rule cited here does not"
    ground = only_reason if citation is not None else "where a published rule speaks against it"
    said += [f"{'and' if said else 'the same'} on {first_few(apart)}, {ground}"] if apart else []
    return f" ({'; '.join(said)})" if said else ""


def first_few(names: Sequence[str]) -> str:
    """Three names, and how many more there are."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{', '.join(names[:3])}{more}"


def fingerprints_of(finding: Finding) -> tuple[str, ...]:
    """Of the places that a finding stands for; its own, where it stands for itself alone."""
    return tuple(member.fingerprint for member in finding.members) or (finding.fingerprint,)


def retold(finding: Finding, members: Sequence[Member]) -> Finding:
    """The finding with some of its members only: the gravest of them gives it its words."""
    if len(members) == len(finding.members):
        return finding
    gravest = max(members, key=lambda each: SEVERITIES.index(each.severity))
    left = {each.span for each in members} - {gravest.span}
    return finding._replace(
        message=gravest.message
        + also_on(gravest.account, gravest.citation, ((each.account, each.citation) for each in members)),
        severity=gravest.severity,
        platform=gravest.platform,
        citation=gravest.citation,
        judgement=gravest.judgement,
        span=gravest.span,
        subjects=tuple(dict.fromkeys(name for each in members for name in each.subjects)),
        members=tuple(members),
        related=tuple(each for each in finding.related if each.span in left or not each.label.startswith(THE_SAME)),
        hidden=tuple(dict.fromkeys(span for each in members for span in each.hidden)),
    )
