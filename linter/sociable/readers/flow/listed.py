"""What the names of tables and of their keys tell of whom they list: people who work here, or rooms."""

import re

from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.key_words import in_words
from sociable.readers.flow.parts import Part, Template
from sociable.readers.flow.run import Run

_TABLE_OF_STAFF = re.compile(
    r"(?<![a-z])(?:employees?|staff|team members|colleagues|technicians)(?![a-z])", re.IGNORECASE
)

_ROOM_KEY = re.compile(
    r"(?:^|[^a-z])(?:group|grupo|gruppe|groupe|gruppo|grup)s?(?:$|[ _-]*(?:chat)?[ _-]*(?:id|jid|key)?$)", re.IGNORECASE
).search
"""How the column is called that holds the number of a group: group_id, ID do Grupo, groupJid."""

_CHAT_KEY = re.compile(r"^(?:chat|channel|room)[ _-]?(?:id)?$", re.IGNORECASE).match
_TABLE_OF_ROOMS = re.compile(r"(?<![a-z])(?:posts|channels|groups)(?![a-z])", re.IGNORECASE)


def listed(run: Run, aim: Template, sources: tuple[Source, ...], node: int, *, has_person: bool) -> tuple[Source, ...]:
    """Where whom a message is for stands, which a program put together of a table and a model: in the table.

    Where the event ``has_person`` and the program knows of it, they are more likely meant.
    """
    makers = {maker for ref in aim.refs for maker in run.provenance.makers(ref, node)}
    if not makers or any(source.kind != "ai" for source in sources):
        return sources
    taints = [run.provenance.taints(maker) for maker in makers if run.parts[maker].kind == "code"]
    tables = [] if has_person and any("event" in each for each in taints) else [each.get("row", -1) for each in taints]
    if len(tables) < len(makers) or min(tables) < 0:
        return sources
    return tuple(Source("row", table, source.path) for table in tables for source in sources)


def is_a_room(aim: Template, sources: tuple[Source, ...]) -> bool:
    """Whether what a table or a look holds of whom it reaches is called a group: all in it see the message."""
    keys = [in_words(ref.path[-1], " ") for ref in aim.refs if ref.path]
    is_listed = any(source.kind in ("row", "fetched") for source in sources)
    return is_listed and bool(keys) and all(map(_ROOM_KEY, keys))


def stand_among_rooms(run: Run, aim: Template, sources: tuple[Source, ...]) -> bool:
    """Whether they are chats of a table that is called one of posts, channels or groups: no list of people."""
    are_chats = all(ref.path and _CHAT_KEY(in_words(ref.path[-1], " ")) for ref in aim.refs)
    return are_chats and _stand_in(_TABLE_OF_ROOMS, run, sources)


def stand_among_staff(run: Run, sources: tuple[Source, ...]) -> bool:
    """Whether they all stand in a table that is called one of people who work here."""
    return _stand_in(_TABLE_OF_STAFF, run, sources)


def lists_staff(table: Part) -> bool:
    """Whether a table is called one of people who work here."""
    return _is_called(_TABLE_OF_STAFF, table)


def _stand_in(kind: re.Pattern[str], run: Run, sources: tuple[Source, ...]) -> bool:
    """Whether they all stand in tables of a kind."""
    tables = [run.parts[source.node] for source in sources if source.kind == "row"]
    return len(tables) == len(sources) > 0 and all(_is_called(kind, table) for table in tables)


def _is_called(kind: re.Pattern[str], table: Part) -> bool:
    return kind.search(f"{table.name} {table.words}".replace("_", " ")) is not None
