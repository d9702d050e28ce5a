"""In which room something happens, and whose room it is, as far as the file says."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sociable.facts.facts import AutomationFacts, Facts, StepFacts
from sociable.setup.model import Place
from sociable.text.wording import listed
from sociable.vocabulary.crowds import POST
from sociable.vocabulary.events import POSTED_HERE
from sociable.vocabulary.values import APPROVABLE, UNSTATED


def is_at_home(automation: AutomationFacts) -> bool:
    """Whether it acts in a place that is ours, or whose keepers have let it in."""
    if automation.event.group == "in_our_room" or automation.event.at_home:
        return True
    place = place_of(automation)
    return place is not None and is_let_in(place)


def is_let_in(place: Place) -> bool:
    """Whether those who keep a place have agreed, or it is our own."""
    return bool(place.allowed_by) or place.inside == "yes" or place.approved.get("automation") == "yes"


def is_refused(place: Place) -> bool:
    """Whether those who keep a place have not agreed, as the file says, and nobody there has let it in."""
    return "no" in place.approved.values() and not place.allowed_by and place.inside != "yes"


def refusing(step: StepFacts) -> str:
    """Who has not agreed: of several rooms those who run the ones of which the file says so."""
    place = step.model.place
    if place is None or not place.several:
        return "those who run it"
    known = step.automation.facts.places
    names = [name for name in place.several if (room := known.get(name.casefold())) is not None and is_refused(room)]
    shown = [f"“{name}”" for name in names[:_MOST_BY_NAME]]
    return f"those who run {_and_more(shown, len(names) - _MOST_BY_NAME)}" if names else "those who run it"


def refusing_room(step: StepFacts) -> str:
    """The room in which it listens or speaks by name, if those who run it agreed to no program, as the file says."""
    for place in (room_of(step), place_of(step.automation)):
        if place is not None and place.approved.get("automation") == "no" and is_refused(place):
            return _by_name(place, "and")
    return ""


def place_of(automation: AutomationFacts) -> Place | None:
    """The room in which the event happens, as far as the file says more than its name."""
    return _described((automation.model.trigger.place, automation.account.model.place), automation)


def room_of(step: StepFacts) -> Place | None:
    """The room in which a step happens, as far as the file says more than its name."""
    return _described(
        (step.model.place, step.automation.model.trigger.place, step.account.model.place), step.automation
    )


def starts(automation: AutomationFacts) -> str:
    """What starts it as a clause, with the rooms that the file names: ``somebody posts in “forum”``."""
    if is_written_ahead(automation):
        return "a date of its calendar comes"
    rooms = named_where_heard(automation, "or")
    return automation.event.starts_in(rooms) if rooms else automation.event.starts


def named_where_heard(automation: AutomationFacts, last: str) -> str:
    """The rooms by name in which the event happens, ``last`` before the last; empty where the file names none."""
    nearest = automation.model.trigger.place
    if nearest is None and automation.event.name == POSTED_HERE:
        nearest = automation.account.model.place
    return _by_name(nearest, last) if "in" in automation.event.keys else ""


def named_where_done(step: StepFacts) -> str:
    """The rooms by name that a step itself speaks in; empty where it names none."""
    return _by_name(step.model.place, "and")


def carried_where(step: StepFacts) -> str:
    """From which rooms into which, and who may read there.

    ``: it brings what is written in “attic” (closed) into “hall” (open to anybody)``; empty where no room is named.
    """
    known = step.automation.facts.places
    into = _by_name(step.model.place, "and", known)
    heard = step.automation.model.trigger.place if step.automation.event.name == POSTED_HERE else None
    if not into or heard is None:
        return f": in {into}" if into else ""
    return f": it brings what is written in {_by_name(heard, 'and', known)} into {into}"


def left_open(automation: AutomationFacts) -> list[str]:
    """The rooms by name from which posts are brought elsewhere, where the file does not say who may read them."""
    heard = automation.model.trigger.place
    if heard is None or automation.event.name != POSTED_HERE:
        return []
    if not any(step.text.provenance.quoted and step.model.place not in (None, heard) for step in automation.steps):
        return []
    known = automation.facts.places
    return [name for name in islice(heard.names, _MOST_BY_NAME) if known.get(name.casefold(), heard).open == UNSTATED]


_WHO_MAY_READ = {"yes": " (open to anybody)", "no": " (closed)"}
_UNSAID = " (open or closed: the file does not say)"


def _by_name(place: Place | None, last: str, described: Mapping[str, Place] | None = None) -> str:
    """``“forum” or “corner”``; of many the first, and how many more there are. Where ``described``, who may read."""
    if place is None or not (place.several or place.id.name):
        return ""
    # A bridge joins thousands of rooms, each with all others: only the first are looked at.
    several = (name for name in place.several if name not in place.left_out)
    names = list(islice(several, _MOST_BY_NAME)) if place.several else [place.id.name]
    more = len(place.several) - len(place.left_out) - _MOST_BY_NAME
    told = [f"“{name}”" for name in names]
    if described is not None:
        readable = [_WHO_MAY_READ.get(described.get(name.casefold(), place).open, "") for name in names]
        unsaid = _UNSAID if any(readable) else ""  # or what is said of one is taken to hold for all
        several_said = zip(names, readable, strict=True)
        told = [f"“{name}”{read or unsaid}" for name, read in sorted(several_said, key=lambda each: not each[1])]
    return _and_more(told, more, last)


def _and_more(told: Sequence[str], more: int, last: str = "and") -> str:
    """The first of several in words, and how many more there are, if any."""
    return listed([*told, f"{more} more"] if more > 0 else told, last)


_MOST_BY_NAME = 3
"""Rooms that are told one by one."""


def passes_over_copies(automation: AutomationFacts) -> bool:
    """Whether posts of others start it, but none that this project has published elsewhere."""
    event = automation.event
    return "own_copies" in automation.model.ignore and POST in event.carries and event.author != "self"


def is_heard_in_a_room(step: StepFacts) -> bool:
    """Whether it speaks in a room that the file names, or answers in the one where it listens: others may hear it."""
    if step.automation.event.name == POSTED_HERE and step.aim.is_of_event:
        return True
    return bool(rooms_named(step))


def rooms_named(step: StepFacts) -> tuple[str, ...]:
    """The rooms in which it happens by name, in small letters: its own, those of what starts it, or its account's."""
    return _names_near(step.model.place, step.automation.model.trigger.place, step.account.model.place)


def rooms_heard(automation: AutomationFacts) -> tuple[str, ...]:
    """The rooms in which its event happens by name, in small letters; none where the file names none."""
    if "in" not in automation.event.keys:
        return ()
    return _names_near(automation.model.trigger.place, automation.account.model.place)


def heard_in_the_room(automation: AutomationFacts) -> frozenset[str] | None:
    """What those of ours are known as who speak in the room where it listens; ``None`` if it listens in none.

    Who speaks in several rooms is left out: which of them it was, no name tells. A room that nobody speaks in on the
    platform of the automation may be one of another platform: so a bridge hears what it carries over.
    """
    if automation.event.name != POSTED_HERE:
        return None
    memo = automation.facts.memo
    if "speakers" not in memo:
        memo["speakers"] = _speakers(automation.facts)
    known: dict[str, dict[str, frozenset[str]]] = memo["speakers"]
    rooms = _names_near(automation.model.trigger.place, automation.account.model.place)
    heard = [_heard_in(known.get(room, {}), automation.account.platform) for room in rooms]
    return heard[0] if len(heard) == 1 else _NOBODY.union(*heard)  # of many in one room, all have the same


_NOBODY: frozenset[str] = frozenset()

_MOST_SPEAKERS = 30
"""So many accounts of one room are heard there by name; more of ours in one room would say the same of each other."""


def _heard_in(speakers: Mapping[str, frozenset[str]], platform: str) -> frozenset[str]:
    """Those of a room who are heard on a platform: its own, or where it has none those of the only other one."""
    if platform in speakers or len(speakers) != 1:
        return speakers.get(platform, _NOBODY)
    return next(iter(speakers.values()))


def _speakers(facts: Facts) -> dict[str, dict[str, frozenset[str]]]:
    """What those are known as who speak in one room only, by room and platform."""
    found: dict[str, dict[str, list[frozenset[str]]]] = {}
    for account in facts.accounts:
        places = (
            rooms_named(step) for step in account.steps if any(cause.event == POSTED_HERE for cause in step.verb.causes)
        )
        rooms = {room for names in places for room in names}
        if len(rooms) == 1:
            found.setdefault(rooms.pop(), {}).setdefault(account.platform, []).append(account.known_as)
    return {
        room: {platform: _NOBODY.union(*known[:_MOST_SPEAKERS]) for platform, known in by_platform.items()}
        for room, by_platform in found.items()
    }


def _names_near(*places: Place | None) -> tuple[str, ...]:
    """The names of the nearest of these places; none where it has no name."""
    place = next((each for each in places if each is not None), None)
    return tuple(name.casefold() for name in place.names) if place is not None else ()


def _described(places: Iterable[Place | None], automation: AutomationFacts) -> Place | None:
    """The first of these places, from near to far, of which the file says anything but its name."""
    for place in places:
        if place is not None:
            known = _known(place, automation.facts.places)
            if _says_something(known):
                return known
    return None


def _known(place: Place, known: Mapping[str, Place]) -> Place:
    """What is described under its name; several places are as one that is as large and as open as they are together."""
    if not place.several:
        return known.get(place.id.name.casefold(), place)
    unsaid = Place(place.id, place.span)
    if not known:
        return unsaid  # a bridge joins thousands of rooms, each with all others
    each = [known.get(name.casefold(), unsaid) for name in place.names]
    keepers = [one.allowed_by for one in each]
    return place._replace(
        members=sum(one.members for one in each),
        open=_together([one.open for one in each], "yes"),
        inside=_together([one.inside for one in each], "no"),
        allowed_by=", ".join(dict.fromkeys(keepers)) if all(keepers) else "",
        approved={key: _together([one.approved.get(key, UNSTATED) for one in each], "no") for key in APPROVABLE},
    )


def _together(said: list[str], decides: str) -> str:
    """What holds of several: the word that ``decides`` if it holds of any, any other only if it holds of all."""
    if decides in said:
        return decides
    return said[0] if len(set(said)) == 1 else UNSTATED


def _says_something(place: Place) -> bool:
    stated = {place.open, place.inside} != {UNSTATED}
    return bool(stated or place.members or place.allowed_by or set(place.approved.values()) - {UNSTATED})


CALENDAR = "calendar"
"""What reads tables of posts with their dates. Somebody put each of them there, as by hand; more is not stated."""


def is_written_ahead(automation: AutomationFacts) -> bool:
    """Whether a scheduler publishes it, each post at its date, and nobody says yes to it then."""
    return automation.model.origin.importer == CALENDAR


def awaits_yes(step: StepFacts) -> bool:
    """Whether it is done only once a person has said yes, as far as a file states that."""
    return step.approved and not is_written_ahead(step.automation)
