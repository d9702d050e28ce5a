"""What stands in a report for a client, whatever it is written as: plain values in reading order.

Every text may come from a file, and is escaped only where it is written. Anchors are ours, with nothing from a file.
"""

from sociable.client_report.content.content_of_check import CheckedFile, Counted, Number, Since, Stamp, Unseen
from sociable.drawing.picture import TITLE, Picture
from sociable.records.record import Record


class Mark(Record):
    """A name that leads to where it is described."""

    name: str
    anchor: str


class Sentence(Record):
    """A sentence, and words of it in their order, each of which leads to what it counts or names."""

    text: str
    links: tuple[Mark, ...] = ()


class Answer(Record):
    """What the first page answers of one question that every reader has."""

    heading: str
    sentences: tuple[Sentence, ...]


class AutomationRow(Record):
    """An automation on one account, in words. ``findings`` are the numbers of what was found."""

    anchor: str
    name: str
    when: str
    deeds: tuple[str, ...]
    weekly: str
    findings: tuple[int, ...]


class AccountRow(Record):
    """An account with what its keepers say about it; what they do not say is empty, and ``asked`` about."""

    anchor: str
    name: str
    platform: str
    run_by: str
    client: str
    read_by: str
    stopped_by: str
    weekly: tuple[str, ...]
    automations: tuple[AutomationRow, ...]
    findings: tuple[int, ...]
    asked: bool


class StoryLine(Record):
    """Something that happens; ``time`` is empty where it is that of the line before."""

    time: str
    sentence: str
    notes: tuple[str, ...]


class Story(Record):
    """An event played. ``findings`` are the numbers of what was found about what happens in it."""

    opening: str
    lines: tuple[StoryLine, ...]
    left_out: int
    ending: tuple[str, ...]
    findings: tuple[int, ...]


class Passage(Record):
    """A label and the sentences that belong to it; numbers in them lead to what they are of."""

    label: str
    sentences: tuple[str, ...]
    links: tuple[Mark, ...] = ()


class CitedSource(Record):
    """Who says so: title, what, as of when, and an address, which may be anything that a page of one's own says.

    Without a title it is our own judgement. ``lead`` is what it holds under, or how it stands to other sources, with
    ``links`` of it. ``seen`` is the day on which somebody last looked, as ``2026-11-28``.
    """

    title: str
    says: str
    dated: str
    address: str
    lead: str = ""
    links: tuple[Mark, ...] = ()
    seen: str = ""


class ExcerptLine(Record):
    """A line of a file in three parts, of which the middle one is marked."""

    number: int
    before: str
    marked: str
    after: str


class ShownPlace(Record):
    """Where something stands, and the lines that stand there."""

    path: str
    line: int
    label: str
    excerpt: tuple[ExcerptLine, ...]


class LoopStation(Record):
    """One station of a loop."""

    automation: str
    account: str
    sentence: str
    path: str
    line: int


class Decision(Record):
    """That a finding is kept on purpose: why, until when (may be empty), and where that is written."""

    reason: str
    until: str
    path: str
    line: int


class ToldFinding(Record):
    """One finding, done by ``automations``; one that no automation does is about ``accounts``, or ``stands`` in a file.

    ``ask`` are clauses on whom to ask, by the files. ``passages`` are what its rule says of it alone, ``status``
    compares it with the last report.
    """

    number: int
    fingerprint: str
    message: str
    automations: tuple[Mark, ...]
    accounts: tuple[Mark, ...]
    stands: Sentence
    ask: tuple[str, ...]
    passages: tuple[Passage, ...]
    loop: tuple[LoopStation, ...]
    loop_then: str
    played: tuple[str, ...]
    places: tuple[ShownPlace, ...]
    more_places: int
    status: str
    decision: Decision | None


class RuleGroup(Record):
    """What one rule found with one gravity. ``told_at`` is the finding where its text stands already, or 0.

    ``unsourced`` is what to say where there are no ``sources``, and ``stops`` as in ``Gravity``.
    """

    rule: str
    title: str
    severity: str
    passages: tuple[Passage, ...]
    sources: tuple[CitedSource, ...]
    unsourced: str
    told_at: int
    findings: tuple[ToldFinding, ...]
    stops: bool = False


class Gravity(Record):
    """All that is equally grave; ``kept`` is how much of it somebody accepted.

    ``stops`` says that it is what has to stop until people have agreed, though it is no error.
    """

    severity: str
    amount: int
    kept: int
    groups: tuple[RuleGroup, ...]
    stops: bool = False


class Crossing(Record):
    """Something found that also touches another client: only what belongs to this one is said of it.

    ``ask`` are clauses on whom to ask, by the files of this one. ``status`` compares it with the last report.
    """

    number: int
    title: str
    severity: str
    own: tuple[Mark, ...]
    ask: tuple[str, ...]
    passages: tuple[Passage, ...]
    sources: tuple[CitedSource, ...]
    status: str
    decision: Decision | None


class Merit(Record):
    """What is fine, and how that is known: what is stated of an account, and of automations on it or not found.

    ``links`` are those of its reasons, in their order.
    """

    name: str
    anchor: str
    reasons: tuple[str, ...]
    automations: tuple["Merit", ...] = ()
    links: tuple[Mark, ...] = ()


class Reference(Record):
    """Findings by their numbers, and what they say; ``due`` is by when something has to be done, or empty.

    ``in_time`` says that it happens on a day that is known, ``ended`` that it ends with what is to be switched off,
    ``is_off`` that it was switched off when its file was written. ``names`` are those who do it; of what has a day
    within a few days, ``near`` says before when. ``says`` is what was found in its own words, and ``do`` the first
    sentence of what to do, where that is one thing.
    """

    numbers: tuple[int, ...]
    message: str
    due: str = ""
    in_time: bool = False
    ended: bool = False
    is_off: bool = False
    names: Sentence = Sentence("")
    near: str = ""
    says: str = ""
    do: str = ""


class AtOnce(Record):
    """What nothing can be switched off against, and has to be seen to all the same, such as a key in a file.

    ``stands`` says where, ``do`` are sentences on what to do, ``ask`` are clauses on whose matter it is.
    """

    number: int
    message: str
    stands: Sentence
    do: tuple[str, ...]
    ask: tuple[str, ...]


class BeginWith(Record):
    """The finding to look at first where nothing has to be switched off.

    What goes on meanwhile, as a clause, and how much that is in a week; empty where nobody knows. ``out`` is what stays
    out there of what the file itself says to be amiss, as clauses.
    """

    number: int
    message: str
    happens: str
    weekly: str
    out: tuple[str, ...] = ()


class Pause(Record):
    """What to switch off first, and the findings because of which; by when, and whom to ask, as clauses.

    ``name`` leads to it; of several things it is all but one. ``notes`` are clauses on what else has to be known before
    it is done, each with its links. ``instead`` is what to change before a person says yes, where it waits for that.
    """

    name: Sentence
    because: tuple[Reference, ...]
    due: str
    ask: tuple[str, ...]
    notes: tuple[Sentence, ...] = ()
    instead: str = ""


class PauseGroup(Record):
    """What is to be switched off on many accounts because of the same: how many things, and all of them by name.

    ``message`` says what was found, ``due`` by when the most urgent has to be seen to, as a clause.
    """

    message: str
    counted: str
    numbers: tuple[int, ...]
    due: str
    things: tuple[Mark, ...]


class ToDo(Record):
    """What to do first.

    ``pauses`` is what to switch off in its order, in ``groups`` if it is much; ``at_once`` is what else cannot wait;
    ``to_agree_on`` is what to change, and
    ``begin_with`` what to look at first where nothing has to be switched off; ``otherwise`` is what happens if nothing
    is changed.
    """

    pauses: tuple[Pause, ...]
    groups: tuple[PauseGroup, ...]
    at_once: tuple[AtOnce, ...]
    to_agree_on: tuple[Reference, ...]
    begin_with: BeginWith | None
    otherwise: "Otherwise | None"


class Consequence(Record):
    """What a platform does or a law allows where something stays as it is; ``unknown`` says that no source tells.

    ``where`` is a clause that says under which condition a law holds, where no file says whether it does. ``outcome``
    is the gravest of what can follow, as a clause; empty where no source tells. ``places`` are those where a law holds.
    """

    name: str
    numbers: tuple[int, ...]
    sources: tuple[CitedSource, ...]
    unknown: str
    where: str = ""
    outcome: str = ""
    places: tuple[str, ...] = ()


class Otherwise(Record):
    """What happens if nothing is changed. ``law_if`` holds if readers live where no file says whether they do.

    ``law_if_intro`` says so; ``more`` names what people see more of (empty if it is all told);
    ``off`` says that nothing comes of what was switched off (empty if nothing was);
    ``silent`` are sentences on what no platform or law that we know speaks against.
    """

    people: tuple[Reference, ...]
    more: Sentence
    off: Sentence
    accounts: tuple[Consequence, ...]
    law: tuple[Consequence, ...]
    law_if: tuple[Consequence, ...]
    law_if_intro: Sentence
    silent: tuple[Sentence, ...]


class Question(Record):
    """What the files do not say, of which accounts, and how the answer is written there.

    ``key`` names what is asked; empty for what is asked of one place of a file of another tool.
    """

    text: str
    accounts: tuple[str, ...]
    answer: str
    key: str = ""


class Content(Record):
    """A whole report. ``answers`` are those of the first page.

    Of more ``pauses`` than can be worked through one by one, ``pause_groups`` tell; otherwise there are none of these.
    ``counted`` is whatever numbers of it count. ``companion`` are the lines of a file that takes the answers.
    ``shared`` is what runs on several accounts, ``off`` says how something is switched off.
    ``faults`` are mistakes of ours, which left something out; it does not print them.
    """

    title: str
    stamp: Stamp
    verdict: tuple[Sentence, ...]
    answers: tuple[Answer, ...]
    numbers: tuple[Number, ...]
    counted: tuple[Counted, ...]
    since: Since | None
    pauses: tuple[Pause, ...]
    pause_groups: tuple[PauseGroup, ...]
    at_once: tuple[AtOnce, ...]
    to_agree_on: tuple[Reference, ...]
    begin_with: BeginWith | None
    otherwise: Otherwise | None
    accounts: tuple[AccountRow, ...]
    stories: tuple[Story, ...]
    gravities: tuple[Gravity, ...]
    crossings: tuple[Crossing, ...]
    picture: Picture
    links: tuple[str, ...]
    merits: tuple[Merit, ...]
    questions: tuple[Question, ...]
    companion: tuple[str, ...]
    files: tuple[CheckedFile, ...]
    unseen: tuple[Unseen, ...]
    shared: tuple[str, ...] = ()
    off: str = ""
    faults: tuple[str, ...] = ()


NO_PICTURE = Picture(TITLE, "", (), (), (), (), "")
"""What stands for a drawing that a mistake of ours kept from being made."""
