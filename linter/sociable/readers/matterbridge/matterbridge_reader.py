"""A Matterbridge configuration to a fragment: what is said in one channel is said again in the others.

Matterbridge passes over what an account of its own says, and hears what another account of ours says in the same room:
that is how two gateways make a loop.
"""

from collections.abc import Iterator, Mapping, Sequence

from sociable.documents.document import Document
from sociable.findings.origin import Origin
from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Part
from sociable.readers.fragment import Fragment
from sociable.readers.matterbridge.gateways import End, Gateway, gateways
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.setup.model import NO_KEYS, Account, Automation, Expression, Named, Place, Step, Text, Trigger
from sociable.text.toml_values import NotToml, toml_values
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

NAME = "matterbridge"
READ_AS = "a Matterbridge configuration"
_NAME_OF_WRITER = Expression("path", ("event", "user", "name"), "event.user.name")
_WORDS = Expression("path", ("event", "post", "text"), "event.post.text")
_SAID_AGAIN = (_NAME_OF_WRITER, ": ", _WORDS)
_ITS_OWN = frozenset(("own_accounts",))

_Room = tuple[str, str, str]
Rooms = Mapping[_Room, frozenset[str]]
"""Which accounts speak in each room."""


def recognises(document: Document) -> bool:
    """Whether it has a gateway that joins channels; a text that is no TOML is told of as one that has."""
    try:
        data = toml_values(document.source.text)
    except NotToml:
        return "[[gateway]]" in document.source.text and "account" in document.source.text
    return any(each.ends for each in gateways(document.source, data))


def read(document: Document) -> Fragment:
    """Read the gateways that are switched on, and in them the channels of protocols that are known."""
    source = document.source
    try:
        data = toml_values(source.text)
    except NotToml as error:
        problem = Problem("broken-yaml", error.place_in(source), f"this is no TOML: {error.why}")
        return Fragment(source, problems=(problem,))
    found = gateways(source, data, [name for name, row in _protocols().items() if row.get("one_server")])
    running = [_understood(each) for each in found if each.enabled]
    speaking = _speaking(running)
    automations = tuple(automation for each in running for automation in _automations(each, speaking))
    accounts = {end.account: end for each in running for end in each.ends}
    return Fragment(
        source,
        NAME,
        tuple(map(_account, accounts.values())),
        automations,
        coverage=Coverage(READ_AS, tuple(part for each in found for part in _covered(each))),
    )


def _understood(gateway: Gateway) -> Gateway:
    return gateway._replace(ends=tuple(end for end in gateway.ends if end.protocol in _protocols()))


def _speaking(running: Sequence[Gateway]) -> Rooms:
    found: dict[tuple[str, str, str], set[str]] = {}
    for end in (end for each in running for end in each.ends if end.speaks):
        found.setdefault(end.room, set()).add(end.account)
    return {room: frozenset(accounts) for room, accounts in found.items()}


def _covered(gateway: Gateway) -> Iterator[Part]:
    for end in gateway.ends:
        known = end.protocol in _protocols()
        outcome = "off" if not gateway.enabled else "understood" if known else "not-understood"
        yield Part(end.called, end.span, outcome, "unknown-node" if outcome == "not-understood" else "")


def _automations(gateway: Gateway, speaking: Rooms) -> Iterator[Automation]:
    """For each channel in which a gateway speaks: it says again what people say in the others, and what our bots do."""
    hearing = _Hearing([end for end in gateway.ends if end.hears])
    others = {end: speaking.get(end.room, frozenset()) - {end.account} for end in hearing.ends}
    with_bots = _Hearing([end for end, bots in others.items() if bots])
    rooms_of_bot: dict[str, set[_Room]] = {}
    for end in with_bots.ends:
        for bot in others[end]:
            rooms_of_bot.setdefault(bot, set()).add(end.room)
    all_bots = tuple(sorted(rooms_of_bot))
    for target in (end for end in gateway.ends if end.speaks):
        if (near := hearing.but(target.room)) is not None:
            yield _automation(gateway, target, near, ())
        if (near := with_bots.but(target.room)) is not None:
            only_here = [bot for bot in speaking[target.room] if rooms_of_bot.get(bot) == {target.room}]
            bots = tuple(bot for bot in all_bots if bot not in only_here) if only_here else all_bots
            if bots:
                yield _automation(gateway, target, near, bots)


class _Hearing:
    """The channels that a gateway hears: named once for all that it says, as each is told what all others say."""

    def __init__(self, ends: Sequence[End]) -> None:
        self.ends = ends
        self._names = tuple(end.called for end in ends)
        self._in_room: dict[_Room, list[End]] = {}
        for end in ends:
            self._in_room.setdefault(end.room, []).append(end)

    def but(self, room: _Room) -> Place | None:
        """The channels that are not in this room, if there are any."""
        first = next((ends[0] for at, ends in self._in_room.items() if at != room), None)
        if first is None:
            return None
        left_out = tuple(end.called for end in self._in_room.get(room, ()))
        if len(self._names) - len(left_out) == 1:
            return Place(Named(first.called, first.span), first.span)
        return Place(
            Named(f"{first.called} and others", first.span), first.span, several=self._names, left_out=left_out
        )


def _automation(gateway: Gateway, target: End, heard: Place, bots: tuple[str, ...]) -> Automation:
    origin = Origin(NAME, target.called, within=Origin(NAME, gateway.name))
    what = "what our bots say" if bots else "what people say"
    return Automation(
        Named(f"{gateway.name} / {target.called} / {what}", target.span),
        target.span,
        (Named(target.account, target.span),),
        _trigger(heard, bots, target),
        (_copy(target, origin),),
        title=gateway.name,
        ignore=NO_KEYS if bots else _ITS_OWN,  # it passes on nothing that it has itself said
        origin=origin,
    )


def _trigger(heard: Place, bots: tuple[str, ...], target: End) -> Trigger:
    if not bots:
        return Trigger(EVENTS["posted_here"], heard.span, place=heard)
    return Trigger(EVENTS["account_posted"], heard.span, {"from": bots}, heard, spans={"from": (target.span,)})


def _copy(target: End, origin: Origin) -> Step:
    text = Text(_SAID_AGAIN, target.span)
    place = Place(Named(target.called, target.span), target.span)
    row = _protocols()[target.protocol]
    via = row.get("via", UNSTATED)
    seen = UNSTATED if row.get("in_public") else "group"  # who is in the channel, whatever a post there reaches
    return Step(VERBS["post"], target.span, text, None, visibility=seen, via=via, origin=origin, place=place)


def _account(end: End) -> Account:
    platform = _protocols()[end.protocol]["platform"]
    kind = platform_row(platform).reached_as or UNSTATED
    return Account(Named(end.account, end.span), end.span, platform, kind=kind, origin=Origin(NAME, end.account))


def _protocols() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tables_beside(__file__)["protocols"]["protocols"]
    return found
