"""Things put together because they share something."""

from collections.abc import Callable, Mapping

from sociable.language.types import NUMBER, Attribute, Kind, Type
from sociable.records.static import Any


class Group:
    """Things that are alike."""

    __slots__ = ("members",)

    def __init__(self, members: list[Any]) -> None:
        self.members = members

    @property
    def second(self) -> Any:
        """The first member at another place than the first: one automation on two accounts is at one place."""
        others = (member for member in self.members if member.span != self.members[0].span)
        return next(others, self.members[len(self.members) > 1])


def group_attributes(member: Type, of_member: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """What can be asked of a group of things of this type."""
    found = {
        "size": Attribute(NUMBER, lambda g: len(g.members), "How many are alike."),
        "first": Attribute(member, lambda g: g.members[0], "The first of them."),
        "second": Attribute(member, lambda g: g.second, "The next one, at another place if there is one."),
    }
    if "account" in of_member:
        account = of_member["account"].get
        found["accounts"] = Attribute(
            NUMBER, lambda g: len({id(account(m)) for m in g.members}), "On how many accounts."
        )
    return found


def group(named: Callable[[Any], str]) -> Kind:
    """The kind of groups, which are named after their members; their attributes depend on those."""

    def called(things: Group) -> str:
        first, *others = things.members
        return f"{named(first)} {f'and {len(others)} like it' if others else 'alone'}"

    return Kind(
        name="group",
        of=Group,
        attributes={},
        named=called,
        placed=False,
        members=lambda g: g.members,
        places=lambda g: tuple(g.members),
    )
