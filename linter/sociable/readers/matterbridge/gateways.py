"""The gateways of a Matterbridge configuration: the channels each joins, those it hears and those it speaks in."""

from collections.abc import Container, Iterator, Mapping

from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source, Span
from sociable.text.toml_places import Route, place_of

_WAYS = {"in": (True, False), "out": (False, True), "inout": (True, True)}
"""Whether what is said in a channel is passed on, and whether what is passed on is said there."""


class End(Record):
    """A channel that a gateway joins, as an ``account`` such as ``telegram.club``, which is in the ``room``.

    Two accounts are in the same room if they are on the same server of the same protocol, and it is called the same.
    What it is ``called`` is kept, as all that is made of it holds that name.
    """

    account: str
    called: str
    room: tuple[str, str, str]
    hears: bool
    speaks: bool
    span: Span

    @property
    def protocol(self) -> str:
        return self.account.partition(".")[0]


class Gateway(Record):
    """What joins some channels; one that is not enabled does nothing."""

    name: str
    enabled: bool
    ends: tuple[End, ...]


class _Rooms(Record):
    """Tells which room each channel is."""

    data: Mapping[str, Any]
    one_server: Container[str]

    def end(self, account: str, channel: str, hears: bool, speaks: bool, span: Span) -> End:
        return End(account, f"{account} {channel}", self._room(account, channel), hears, speaks, span)

    def _room(self, account: str, channel: str) -> tuple[str, str, str]:
        protocol, _, name = account.partition(".")
        accounts = self.data.get(protocol)
        keys = accounts.get(name) if isinstance(accounts, Mapping) else None
        server = keys.get("Server") if isinstance(keys, Mapping) else None
        if server is None and protocol not in self.one_server:
            server = account
        return protocol, str(server or ""), channel.casefold()


def gateways(source: Source, data: Mapping[str, Any], one_server: Container[str] = ()) -> list[Gateway]:
    """All gateways of a configuration; of one between channels of the same name, one for each name.

    ``one_server`` are the protocols all of whose accounts meet on the same server.
    """
    rooms = _Rooms(data, one_server)
    return [
        *(
            _gateway(source, rooms, ("gateway", number), table)
            for number, table in enumerate(_tables(data.get("gateway")))
        ),
        *_same_channels(source, rooms),
    ]


def _gateway(source: Source, rooms: _Rooms, route: Route, table: Mapping[str, Any]) -> Gateway:
    ends = []
    for way, (hears, speaks) in _WAYS.items():
        for number, each in enumerate(_tables(table.get(way))):
            account, channel = each.get("account"), each.get("channel")
            if isinstance(account, str) and isinstance(channel, str):
                span = place_of(source, (*route, way, number, "account"))
                ends.append(rooms.end(account, channel, hears, speaks, span))
    return Gateway(str(table.get("name", "gateway")), table.get("enable") is True, tuple(ends))


def _same_channels(source: Source, rooms: _Rooms) -> Iterator[Gateway]:
    for number, table in enumerate(_tables(rooms.data.get("samechannelgateway"))):
        span = place_of(source, ("samechannelgateway", number, "accounts"))
        accounts = [each for each in _list(table.get("accounts")) if isinstance(each, str)]
        for channel in _list(table.get("channels")):
            if isinstance(channel, str):
                ends = tuple(rooms.end(each, channel, True, True, span) for each in accounts)
                yield Gateway(f"{table.get('name', 'gateway')} {channel}", table.get("enable") is True, ends)


def _tables(value: Any) -> list[Mapping[str, Any]]:
    return [each if isinstance(each, Mapping) else {} for each in _list(value)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
