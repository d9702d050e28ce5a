"""Things put together because they share something."""

from typing import Any


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
