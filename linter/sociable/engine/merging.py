"""Hits to findings: what is said of one place on several accounts is said once."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from sociable.engine.foundation import hidden, origin
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.findings.members import also_on, first_few, in_common
from sociable.findings.origin import OWN, Origin
from sociable.kinds.subjects import content_of, subjects_of
from sociable.records.record import Record
from sociable.text.source import Span
from sociable.text.wording import as_it_was


class Part(Record):
    """One of several things that a finding stands for, and the account it is on as people know it.

    ``message`` is what would be said of it alone, where that is something else.
    """

    span: Span
    account: str
    subjects: tuple[str, ...]
    content: str
    origin: Origin
    hidden: tuple[Span, ...]
    message: str = ""


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
    """A finding, and what the hits speak of that it stands for.

    Most stand for a ``lone`` hit, and have one field for what this one speaks of; else ``of_hits`` says it of each,
    with its members.
    """

    finding: Finding
    lone: tuple[Hashable, ...] = ()
    of_hits: tuple[tuple[tuple[Hashable, ...], tuple[Member, ...]], ...] = ()

    @property
    def parts(self) -> tuple[tuple[tuple[Hashable, ...], tuple[Member, ...]], ...]:
        """Of each hit the things that it speaks of, with its members."""
        return self.of_hits or ((self.lone, self.finding.members),)

    @property
    def things(self) -> frozenset[Hashable]:
        """All that it speaks of."""
        return frozenset(thing for things, _ in self.parts for thing in things)


def merged(hits: Iterable[Hit]) -> Iterator[Merged]:
    """One finding for all that one place comes to on several accounts, if it is as grave and for one reason there.

    Each hit is a member of it, with the source that speaks of that account.
    """
    places: dict[tuple[Hashable, ...], list[Hit]] = {}
    for hit in hits:
        at = hit.finding.span.source, hit.finding.span.start, hit.company
        if at in places:
            places[at].append(hit)
        else:
            places[at] = [hit]  # a list that holds one from the start is the smallest there is
    seen: dict[bytes, int] = {}
    seen_members: dict[bytes, int] = {}
    ahead = [*places.values()]
    del places  # of many hits, nothing is kept that is not needed any more
    for found in ahead:
        alike: dict[Hashable, list[Hit]] = {}
        for gravest in _of_each_account(found):
            alike.setdefault(_said_of_it(gravest[0]), []).extend(gravest)
        found.clear()  # so each is let go as soon as its finding is made
        for group in alike.values():
            yield _as_one(group, seen, seen_members)


def _of_each_account(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """What is gravest of all that one place comes to, account by account: the milder is said with it."""
    of_account: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda each: each.order):
        of_account.setdefault(hit.account, []).append(hit)
    for each in of_account.values():
        gravest = max((hit.finding.severity for hit in each), key=SEVERITIES.index)
        yield [hit for hit in each if hit.finding.severity == gravest]


def _said_of_it(hit: Hit) -> Hashable:
    """What has to be the same wherever a finding is told: all that it says but its first clause and its sources."""
    finding = hit.finding
    words = (finding.people_see, finding.why, finding.advice)
    return finding.severity, finding.confidence, *(each.replace(hit.account, "") for each in words)


def _as_one(alike: Sequence[Hit], seen: dict[bytes, int], seen_members: dict[bytes, int]) -> Merged:
    first, finding = alike[0], alike[0].finding
    parts = tuple((hit.things, tuple(_members(hit, seen_members))) for hit in alike)
    members = parts[0][1]
    if len(alike) > 1:
        members = tuple(member for _, of_hit in parts for member in of_hit)
        finding = finding._replace(
            message=finding.message + also_on(members),
            subjects=tuple(dict.fromkeys(name for hit in alike for name in hit.finding.subjects)),
            hidden=tuple(dict.fromkeys(span for hit in alike for span in hit.finding.hidden)),
            **in_common(members),
        )
    fingerprint = _fingerprint(finding.rule, finding.subjects, first.content, seen)
    kept_once = members[0].fingerprint if members[0].fingerprint == fingerprint else fingerprint
    finding = finding._replace(fingerprint=kept_once, members=members)
    return Merged(finding, of_hits=parts) if len(alike) > 1 else Merged(finding, first.things)


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


def each_account(said: Mapping[AccountFacts, str]) -> tuple[Part, ...]:
    """What is said once of several accounts, as a matter of each of them, with what would be said of it alone."""
    return tuple(
        _part(account, account.shown, hidden([account]))._replace(message=message) for account, message in said.items()
    )


def _part(thing: AccountFacts | AutomationFacts, account: str, hidden: tuple[Span, ...]) -> Part:
    return Part(thing.span, account, subjects_of(thing), content_of(thing), origin(thing), hidden)


def _members(hit: Hit, seen: dict[bytes, int]) -> Iterator[Member]:
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
            message=part.message or finding.message,
            severity=finding.severity,
            platform=finding.platform,
            citation=finding.citation,
            judgement=finding.judgement,
            laws=finding.laws,
            laws_if=finding.laws_if,
            readers=finding.readers,
            seats=finding.seats,
        )


def _fingerprint(rule: str, subjects: tuple[str, ...], content: str, seen: dict[bytes, int]) -> str:
    """Rule, ids and content, with a counter for the second of two that are the same in all of it."""
    from sociable.text.digests import sha256  # only needed when there is something to tell

    text = as_it_was("\0".join((rule, *sorted(subjects), content))).encode("utf-8", "surrogatepass")
    digest = sha256(text).digest()[:8]
    seen[digest] = seen.get(digest, 0) + 1
    if seen[digest] > 1:
        digest = sha256(b"%b\0%d" % (text, seen[digest])).digest()[:8]
    return digest.hex()
