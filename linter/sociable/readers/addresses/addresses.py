"""The tables of addresses and of what web hooks are told, as they are looked up."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from sociable.readers.addresses.requests import Request
from sociable.readers.tables import tables_beside
from sociable.records.record import Record
from sociable.records.static import Any


class Known(Record):
    """What a call does: a row of the table with what its host says filled in.

    ``segments`` is what stands at each ``*`` of the row's path, with the number of the first hole of the address in it.
    """

    row: Mapping[str, Any]
    platform: str
    via: str
    segments: tuple[tuple[str, int], ...] = ()


class _Host(Record):
    row: Mapping[str, Any]
    paths: tuple[tuple[str, re.Pattern[str], Mapping[str, Any]], ...]


class _Table(Record):
    hosts: tuple[tuple[re.Pattern[str], _Host], ...]
    exact: Mapping[str, _Host]
    anywhere: tuple[_Host, ...]
    called: tuple[_Host, ...]
    payloads: tuple[Mapping[str, Any], ...]


def known(request: Request) -> Known | None:
    """What a call does, if its address is in the table; for an unknown path of a known host, an ``unknown`` row."""
    table = _table()
    address = request.address
    host = _host(table, address.host) if address.host else None
    host = host or (_called(table, request.filled_with) if request.filled_with else None)
    if host is not None and address.path.removeprefix("/upload").startswith(host.row.get("under", "/")):
        return _known(host, request) or Known(
            {"does": "unknown"}, host.row.get("platform", ""), host.row.get("via", "")
        )
    return next((found for other in table.anywhere if (found := _known(other, request)) is not None), None)


def payload(paths: Iterable[str], heard: Set[tuple[str, str]] = frozenset()) -> Mapping[str, Any] | None:
    """The row of what a web hook was told, by all paths that its flow reads.

    What another trigger of the flow has ``heard``, as event and platform, does not come in by the hook again.
    """
    read = tuple(paths)
    for row in _table().payloads:
        if (row["event"], row.get("platform", "")) in heard:
            continue
        if any(mark in path for mark in row["marks"] for path in read):
            return row
    return None


def _host(table: _Table, name: str) -> _Host | None:
    exact = table.exact.get(name)
    if exact is not None:
        return exact
    return next((host for pattern, host in table.hosts if pattern.fullmatch(name)), None)


def _called(table: _Table, filled_with: str) -> _Host | None:
    """The service after which somebody called what its address is filled in with."""
    small = filled_with.casefold()
    return next((host for host in table.called if host.row["called"] in small), None)


def _known(host: _Host, request: Request) -> Known | None:
    """The first row of a host that fits a call."""
    address = request.address
    plain, whole = address.plain_path, address.path
    for method, pattern, row in host.paths:
        if method not in ("*", request.method) or not request.given.issuperset(row.get("with", ())):
            continue
        for path in (plain, whole):
            found = pattern.fullmatch(path)
            if found is not None:
                before = address.filled + whole.removesuffix(path).count("*")
                segments = (
                    (found[n], before + path[: found.start(n)].count("*")) for n in range(1, pattern.groups + 1)
                )
                platform, via = (row.get(key) or host.row.get(key, "") for key in ("platform", "via"))
                return Known(row, platform, via, tuple(segments))
    return None


@lru_cache(maxsize=1)
def _table() -> _Table:
    made = tables_beside(__file__)
    patterns, exact, anywhere, called = [], {}, [], []
    for row in made["addresses"]:
        host = _Host(row, tuple(_paths(row["paths"])))
        for name in row["host"]:
            if "*" in name:
                patterns.append((_pattern(name), host))
            else:
                exact[name] = host
        if row.get("anywhere"):
            anywhere.append(host)
        if "called" in row:
            called.append(host)
    return _Table(tuple(patterns), exact, tuple(anywhere), tuple(called), tuple(made["payloads"]))


def _paths(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, re.Pattern[str], Mapping[str, Any]]]:
    for name, row in rows.items():
        method, _, path = name.partition(" ")
        yield method, _pattern(path), row


def _pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern in which ``*`` is one part, kept as a group, and ``**`` any number of them."""
    pieces = re.split(r"(/?\*\*|\*)", text)
    made = {"*": "([^/]*)", "**": ".*", "/**": "(?:/.*)?"}
    return re.compile("".join(made.get(piece, re.escape(piece)) for piece in pieces), re.IGNORECASE)
