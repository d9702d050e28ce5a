"""What the linter has to say: the one type that every rule makes and every format prints."""

from collections.abc import Iterable

from sociable.findings.origin import OWN, Origin
from sociable.records.record import Record
from sociable.text.source import Edit, Span

SEVERITIES = ("info", "warning", "error")
"""From mildest to gravest."""

CONFIDENCES = ("low", "medium", "high")


class Related(Record):
    """Another place that belongs to a finding, and what is there."""

    span: Span
    label: str


class EvidenceStep(Record):
    """One station of a loop: whose automation acts, what starts it, what it then does and to whom."""

    automation: str
    account: str
    when: str
    does: str
    span: Span


class Played(Record):
    """Something that happens when a loop is played, as a ``clause``, and on which account of ours (its id), if on one.

    ``deed`` is the same without the ``text`` that people read, and without the rooms in which they do.
    """

    account: str
    clause: str
    deed: str
    text: str


class LoopEvidence(Record):
    """The evidence for a loop: a closed walk, how it ends, and why nothing stops it.

    ``verdict`` is settles, flips, spawns or spreads; ``growth`` is plain or multiplies; ``certainty`` is
    certain, may or mirror. ``stops_after`` is the number of steps after which a brake ends it, 0 if none
    does. ``pace`` says how much of it there can be, empty if nothing limits it; ``brakes`` says of each
    brake that was looked at why it does not stop the loop; ``cut`` is the least change that would. ``others`` are the
    automations that are on another way round it, one for each account.
    ``played`` are the first things that happen when the walk is played, in order; ``fault`` is the mistake of ours, if
    one kept it from being played. ``is_slow``: limits let it come round once a day at most.
    """

    walk: tuple[EvidenceStep, ...]
    verdict: str
    verdict_words: str
    growth: str
    certainty: str
    stops_after: int
    pace: str
    brakes: tuple[str, ...]
    cut: str
    others: tuple[str, ...]
    played: tuple[Played, ...] = ()
    fault: str = ""
    is_slow: bool = False

    @property
    def rehearsal(self) -> tuple[str, ...]:
        """The same as clauses."""
        return tuple(each.clause for each in self.played)

    @property
    def takes_a_stranger(self) -> bool:
        """Whether it is one with the bot of somebody else that does the same."""
        return self.certainty == "mirror"


class Citation(Record):
    """What a platform or a law says: title, address, as of when, and in our own words what.

    ``seen`` is the day on which somebody looked, as ``2026-11-28``; ``fact`` is its id and ``bears`` a sentence on what
    it has to do with the rule. The last three are empty for a source that a project's own page describes.
    """

    title: str
    address: str
    dated: str
    says: str
    seen: str = ""
    fact: str = ""
    bears: str = ""


class Change(Record):
    """What a fix does to a thing, all of it by a ``word``.

    It can ``replace`` a step's verb or a name, ``remove`` the thing, ``set`` a ``key``, ``add`` to the list under a
    key, or ``begin`` a text. ``kind`` is that of the thing: step, automation, declaration, reference, text, comment.
    """

    action: str
    kind: str
    key: str = ""
    word: str = ""


class Fix(Record):
    """What to change: safe or unsafe, a clause in the imperative, and the step or automation it is about.

    The same is changed ``also_at`` other places. ``edits`` are what it comes to in the files, once somebody has asked
    for them; none where a file leaves no place for it.
    """

    safety: str
    words: str
    span: Span
    change: Change
    edits: tuple[Edit, ...] = ()
    also_at: tuple[Span, ...] = ()


class Suppression(Record):
    """Where somebody wrote that findings of these rules are accepted, why, and until when (ISO date, or empty)."""

    rules: tuple[str, ...]
    reason: str
    until: str
    span: Span


class Member(Record):
    """One of the places that a finding stands for, on one account: what a baseline and a suppression are about.

    ``fingerprint`` is that of a finding about this place alone; ``origin`` is where the tool that wrote it has it.
    ``hidden`` are the places, beside its own, at which a suppression counts: its steps, automations and accounts.
    Whatever else it has is that of a finding about it alone.
    """

    span: Span
    account: str
    subjects: tuple[str, ...]
    fingerprint: str
    origin: Origin = OWN
    hidden: tuple[Span, ...] = ()
    message: str = ""
    severity: str = ""
    platform: str = ""
    citation: Citation | None = None
    judgement: str = ""
    laws: tuple[Citation, ...] = ()
    laws_if: tuple[Citation, ...] = ()
    readers: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()


class Clause(Record):
    """A condition of a rule, whether it ``held``, and because of what.

    ``role`` is ``when`` or ``unless`` at the top and empty below. ``text`` is the condition as its page
    says it, ``words`` what is so because it held or did not, as a clause for those who write no rules; empty where the
    ``parts``, the conditions that decided, say it all. ``says`` are the facts in words, ``span`` where they stand.
    """

    role: str
    text: str
    held: bool
    says: str
    span: Span | None
    parts: tuple["Clause", ...] = ()
    words: str = ""


class Finding(Record):
    """One thing that is wrong at one place.

    ``message`` is a clause without a full stop; ``people_see``, ``why`` and ``advice`` are sentences
    and may be empty. ``subjects`` are the ids it is about, which together with ``rule`` and the
    ``evidence`` text make ``fingerprint``: 16 hexadecimal digits that survive moving and reordering.
    ``citation`` is what that platform or a law says about it; where nobody does, ``judgement`` says why we object.
    ``laws`` are all that speak against it where its ``readers`` live or whoever runs its account has their seat
    (``seats``), both as codes of countries; where no file says where readers live, ``laws_if`` are those that would
    if they lived where these hold.
    ``why_held`` is filled only when somebody asks for it.

    ``members`` are the places it stands for, each with a fingerprint of its own, all of them as grave. Where they have
    not the same ``platform``, or do not rest on the same, that is empty here, and ``sources_of`` tells it of each.
    ``also`` are the rules that would have spoken of the same step, had this one not. ``hidden`` are the places, beside
    its own, at which a suppression counts: its steps, automations and accounts. ``suppressed`` is the first that does;
    ``suppressed_too`` says where others do.
    Where ``advice`` is in the words of the tool that wrote the file, ``anywhere`` is what the page advises instead.
    """

    rule: str
    severity: str
    confidence: str
    span: Span
    message: str
    people_see: str
    why: str
    advice: str
    subjects: tuple[str, ...]
    fingerprint: str
    platform: str = ""
    citation: Citation | None = None
    judgement: str = ""
    laws: tuple[Citation, ...] = ()
    laws_if: tuple[Citation, ...] = ()
    readers: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    related: tuple[Related, ...] = ()
    loop: LoopEvidence | None = None
    fix: Fix | None = None
    why_held: tuple[Clause, ...] = ()
    members: tuple[Member, ...] = ()
    also: tuple[str, ...] = ()
    hidden: tuple[Span, ...] = ()
    suppressed: Suppression | None = None
    anywhere: str = ""
    suppressed_too: tuple[Span, ...] = ()


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """As people read them: the gravest first; of those that are as grave, in file order."""
    return sorted(findings, key=lambda each: -SEVERITIES.index(each.severity))
