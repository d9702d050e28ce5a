"""What the files leave open although something that runs depends on it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sociable.facts.account_kinds import all_of, way
from sociable.facts.consent import consent, is_called
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.rooms import is_let_in, is_refused, named_where_done, room_of
from sociable.records.record import Record
from sociable.text.source import Span
from sociable.text.wording import first_few, listed
from sociable.vocabulary.consent_words import ADVERTS, NOT_BY_THE_WAY
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED


class Question(Record):
    """Something that the files may leave open, in clauses.

    ``clause`` says what in general, ``of`` of one account (``{}``) on its ``{platform}``, ``its`` once it was named,
    ``theirs`` once several were; ``unchecked`` is what cannot be checked as long as it is open, ``line`` how a file
    says it, ``{approval}`` as its platform asks, and ``sample`` the same with ``…`` for what is to be filled in.
    """

    clause: str
    of: str
    its: str
    theirs: str
    unchecked: str
    line: str
    sample: str = ""


OPEN = {
    "inbox": Question(
        "who reads what people write back",
        "who reads what people write back to {}",
        "who reads what people write back to it",
        "who reads what people write back to them",
        "whether people who write get an answer",
        "`inbox:` with `read_by:`, or `inbox: unread` if nobody does",
        "inbox: {read_by: …}",
    ),
    "pause": Question(
        "who can stop the automations of an account",
        "who can stop the automations of {}",
        "who can stop its automations",
        "who can stop their automations",
        "whether it can all be stopped on a bad day",
        "`pause:` with whoever can stop it, or `pause: false` if nobody can",
        "pause: …",
    ),
    "automated_label": Question(
        "whether the profile says that the account is automated",
        "whether the profile of {} says that it is automated",
        "whether its profile says that it is automated",
        "whether their profiles say that they are automated",
        "whether the profile shows that a machine is at work",
        "`automated_label: true` if the profile says so, or `automated_label: false` if it does not",
        "automated_label: true",
    ),
    "operator": Question(
        "which person or team runs an account",
        "which person or team runs {}",
        "which person or team runs it",
        "which person or team runs them",
        "whether somebody answers for what is done",
        "`operator:` with the account of that person or team",
        "operator: …",
    ),
    "approved": Question(
        "whether the platform has approved the program",
        "whether {platform} has approved the program behind {}",
        "whether {platform} has approved the program behind it",
        "whether {platform} has approved the programs behind them",
        "whether the program may run there",
        "{approval}",
        "approved: {%s: …}",
    ),
    "allowed_by": Question(
        "whether those who keep a room agreed to the advertisements",
        "whether those who keep {rooms} agreed to the advertisements of {}",
        "whether those who keep {rooms} agreed to its advertisements",
        "whether those who keep {rooms} agreed to their advertisements",
        "whether advertisements are welcome there",
        "",
    ),
    "agreed_to": Question(
        "what the people on a list agreed to",
        "what the people to whom {} writes have agreed to",
        "what the people to whom it writes have agreed to",
        "what the people to whom they write have agreed to",
        "whether people want these messages",
        "",
    ),
}


class OpenFact(Record):
    """Something that is not said of an account, and a step that depends on it."""

    account: AccountFacts
    what: str
    step: StepFacts
    beside: tuple[str, ...] = ()
    """What else is not said at the same place."""
    is_told: bool = False
    """Whether the finding has told all of it before."""

    @property
    def told(self) -> str:
        """What is not said at its place, as a clause."""
        shown, platform = all_of(self.account), platform_row(self.account.platform).title
        if self.what == "agreed_to" and (name := written_down(self.step)):
            return f"what the people in “{name}”, to whom {shown} writes, have agreed to{_in(self.step)}"
        if self.what == "agreed_to":
            return f"{OPEN[self.what].of.format(shown)}{_in(self.step)}"
        questions = (OPEN[what] for what in self.beside)
        are_many = self.account.model.stands_for > 1
        names = {"platform": platform, "rooms": self.rooms}
        beside = ((each.theirs if are_many else each.its).format(**names) for each in questions)
        return listed([OPEN[self.what].of.format(shown, **names), *beside])

    @property
    def rooms(self) -> str:
        """The rooms into which it speaks, by name if the file has one."""
        return named_where_done(self.step) or "the rooms"

    @property
    def heading(self) -> str:
        """What its place is, as it stands above it."""
        return f"{all_of(self.account)} is here" if self.is_told else f"nor {self.told}"

    @property
    def span(self) -> Span:
        """Where it would be said."""
        return self.account.span if self.what != "agreed_to" else self.step.span


class OpenFacts:
    """All that the files of one project leave open."""

    __slots__ = ("facts",)

    def __init__(self, facts: list[OpenFact]) -> None:
        self.facts = facts

    @property
    def places(self) -> list[OpenFact]:
        """The first of them at each further place, with the others there."""
        return [first for first, *_ in _by_place(self.facts)][1:]

    @property
    def by_account(self) -> dict[AccountFacts, list[OpenFact]]:
        """What is left open of each account."""
        found: dict[AccountFacts, list[OpenFact]] = {}
        for each in self.facts:
            found.setdefault(each.account, []).append(each)
        return found

    @property
    def first(self) -> OpenFact:
        """The one that stands first in the files."""
        return self.facts[0]

    @property
    def span(self) -> Span:
        """Where the first would be said."""
        return self.first.span

    @property
    def platforms(self) -> int:
        """On how many platforms its accounts are."""
        return len({each.account.platform for each in self.facts})

    @property
    def says(self) -> str:
        """What is open at the first place, and what besides elsewhere; what is open of all accounts as one."""
        here = [self.first.what, *self.first.beside]
        if {each.what for each in self.facts} == {"agreed_to"}:
            return self.first.told
        is_of_all = self._is_open_of_all(here)
        return f"{self._told_of_all(here) if is_of_all else self.first.told}{_rest(self._besides)}"

    @property
    def _besides(self) -> list[OpenFact]:
        """What is open of others than the first and elsewhere of the first, and not of all."""
        here = [self.first.what, *self.first.beside]
        is_of_all = self._is_open_of_all(here)
        others = [each for each in self.facts if each.account is not self.first.account or each.what not in here]
        return [each for each in others if not (is_of_all and each.what in here)]

    @property
    def counts_the_rest(self) -> bool:
        """Whether it says of some only how many they are."""
        is_of_letters = {each.what for each in self.facts} == {"agreed_to"}
        return is_of_letters or len({id(each.account) for each in self._besides}) > 1

    def _is_open_of_all(self, whats: Collection[str]) -> bool:
        """Whether all that is open of every one of several accounts."""
        open_of: dict[int, set[str]] = {}
        for each in self.facts:
            open_of.setdefault(id(each.account), set()).add(each.what)
        return (
            len(open_of) > 1 and "agreed_to" not in whats and all(open_of[each].issuperset(whats) for each in open_of)
        )

    def _told_of_all(self, whats: Sequence[str]) -> str:
        """These of all the accounts together, as a clause."""
        first, *beside = (OPEN[what] for what in whats)
        shown = first_few(list(dict.fromkeys(all_of(each.account) for each in self.facts)))
        names = {"platform": self._platforms, "rooms": "the rooms"}
        return listed([first.of.format(shown, **names), *(each.theirs.format(**names) for each in beside)])

    @property
    def is_said_to_be_unknown(self) -> bool:
        """Whether all that is open is what people on lists agreed to of whom the files say that nobody knows it."""
        known = self.first.step.facts.lists
        lists = [known.get(written_down(each.step).casefold()) for each in self.facts if each.what == "agreed_to"]
        return len(lists) == len(self.facts) and all(each and "agreed_to" in each.unknown for each in lists)

    @property
    def unchecked(self) -> str:
        """What cannot be checked because of it, in words."""
        return listed([OPEN[what].unchecked for what in self.whats])

    @property
    def _platforms(self) -> str:
        return listed(list(dict.fromkeys(platform_row(each.account.platform).title for each in self.facts)))

    @property
    def whats(self) -> list[str]:
        """What is open, in the order in which it is asked."""
        return [what for what in OPEN if any(each.what == what for each in self.facts)]


def open_facts(facts: Facts) -> list[OpenFacts]:
    """What is left open, as one thing; none if nothing is."""
    found = [OpenFact(account, what, step) for account in facts.accounts for what, step in _of(account)]
    beside = {id(first): tuple(each.what for each in others) for first, *others in _by_place(found)}
    if not found:
        return []
    whole = OpenFacts([each._replace(beside=beside.get(id(each), ())) for each in found])
    return [whole if whole.counts_the_rest else OpenFacts([each._replace(is_told=True) for each in whole.facts])]


def _rest(facts: Sequence[OpenFact]) -> str:
    """What is open besides, as it follows a clause: of one account what, of several how much."""
    accounts = list(dict.fromkeys(all_of(each.account) for each in facts))
    if len(accounts) > 1:
        return f", and {len(facts)} more questions about {first_few(accounts)} are open"
    whats = tuple(dict.fromkeys(each.what for each in facts if each.what != facts[0].what))
    return f", nor {facts[0]._replace(beside=whats).told}" if facts else ""


def written_down(step: StepFacts) -> str:
    """The name of the list or table on which the people stand to whom a step writes; empty if they stand on none."""
    target = step.aim.model
    if target is not None and target.kind == "value" and target.name in step.values:
        target = step.values[target.name].target or target
    if target is not None and target.crowd is not None and target.crowd.is_written_down:
        return target.name
    return " ".join(step.automation.model.trigger.narrowed.get("sheet", ()))


def _in(step: StepFacts) -> str:
    """In which automation, in brackets, where its account has others."""
    return f" (in `{step.automation.id}`)" if len(step.account.automations) > 1 else ""


def writes_to_unknown(automation: AutomationFacts) -> bool:
    """Whether it writes by itself to people of whom no file says what they agreed to."""
    return any(_writes_to_unknown(step) for step in automation.steps if not step.approved)


def _by_place(facts: Iterable[OpenFact]) -> list[list[OpenFact]]:
    there: dict[tuple[str, int, int], list[OpenFact]] = {}
    for each in facts:
        there.setdefault((each.span.path, each.span.start, id(each.account)), []).append(each)
    return list(there.values())


def _of(account: AccountFacts) -> Iterator[tuple[str, StepFacts]]:
    model, steps = account.model, [step for step in account.steps if not step.approved]
    asked = [
        ("inbox", model.inbox, (step for step in steps if step.verb.speaks and not is_called(step.automation))),
        ("pause", model.pause, (step for step in steps if _goes_out_by_itself(step))),
        ("automated_label", model.automated_label, (step for step in steps if _has_label(account) and _acts(step))),
        ("operator", model.operator, asked_who_runs_it(account) if account.is_labelled else ()),
        ("approved", _approval(account), (step for step in account.steps if _waits_for_approval(step))),
        ("allowed_by", UNSTATED, (step for step in steps if _advertises_in_a_room_of_others(step))),
        ("agreed_to", UNSTATED, (step for step in account.steps if _is_asked_for(step))),
    ]
    for what, said, concerned in asked:
        if said == UNSTATED and (step := next(iter(concerned), None)) is not None:
            yield what, step


def _goes_out_by_itself(step: StepFacts) -> bool:
    return step.verb.speaks and step.audience in ("public", "group") and step.automation.event.group == "the_world"


def _has_label(account: AccountFacts) -> bool:
    return platform_row(account.platform).labels_machines


def _approval(account: AccountFacts) -> str:
    return account.model.approved.get(platform_row(account.platform).approves, UNSTATED)


def _waits_for_approval(step: StepFacts) -> bool:
    """Whether its platform wants to look at the program first, as far as it comes by the platform's own interface."""
    approves = platform_row(step.account.platform).approves
    if approves == "" or way(step) not in ("api", UNSTATED):
        return False
    return approves == "automation" or (step.verb.publishes and step.model.visibility != "private")


def _advertises_in_a_room_of_others(step: StepFacts) -> bool:
    """Whether it brings an advertisement into a room that it names, and that is not said to be ours."""
    if step.model.place is None or not step.verb.publishes or step.purpose not in ADVERTS:
        return False
    if step.account.model.moderates == "yes" or step.automation.event.group != "the_world":
        return False
    room = room_of(step)
    return step.audience == "group" and (room is None or not (is_let_in(room) or is_refused(room)))


def _writes_to_unknown(step: StepFacts) -> bool:
    return step.verb.is_letter and consent(step) == UNSTATED


def _is_asked_for(step: StepFacts) -> bool:
    """Whether what they agreed to is asked for here: of many to whom it advertises, a graver rule asks the same.

    Whoever says yes to a message to one person has chosen them; to one for many, nobody has chosen each.
    """
    are_many = step.aim.size in ("bounded", "open")
    is_graver = are_many and step.purpose in NOT_BY_THE_WAY
    return _writes_to_unknown(step) and not (is_graver or (step.approved and not are_many))


def _acts(step: StepFacts) -> bool:
    return step.verb.speaks or step.verb.reaches_out


def asked_who_runs_it(account: AccountFacts) -> Iterator[StepFacts]:
    """The steps because of which its platform asks which person runs it, as soon as its profile says what it is."""
    if platform_row(account.platform).ties_to_a_person:
        yield from (step for step in account.steps if step.verb.reaches_out and not step.approved)
