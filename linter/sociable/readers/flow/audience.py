"""Whom an act reaches: the person behind the event, a set of people, a room, or our own team."""

import re

from sociable.readers.flow.channels import is_made_for_a_channel
from sociable.readers.flow.flow_guards import event_path
from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.handed_to_models import handed_to_a_model
from sociable.readers.flow.key_words import in_words
from sociable.readers.flow.listed import is_a_room, listed, stand_among_rooms, stand_among_staff
from sociable.readers.flow.missing_words import crowd
from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.flow.people import may_tell_of_people, tools_of
from sociable.readers.flow.run import Run
from sociable.records.record import Record
from sociable.setup.model import Named, Place, Target
from sociable.text.source import Span
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.platforms import Platform, platform_row
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

_BROKE = "failed"
"""The event of a flow that stopped: whoever is told of it looks after it."""

_BY_MAIL = "email_received"
_WENT_TO = frozenset(("to", "deliveredto", "torecipients"))

_OF_OURS = re.compile(r"(?<![a-z])(?:admin|owner|my|our|your|team|staff|manager|boss|internal)(?![a-z])", re.IGNORECASE)
"""In what somebody wrote for a number that others are to fill in: it is theirs."""

_TO_SOMEBODY = ("message", "email")
_STAFF = re.compile(
    r"(?:^|[^a-z])(?:admin|administrator|technician|assignee|staff|employee|team|supervisor|approver|reviewer|recruiter"
    r"|coordinator|resolver|handler|responsible|on.?call|salesperson|sales ?rep|internal|(?<!hiring )manager|inspector"
    r"|assigned|planner|tester|supplier|vendor|contractor|config|settings"
    r"|(?:notify|notification|alert|report)s?[ _]?(?:to[ _]?)?(?:e.?mail|address|recipient))(?:[^a-z]|$)",
    re.IGNORECASE,
)
"""Whoever does this works for those who set up the flow, or is where it reports to; so is what it was set up with."""

_FOR_STAFF = re.compile(
    r"(?<![a-z])(?:to|for|notify|alert|inform)(?: the| our| my)? (?:admin|owner|manager|management|cashier|kitchen|chef"
    r"|staff|team|office|reception|receptionist|operator|dispatcher|warehouse|boss|us|me)(?![a-z])",
    re.IGNORECASE,
)
"""How a node is called that writes to a number of ours, where that has been taken out."""

_OUR_ROOM = re.compile(r"admin|staff|internal|approv|moderat|(?:^@|_)ops(?:_|$)", re.IGNORECASE)
"""How a room of our own people is called."""

_WHO_COMES = re.compile(
    r"(?:^|[^a-z])(?:invitees?|attendees?|participants?|guests?|recipients?|bookers?)(?:[^a-z]|$)", re.IGNORECASE
).search
"""Of whom a mail tells that somebody else sent: the notice of a booking, a list of who comes."""

_PLACEHOLDER = re.compile(r"x{3,}|your|example|test|user@|name@|some(?:one|body)@", re.IGNORECASE)
"""How an address begins that stands there until somebody fills in another."""

_SHORTEST_NUMBER = 7
_NO_DIGIT = re.compile(r"\D+")

_TELLS_APART = re.compile(
    r"(?:^|_)(?:(?:chat|user|from|sender|session|contact)_?id|id|from|wa_id|phone(?:_?number)?|number|e?mail|username)$",
    re.IGNORECASE,
)
"""A key of a message that says who wrote it, and nobody else."""

_NAMING = frozenset(("row", "form", "order", "payload"))
_NO_NAME = re.compile(r"\W+")
_TOUCHES_PEOPLE = frozenset(("private_speech", "tie"))


class Reached(Record):
    """The verb that an act comes to, whom it reaches, and why that is not said: a reason of coverage.

    ``visibility`` is public where anybody can look into the ``room``, because it has a name.
    """

    verb: str
    target: Target | None
    unsaid: str = ""
    visibility: str = UNSTATED
    room: Place | None = None
    guessed: bool = False


def reached(run: Run, node: int, event: Event, place: Span, home: str) -> Reached:
    """Whom an act reaches; ``home`` is the platform of the event, empty where it has none."""
    part = run.parts[node]
    verb = {"message": "dm", "email": "email"}.get(part.verb, part.verb)
    aim = part.to or part.about
    span = aim.span if aim is not None and aim.parts else place
    usual = _usual(verb, event, place) if _is_at_home(part, home) else None
    handed = handed_to_a_model(run, part, node)
    if handed is not None:
        part, node = handed
        aim = part.to
    words = _words(run, part, node)
    is_meant = usual is not None and _can_be_meant(part, home)
    plain = _plainly(part, verb, event, words, is_meant, place)
    if plain is not None:
        is_for_many = plain.verb == "notify" and event.name != _BROKE and is_made_for_a_channel(run, node)
        return Reached("post", None, visibility="public", guessed=True) if is_for_many else plain
    if words and VERBS[verb].is_for_people:
        return _written_down(part, verb, words, span)
    if words is None and aim is not None:
        sources = listed(run, aim, run.provenance.sources(aim, node), node, has_person=usual is not None)
        return _filled_in(run, part, aim, sources, Reached(verb, usual), (event.name, home))
    target = None if part.guessed or (_is_lost(part) and not is_meant) else usual
    if target is None and (usual is None or not _is_lost(part)):  # who wrote did, but not from where this goes to
        target = _looked_for(run, node, verb, place, in_tables=not _is_lost(part))
    return Reached(verb, target, _unsaid(target))


def _filled_in(
    run: Run, part: Part, aim: Template, sources: tuple[Source, ...], usual: Reached, came: tuple[str, str]
) -> Reached:
    """Whom an act reaches that is filled in when the flow runs; ``came`` is the event, and where."""
    event, home = came
    if part.verb in _TO_SOMEBODY and (_is_for_staff(aim, sources) or stand_among_staff(run, sources)):
        return Reached("notify", None)
    if part.verb == "message" and (is_a_room(aim, sources) or stand_among_rooms(run, aim, sources)):
        return Reached("post", None)
    if part.verb == "email" and all(source.kind == "ai" for source in sources) and _may_be_anybodys(home, sources):
        return Reached(usual.verb, None, "chosen-by-model")
    return _worked_out(run, sources, usual, aim.span, event, in_room=part.in_room)


def _may_be_anybodys(home: str, sources: tuple[Source, ...]) -> bool:
    """Whether an address that a model takes out of what somebody wrote is perhaps not that of who wrote.

    Elsewhere than by mail it may be anybody's; in a mail, what is called by who comes to something is not the sender's.
    """
    keys = (in_words(source.path[-1], " ") for source in sources if source.path)
    return home not in ("", "email") or (home == "email" and any(map(_WHO_COMES, keys)))


def _plainly(part: Part, verb: str, event: Event, words: str | None, has_person: bool, place: Span) -> Reached | None:
    """Whom an act reaches where that needs no look at the rest of the flow."""
    if part.crowd:
        return Reached(verb, crowd(part.crowd, place, ""))
    if part.verb in ("message", "email"):
        blank_mail = part.verb == "email" and part.to is not None and not part.to.parts
        if event.name == _BROKE or blank_mail:
            return Reached("notify", None)
        if platform_row(part.platform).by_number and part.to is not None and _is_our_number(part, words):
            return Reached("notify", None)
        room = _room(part, words, has_person) if not _is_lost(part) else None
        if room is not None and room.verb == "post" and room.visibility == UNSTATED and event.name == _BY_MAIL:
            return Reached("notify", None)  # our own mailbox, told in a room that has no name to look it up by
        if room is not None:
            return room
    return Reached(verb, None) if VERBS[verb].target in ("", "?") else None


def _is_our_number(part: Part, words: str | None) -> bool:
    """Whether what stands for a number, or where none is left the name of the node, says that it is one of ours."""
    is_told = part.to is not None and _OF_OURS.search(part.to.fixed or "") is not None
    return is_told or (words == "" and _FOR_STAFF.search(part.name) is not None)


def _written_down(part: Part, verb: str, words: str, span: Span) -> Reached:
    """Whom an act reaches where the flow writes them down; a placeholder or a number of the platform's is nobody."""
    is_blank = verb == "list_add" and _PLACEHOLDER.match(words)
    if is_blank or _is_number_of_platform(part, words):
        return Reached(verb, None, _unsaid(None))
    return Reached(verb, Target("handle", span, words))


def _words(run: Run, part: Part, node: int) -> str | None:
    """What the flow writes down of whom an act reaches; a phone number that no phone has is as good as none."""
    words = run.provenance.words(part.to or part.about, node)
    if words and platform_row(part.platform).by_number and _is_no_number(_NO_DIGIT.sub("", words)):
        return ""
    return words


def _is_no_number(digits: str) -> bool:
    return len(digits) < _SHORTEST_NUMBER or digits in "01234567890" * 2 or len(set(digits)) == 1


def _is_number_of_platform(part: Part, words: str) -> bool:
    """Whether it is what a platform calls somebody by in its own books: whose it is, nobody can read from it."""
    return words.isdecimal() and not platform_row(part.platform).by_number


def _is_lost(part: Part) -> bool:
    """Whether somebody was worked out as whom it is for, and nothing is left that says how."""
    return part.to is not None and part.to.parts == (Hole((), ""),)


def _worked_out(
    run: Run, sources: tuple[Source, ...], usual: Reached, span: Span, event: str, *, in_room: bool
) -> Reached:
    """Whom an act reaches that is only worked out when the flow runs; ``usual`` where the event brings somebody."""
    if event == _BY_MAIL and sources and all(source.kind == "event" and _is_our_address(source) for source in sources):
        return Reached("notify", None)
    if not any(source.kind == "ai" and run.parts[source.node].kind == "act" for source in sources):
        target = _by_sources(run, sources, usual, span, event) or _known_to(run, sources, usual.verb, span)
        if in_room and target is not None and target.crowd is not None:
            return Reached("notify", None)  # a room that a table names, or a search found
        return usual._replace(target=target, unsaid=_unsaid(target))
    if VERBS[usual.verb].group == "private_speech" or usual.verb == "list_add" or _goes_on(run, usual.verb):
        return usual._replace(target=None, unsaid="chosen-by-model")
    return usual._replace(target=crowd("matching", span, "what a model chooses"))


def _is_for_staff(aim: Template, sources: tuple[Source, ...]) -> bool:
    """Whether every key that says whom it reaches is called by somebody who works here, of nobody who was looked up."""
    keys = [in_words(" ".join(ref.path[-2:]), " ") for ref in aim.refs]
    looked_up = any(source.kind == "fetched" for source in sources)
    return bool(keys) and not looked_up and all(map(_STAFF.search, keys))


def _is_our_address(source: Source) -> bool:
    """Whether it is where a mail went to: a mailbox of our own."""
    return any(key.casefold().replace("-", "") in _WENT_TO for key in source.path)


def _known_to(run: Run, sources: tuple[Source, ...], verb: str, place: Span) -> Target | None:
    """The people or posts that were looked for before what says whom an act reaches was made.

    What a program made of a look and of a table or the event together may be of either: then a table is at hand.
    """
    for source in sources:
        listed_by_model = _known_to_model(run, source.node, verb, place) if source.kind == "ai" else None
        if listed_by_model is not None:
            return listed_by_model
        tables = run.provenance.taints(source.node) if source.kind == "code" else {}
        if "row" in tables and VERBS[verb].is_for_people:
            part = run.parts[tables["row"]]
            return crowd("rows", place, part.words or part.name)
        found = None if "event" in tables else _looked_for(run, source.node, verb, place)
        if found is not None:
            return found
    return None


def _known_to_model(run: Run, node: int, verb: str, place: Span) -> Target | None:
    """The people in a table that a model may look into, or whom it may search for: it says whom, from there."""
    for tool in tools_of(run, node) if VERBS[verb].is_for_people else ():
        part = run.parts[tool]
        if part.kind == "read" and not part.off:
            return crowd("rows", place, part.words or part.name)
        if part.kind == "fetch" and part.crowd not in ("", "feed") and not part.off:
            return crowd(part.crowd, place, part.words or part.name)
    return None


def _looked_for(run: Run, node: int, verb: str, place: Span, *, in_tables: bool = True) -> Target | None:
    """The people or posts that the flow looked for before, on every way to what it does to somebody."""
    for each in run.before(node, "fetch"):
        part = run.parts[each]
        if part.crowd not in ("", "feed") or part.event:
            return crowd(_crowd_for(part, verb), place, part.words or part.name)
    if in_tables and VERBS[verb].is_for_people:
        for each in run.before(node, "read"):
            return crowd("rows", place, run.parts[each].words or run.parts[each].name)
    return None


def _crowd_for(part: Part, verb: str) -> str:
    """What a look outside brings for a verb: people, or the posts of people for what is done to a post."""
    people = part.crowd not in ("", "feed") and VERBS[verb].is_for_people
    return part.crowd if people else "matching"


def _is_at_home(part: Part, home: str) -> bool:
    """Whether the person of an event can be reached there: by e-mail always, else where they were met."""
    here, met = platform_row(part.platform), platform_row(home)
    return not home or part.platform in ("email", home) or _share_people(here, met)


def _share_people(one: Platform, other: Platform) -> bool:
    """Whether who was met on one can be reached on the other: both know people by number, or are of one house."""
    return (one.by_number and other.by_number) or one.people_of == other.people_of != ""


def _can_be_meant(part: Part, home: str) -> bool:
    """Whether whoever fills in a form or stands in a row may be whom a blank address is for.

    They leave a mail address or a number there; in a chat they have an id that only the chat itself knows, and whoever
    writes in one leaves no mail address.
    """
    if part.platform == "email":
        return home in ("", "email")
    return bool(home) or platform_row(part.platform).by_number


def _unsaid(target: Target | None) -> str:
    return "" if target is not None else "audience-not-said"


def _room(part: Part, name: str | None, has_person: bool) -> Reached | None:
    """A message to a room or person that the flow writes down; nothing where that is worked out when it runs.

    An address that is filled in from no item (a setting of the tool, or one that was blanked) is whoever set it up;
    one left blank is that as well, if the event brings nobody.
    """
    if part.to is None:
        is_blank = part.verb == "message" and not has_person
        is_for_us = part.about is None and (is_blank or platform_row(part.platform).webhooks)
        return Reached("notify", None) if is_for_us else None
    if not name:
        is_set_up = name is not None and (part.to.fixed is None or not has_person)
        return Reached("notify", None) if is_set_up else None
    if platform_row(part.platform).people_have_names:
        return _written_down(part, "dm", name, part.to.span)
    if part.platform == "telegram" and name.startswith(("@", "-100")) and not _OUR_ROOM.search(name):
        if not name.startswith("@"):
            return Reached("post", None)
        return Reached("post", None, visibility="public", room=Place(Named(name, part.to.span), part.to.span))
    return Reached("notify", None)


def _usual(verb: str, event: Event, place: Span) -> Target | None:
    """Whom a verb is aimed at by itself, if the event brings somebody."""
    kind = {"event.user": "person", "event.post": "post"}.get(VERBS[verb].target)
    if kind is None or not {"user", "post", "message", "review"} & set(event.carries):
        return None
    return Target(kind, place, VERBS[verb].target)


def _goes_on(run: Run, verb: str) -> bool:
    """Whether an answer can only go on below a post of the same run: nothing in it brings posts of others."""
    return verb == "reply" and bool(run.publishing) and not run.brings_posts


def _by_sources(run: Run, sources: tuple[Source, ...], usual: Reached, span: Span, event: str) -> Target | None:
    kinds = {source.kind: source for source in (_of_event_alone(run, source) for source in sources)}
    if "event" in kinds and ("row" not in kinds or "user" in EVENTS[event].carries):
        return usual.target or _named_by_event(run, kinds["event"], usual.verb, span, event)
    fetched = [source for source in sources if source.kind == "fetched" and run.parts[source.node].crowd != "feed"]
    if any(run.parts[source.node].means(event) or is_of_event(run, source) for source in fetched):
        return usual.target
    if fetched:
        part = run.parts[fetched[0].node]
        return crowd(_crowd_for(part, usual.verb), span, part.words or part.name)
    if "row" in kinds:
        part = run.parts[kinds["row"].node]
        looked_up = is_looked_up(run, kinds["row"].node, event) or _was_handed_over(run, kinds["row"], event)
        if usual.target is not None and looked_up:
            return usual.target
        return crowd("rows", span, part.words or part.name)
    return usual.target


def _of_event_alone(run: Run, source: Source) -> Source:
    """What a program made of nothing but the event, as what the event brought."""
    taints = run.provenance.taints(source.node) if source.kind == "code" else {}
    return Source("event", taints["event"], source.path) if taints.keys() == {"event"} else source


def is_of_event(run: Run, source: Source) -> bool:
    """Whether what was fetched tells of whoever set off the flow.

    It does under a key of the form that they filled, and where it was asked for by who they are.
    """
    if source.path and source.path[-1] in run.parts[run.trigger].carries:
        return True
    asked = Template((Hole(run.parts[source.node].mentions, ""),), run.parts[source.node].place)
    return may_tell_of_people(asked) and any(
        each.kind == "event" for each in run.provenance.sources(asked, source.node)
    )


def is_looked_up(run: Run, node: int, event: str) -> bool:
    """Whether a table is asked for the rows of whoever wrote, by what tells them apart."""
    if EVENTS[event].group != "spoke_to_us":
        return False
    sources = run.provenance.sources(run.parts[node].about, node)
    asked = (each for each in sources if _of_event_alone(run, each).kind == "event")
    return any(_TELLS_APART.search(in_words(each.path[-1])) for each in asked if each.path)


def _was_handed_over(run: Run, source: Source, event: str) -> bool:
    """Whether what is read under a key of a table came to it, under that very key, as who set off the flow."""
    before = Template((Hole((Ref(HERE, source.path),), ""),), run.parts[source.node].place)
    paths = [event_path(each, run, event) for each in run.provenance.sources(before, source.node)]
    return bool(paths) and all(path is not None and path[0] == "user" for path in paths)


def _named_by_event(run: Run, source: Source, verb: str, span: Span, event: str) -> Target | None:
    """The person whom a row, a form or an order names that brought the event."""
    path = event_path(source, run, event)
    if path is None or path[0] not in _NAMING or len(path) < 2 or not VERBS[verb].is_for_people:
        return None
    if path[0] not in EVENTS[event].carries or event == "called":
        return None  # what another flow hands over may be anybody
    return Target("person", span, ".".join(("event", path[0], _NO_NAME.sub("_", path[-1]))))


def touches_people(verb: str) -> bool:
    """Whether a verb is about the person or the post at hand, and not about publishing something of our own."""
    row = VERBS.get(verb)
    return verb in ("message", "email") or (
        row is not None and (row.group in _TOUCHES_PEOPLE or row.target in ("event.post", "event.user"))
    )
