"""One document to its accounts, automations, lists, places and what it says of other tools' files.

A part that does not fit is left out and the rest is kept, so that one mistake hides nothing else.
Reading only notices that something does not fit; ``sociable.readers.automation_file.misfits`` says what and why.
"""

from collections.abc import Callable, Iterable, Iterator

from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.readers.automation_file.accounts import read_account
from sociable.readers.automation_file.automations import read_automation
from sociable.readers.automation_file.fields import read_fields
from sociable.readers.automation_file.keys import FILE_KEYS
from sociable.readers.automation_file.people_lists import read_list
from sociable.readers.automation_file.settle import settle
from sociable.readers.automation_file.shapes import converters
from sociable.readers.automation_file.stated_places import read_place_group
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Companion
from sociable.records.record import Record
from sociable.records.static import TypeVar
from sociable.setup.model import Account, Automation, PeopleList, Place

Part = TypeVar("Part")

_FILE = converters(FILE_KEYS)


class Document(Record):
    """What stands in one document, in its order."""

    accounts: tuple[Account, ...]
    automations: tuple[Automation, ...]
    lists: tuple[PeopleList, ...]
    places: tuple[Place, ...]
    companions: tuple[Companion, ...]


def read_document(context: ReadingContext, root: Mapping) -> Document:
    """Read a document that says ``sociable:``; its automations are taken out of the tree."""
    parts = read_fields(context, root, _FILE)
    settle(context, root, "file")
    automations = []
    for node in _taken(parts["automations"].items) if "automations" in parts else ():
        automations.append(read_automation(context, node))
        settle(context, node, "automation")
    return Document(
        _entries(context, parts.get("accounts"), read_account, "account"),
        tuple(each for each in automations if each),
        _entries(context, parts.get("lists"), read_list, "list"),
        _entries(context, parts.get("places"), read_place_group, "place"),
        _companions(context, parts["imports"].items) if "imports" in parts else (),
    )


def _taken(nodes: list[Node]) -> Iterator[Node]:
    """One after the other, each let go before the next: the tree takes more than what is made of it."""
    nodes.reverse()
    while nodes:
        yield nodes.pop()


def _companions(context: ReadingContext, nodes: Iterable[Node]) -> tuple[Companion, ...]:
    from sociable.readers.automation_file.stated_imports import read_companion

    found = []
    for node in nodes:
        found.append(read_companion(context, node))
        settle(context, node, "import")
    return tuple(found)


def _entries(
    context: ReadingContext,
    group: Mapping | None,
    read: Callable[[ReadingContext, Scalar, Node], Part | None],
    part: str,
) -> tuple[Part, ...]:
    """Read each entry of a group of parts that go by their names."""
    found = []
    for key, node in group.values() if group is not None else ():
        found.append(read(context, key, node))
        settle(context, node, part, key)
    return tuple(each for each in found if each is not None)
