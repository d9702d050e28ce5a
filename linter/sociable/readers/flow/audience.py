"""Whom an act reaches: the person behind the event, a set of people, a room, or our own team."""

from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.missing_words import crowd
from sociable.readers.flow.parts import Part
from sociable.readers.flow.run import Run
from sociable.records.record import Record
from sociable.setup.model import Target
from sociable.text.source import Span
from sociable.vocabulary.events import Event
from sociable.vocabulary.verbs import VERBS

_HOOKS = frozenset(("discord", "slack", "teams", "mattermost", "googlechat"))
"""Where an address alone may stand for a room."""

_OF_META = frozenset(("instagram", "facebook", "messenger"))
_NAMED_PERSON = frozenset(("x", "linkedin", "instagram", "bluesky", "reddit"))
_TOUCHES_PEOPLE = frozenset(("private_speech", "tie"))


class Reached(Record):
    """The verb that an act comes to, whom it reaches, and why that is not said: a reason of coverage."""

    verb: str
    target: Target | None
    unsaid: str = ""


def reached(run: Run, node: int, event: Event, place: Span, home: str) -> Reached:
    """Whom an act reaches; ``home`` is the platform of the event, empty where it has none."""
    part = run.parts[node]
    verb = {"message": "dm", "email": "email"}.get(part.verb, part.verb)
    aim = part.to or part.about
    span = aim.span if aim is not None and aim.parts else place
    room = _room(part, run.provenance.words(part.to, node)) if part.verb in ("message", "email") else None
    if room is not None:
        return room
    usual = _usual(verb, event, place) if _is_at_home(part, home) else None
    if VERBS[verb].target in ("", "?"):
        return Reached(verb, None)
    if aim is None:
        target = _looked_for(run, node, place) if part.guessed else usual
        return Reached(verb, target, _unsaid(target))
    words = run.provenance.words(aim, node)
    if words:
        return Reached(verb, Target("handle", span, words))
    if words is not None:
        return Reached(verb, usual, _unsaid(usual))
    return _worked_out(run, run.provenance.sources(aim, node), Reached(verb, usual), span, event.name)


def _worked_out(run: Run, sources: tuple[Source, ...], usual: Reached, span: Span, event: str) -> Reached:
    """Whom an act reaches that is only worked out when the flow runs; ``usual`` where the event brings somebody."""
    if not any(source.kind == "ai" and run.parts[source.node].kind == "act" for source in sources):
        target = _by_sources(run, sources, usual.target, span, event)
        return usual._replace(target=target, unsaid=_unsaid(target))
    if VERBS[usual.verb].group == "private_speech":
        return usual._replace(target=None, unsaid="chosen-by-model")
    return usual._replace(target=crowd("matching", span, "what a model chooses"))


def _looked_for(run: Run, node: int, place: Span) -> Target | None:
    """The people whom the flow looked for before it hands them to something of which only the name tells."""
    for each in run.before(node, "fetch"):
        part = run.parts[each]
        if part.crowd not in ("", "feed"):
            return crowd(part.crowd, place, part.words or part.name)
    return None


def _is_at_home(part: Part, home: str) -> bool:
    """Whether the person of an event can be reached there: by e-mail always, else where they were met."""
    return not home or part.platform in ("email", home) or {part.platform, home} <= _OF_META


def _unsaid(target: Target | None) -> str:
    return "" if target is not None else "audience-not-said"


def _room(part: Part, name: str | None) -> Reached | None:
    """A message to a room or person that the flow writes down; nothing where that is worked out when it runs."""
    if part.to is None:
        if part.about is not None or part.platform not in _HOOKS:
            return None
        return Reached("notify", None)
    if not name:
        return None
    if part.platform in _NAMED_PERSON:
        return Reached("dm", Target("handle", part.to.span, name))
    if part.platform == "telegram" and name.startswith(("@", "-100")):
        return Reached("post", None)
    return Reached("notify", None)


def _usual(verb: str, event: Event, place: Span) -> Target | None:
    """Whom a verb is aimed at by itself, if the event brings somebody."""
    kind = {"event.user": "person", "event.post": "post"}.get(VERBS[verb].target)
    if kind is None or not {"user", "post", "message", "review"} & set(event.carries):
        return None
    return Target(kind, place, VERBS[verb].target)


def _by_sources(run: Run, sources: tuple[Source, ...], usual: Target | None, span: Span, event: str) -> Target | None:
    kinds = {source.kind: source for source in sources}
    if "event" in kinds:
        return usual
    fetched = [source.node for source in sources if source.kind == "fetched"]
    if any(run.parts[each].event == event for each in fetched):
        return usual
    if fetched:
        part = run.parts[fetched[0]]
        return crowd(part.crowd if part.crowd not in ("", "feed") else "matching", span, part.words or part.name)
    if "row" in kinds:
        part = run.parts[kinds["row"].node]
        return crowd("rows", span, part.words or part.name)
    return usual


def touches_people(verb: str) -> bool:
    """Whether a verb is about the person or the post at hand, and not about publishing something of our own."""
    row = VERBS.get(verb)
    return verb in ("message", "email") or (
        row is not None and (row.group in _TOUCHES_PEOPLE or row.target in ("event.post", "event.user"))
    )
