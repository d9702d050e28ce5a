"""Who stands on the stage, what opens the rehearsal, and how it ended."""

from collections.abc import Iterable, Sequence

from sociable.errors import NobodyHears
from sociable.facts.claims import actors
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.rehearsal.filled_texts import unknown
from sociable.rehearsal.holding_back import slowest_rate
from sociable.rehearsal.player import Player, Plays
from sociable.rehearsal.repeats import Task
from sociable.rehearsal.small_world import Item, Occurrence, Person, SmallWorld, causing, hearers
from sociable.rehearsal.timeline import DEFAULT_ROUNDS, Again, Rehearsal, Slowest, Start
from sociable.setup.times import dated
from sociable.setup.times_in_words import times_in_words
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.verbs import Verb

_STRANGER = "@stranger"


def rehearse(
    facts: Facts,
    start: Start,
    rounds: int = DEFAULT_ROUNDS,
    mirror: bool = False,
    only: frozenset[AutomationFacts] | None = None,
) -> Rehearsal:
    """Play the setup against one event, for so many rounds; with ``mirror`` the stranger runs a copy of it.

    Where strangers are not heard at all, it is played without a mirror, and says so. ``only`` these of the account
    start on it, if it says which. Raises ``NobodyHears``.
    """
    hearing = [each for each in hearers(facts, start.event) if start.account in ("", each.id)]
    if not hearing:
        raise NobodyHears(start.event)
    account = hearing[0]
    world = SmallWorld(facts)
    at = world.ours(account)
    listening = [each for each in account.automations if each.event.name == start.event]
    hearing_it = [each for each in listening if only is None or each in only]
    mirror = mirror and any(map(_hears_strangers, hearing_it))
    stranger = _stranger(world, account, hearing_it, mirror)
    by = stranger if EVENTS[start.event].has_person else None
    opening = Occurrence(0, start.event, at, by, None, 0, 0, only)
    result = played(world, opening, rounds, lambda step: True)
    return result._replace(stranger=stranger.shown, mirror=True) if mirror else result


def played(
    world: SmallWorld,
    opening: Occurrence,
    rounds: int,
    plays: Plays,
    beside: Iterable[tuple[Verb, Person, Person]] = (),
) -> Rehearsal:
    """Play on from what opens it, with those steps that take part; ``beside`` is done with the opening."""
    player = Player(world, rounds, plays)
    opened = _opened(world, opening)
    for verb, who, whom in beside:
        world.change(verb, who, whom)
    player.run([Task(opened)])
    return _told(player, opening)


def runs(facts: Facts, automations: Sequence[AutomationFacts], rounds: int = DEFAULT_ROUNDS) -> Rehearsal:
    """Play what automations do that their time starts at the same moment, wherever each of them runs, and no other.

    The rehearsal is called after the account of the first; there has to be one.
    """
    world = SmallWorld(facts)
    started = [
        Task(Occurrence(0, each.event.name, world.ours(each.account), None, None, 0, 0), each) for each in automations
    ]
    player = Player(world, rounds, lambda step: True)
    player.run(started)
    return _told(player, started[0].occurrence)


def _told(player: Player, opening: Occurrence) -> Rehearsal:
    """What was played, and how it ended."""
    return Rehearsal(
        event=opening.event,
        account=opening.at.shown,
        stranger=opening.by.shown if opening.by is not None else "",
        mirror=False,
        happenings=tuple(player.happenings),
        ending=_ending(player),
        repeats=player.repeats,
        slowest=_slowest(player),
        rounds=max((each.round for each in player.happenings), default=0),
        again=_again(player),
        cut_off=player.is_cut,
    )


def _hears_strangers(automation: AutomationFacts) -> bool:
    """Whether somebody whom no file names may start it: then a copy of it may."""
    inside = [role in ROLES and ROLES[role].inside for role in automation.roles]
    return not _named(automation) and not (inside and all(inside))


def _named(automation: AutomationFacts) -> tuple[str, ...]:
    """To whom alone it listens, by its keys or by a condition; nobody where it listens to others as well."""
    return automation.only[-1] if automation.only else tuple(sorted(actors(automation.model.guards).only or ()))


def _stranger(world: SmallWorld, account: AccountFacts, listening: list[AutomationFacts], mirror: bool) -> Person:
    """A stranger; if the account listens only to people it names, the first of these who is somebody else."""
    names = [_named(each) for each in listening]
    if all(names) and not mirror:
        people = [world.named(name, account.platform) for name in names[0]]
        return next((person for person in people if person.account is not account), people[0])
    if all(each.roles for each in listening) and not mirror:
        role = min(listening[0].roles)
        return world.named(role if role in ROLES else f"somebody of `{role}`", account.platform)
    handle = _STRANGER
    while world.facts.called(handle, account.platform) is not None:
        handle += "_"
    if not mirror:
        return world.outside(handle, account.platform)
    stranger = Person(handle, account.platform, account, marked=account.model.automated_label)
    world.enter(stranger)
    return stranger


def _opened(world: SmallWorld, opening: Occurrence) -> Occurrence:
    """The opening with what it brings about: a tie that is there or gone, a post or a message."""
    by, verb = opening.by, causing(opening.event)
    if not EVENTS[opening.event].has_post:
        if by is not None and verb is not None:
            world.change(verb, by, opening.at)
        return opening
    author = by if by is not None and (verb is None or verb.effect == "fresh") else opening.at
    what = f"what {author.shown} wrote"
    item = Item(world.number(), world.number(), author, unknown(what))
    if by is not None and verb is not None:
        world.change(verb, by, item.number)
    return opening._replace(item=item)


def _ending(player: Player) -> str:
    if player.came_back:
        return "repeats"
    if player.repeats is not None:
        return "goes_on"
    if player.out_of_rounds or player.is_cut:
        return "unfinished"
    return "waits" if any(each.kind == "waits" for each in player.happenings) else "settles"


def _slowest(player: Player) -> Slowest | None:
    """What holds the loop back most, if there is a loop and something does."""
    if player.repeats is None:
        return None
    first, last = player.repeats
    found = slowest_rate(_in_file_order(each for number, each in player.deeds if first < number <= last))
    return Slowest(found[0].id, found[1]) if found is not None else None


def _again(player: Player) -> Again | None:
    """The first automation that took part and runs by itself time and again; of several, one that says when."""
    found = [_runs_again(each) for each in _in_file_order(each for _, each in player.deeds)]
    told = [each for each in found if each is not None]
    return next((each for each in told if each.when), told[0] if told else None)


def _runs_again(automation: AutomationFacts) -> Again | None:
    """How it comes back by itself: not once its last day is over, and not where all its days are dates."""
    narrowed = automation.model.trigger.narrowed
    days = [*narrowed.get("on", ()), *narrowed.get("at", ())]
    every = narrowed.get("every", ("",))[0]
    if not automation.event.is_timed or automation.is_over or (not every and any(map(dated, days))):
        return None
    return Again(automation.id, every, times_in_words(narrowed))


def _in_file_order(automations: Iterable[AutomationFacts]) -> list[AutomationFacts]:
    return sorted(set(automations), key=lambda each: (each.span.path, each.span.start, each.order))
