"""Hits to findings: what is said of one place on several accounts is said once."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from sociable.engine.foundation import hidden, origin
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.findings.members import also_on, first_few
from sociable.findings.origin import OWN, Origin
from sociable.kinds.subjects import content_of, subjects_of
from sociable.records.record import Record
from sociable.text.source import Span


class Part(Record):
    """One of several things that a finding stands for, and the account it is on as people know it."""

    span: Span
    account: str
    subjects: tuple[str, ...]
    content: str
    origin: Origin
    hidden: tuple[Span, ...]


class Hit(Record):
    """A finding on one account, not yet put together with its likes on others.

    ``thing`` is the step, automation or account it is about, ``further`` the steps of a loop. ``account`` is
    the account as people know it, ``order`` its place in the automation's list of accounts. ``company`` is what
    else it is about, the second of a pair, the accounts on a loop, or what a group, a loop or a sum is made of:
    with other company it is another matter, even at the same place. ``origin`` is where its tool has the thing.
    ``parts`` are those of what is told as one: automations that hang together, accounts of which a thing is not said.
    """

    finding: Finding
    account: str
    order: int
    content: str
    thing: Hashable
    company: tuple[Hashable, ...] = ()
    further: tuple[Hashable, ...] = ()
    origin: Origin = OWN
    parts: tuple[Part, ...] = ()

    @property
    def things(self) -> tuple[Hashable, ...]:
        """All that it speaks of."""
        return self.thing, *self.further


class Merged(Record):
    """A finding, and all the things that it speaks of."""

    finding: Finding
    things: frozenset[Hashable]


def merged(hits: Iterable[Hit]) -> Iterator[Merged]:
    """One finding for each place: the gravest, naming the other accounts. Each hit is a member of it."""
    places: dict[tuple[Hashable, ...], list[Hit]] = {}
    for hit in hits:
        span = hit.finding.span
        places.setdefault((id(span.source), span.start, hit.company), []).append(hit)
    seen: dict[str, int] = {}
    seen_members: dict[str, int] = {}
    for found in places.values():
        alike = sorted(found, key=lambda hit: hit.order)
        found.clear()  # of many hits, each is let go as soon as its finding is made
        gravest = max(alike, key=lambda hit: SEVERITIES.index(hit.finding.severity))
        members = tuple(member for hit in alike for member in _members(hit, seen_members))
        subjects, hidden = gravest.finding.subjects, gravest.finding.hidden
        laws, laws_if = gravest.finding.laws, gravest.finding.laws_if
        readers, seats = gravest.finding.readers, gravest.finding.seats
        if len(alike) > 1:
            laws = tuple(dict.fromkeys(law for hit in alike for law in hit.finding.laws))
            laws_if = tuple(dict.fromkeys(law for hit in alike for law in hit.finding.laws_if))
            readers = readers.union(*(hit.finding.readers for hit in alike))
            seats = seats.union(*(hit.finding.seats for hit in alike))
            subjects = tuple(dict.fromkeys(name for hit in alike for name in hit.finding.subjects))
            hidden = tuple(dict.fromkeys(span for hit in alike for span in hit.finding.hidden))
        fingerprint = _fingerprint(gravest.finding.rule, subjects, gravest.content, seen)
        others = ((hit.account, hit.finding.citation) for hit in alike)
        finding = gravest.finding._replace(
            message=gravest.finding.message + also_on(gravest.account, gravest.finding.citation, others),
            subjects=subjects,
            fingerprint=members[0].fingerprint if members[0].fingerprint == fingerprint else fingerprint,  # kept once
            members=members,
            hidden=hidden,
            laws=laws,
            laws_if=laws_if,
            readers=readers,
            seats=seats,
        )
        yield Merged(finding, frozenset(thing for hit in alike for thing in hit.things))


def of_group(hit: Hit, automations: Sequence[AutomationFacts]) -> Hit:
    """A hit in one pair, said of all the automations that hang together with it; the pair's come first.

    A pair is accepted at either of its two, any of more than two at its own place.
    """
    in_order = sorted(automations, key=lambda each: (each.span.path, each.span.start))
    others = [f"`{each.id}`" for each in automations[2:]]
    finding = hit.finding._replace(
        message=hit.finding.message + (f" (the same with {first_few(others)})" if others else ""),
        subjects=tuple(
            dict.fromkeys((*hit.finding.subjects, *(name for each in automations for name in subjects_of(each))))
        ),
        hidden=tuple(dict.fromkeys((*hit.finding.hidden, *hidden(automations)))),
    )
    return hit._replace(
        finding=finding,
        company=tuple((id(each.span.source), each.span.start) for each in in_order),
        further=tuple(automations),
        parts=tuple(_part(each, hit.account, hidden([each]) if others else finding.hidden) for each in in_order),
    )


def each_account(accounts: Iterable[AccountFacts]) -> tuple[Part, ...]:
    """What is said once of several accounts, as a matter of each of them."""
    return tuple(_part(account, account.shown, hidden([account])) for account in dict.fromkeys(accounts))


def _part(thing: AccountFacts | AutomationFacts, account: str, hidden: tuple[Span, ...]) -> Part:
    return Part(thing.span, account, subjects_of(thing), content_of(thing), origin(thing), hidden)


def _members(hit: Hit, seen: dict[str, int]) -> Iterator[Member]:
    finding = hit.finding
    alone = Part(finding.span, hit.account, finding.subjects, hit.content, hit.origin, finding.hidden)
    for part in hit.parts or (alone,):
        yield Member(
            span=part.span,
            account=part.account,
            subjects=part.subjects,
            fingerprint=_fingerprint(finding.rule, part.subjects, part.content, seen),
            origin=part.origin,
            hidden=part.hidden,
            message=finding.message,
            severity=finding.severity,
            platform=finding.platform,
            citation=finding.citation,
            judgement=finding.judgement,
        )


def _fingerprint(rule: str, subjects: tuple[str, ...], content: str, seen: dict[str, int]) -> str:
    """Rule, ids and content, with a counter for the second of two that are the same in all of it."""
    from sociable.text.digests import sha256  # only needed when there is something to tell

    text = "\0".join((rule, *sorted(subjects), content))
    seen[text] = seen.get(text, 0) + 1
    if seen[text] > 1:
        text += f"\0{seen[text]}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
