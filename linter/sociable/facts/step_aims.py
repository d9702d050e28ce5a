"""Whom or what steps are aimed at, values and account names followed."""

from collections.abc import Mapping

from sociable.facts.provenance import Values
from sociable.records.static import Generic, Protocol, TypeVar
from sociable.setup.handles import plain_handle
from sociable.setup.model import Target, Text
from sociable.vocabulary.crowds import PERSON, POST


class _OnAPlatform(Protocol):
    """An account, as far as names are looked up for it."""

    platform: str


AnAccount = TypeVar("AnAccount", bound=_OnAPlatform)


class Aim(Generic[AnAccount]):
    """Whom or what a step is aimed at, the same for all accounts for which it is. ``own`` is one of ours."""

    __slots__ = ("kind", "model", "own", "size", "through")

    def __init__(self, model: Target | None, kind: str, size: str, through: str, own: AnAccount | None) -> None:
        self.model = model
        self.kind = kind
        self.size = size
        self.through = through
        self.own = own

    @property
    def is_of_event(self) -> bool:
        """It is whoever or whatever the event is about."""
        return self.kind in (PERSON, POST)


class Aims(Generic[AnAccount]):
    """Finds what steps of one automation are aimed at: with ``several`` accounts, once for all that share an aim."""

    def __init__(
        self, by_id: Mapping[str, AnAccount], by_handle: Mapping[tuple[str, str], AnAccount], several: bool
    ) -> None:
        self._by_id = by_id
        self._by_handle = by_handle
        self._known: dict[object, Aim[AnAccount]] | None = {} if several else None
        self._nobody: Aim[AnAccount] = Aim(None, "nobody", "nobody", "nothing", None)

    def of(self, target: Target | None, values: Values, asking: AnAccount) -> Aim[AnAccount]:
        """The aim of a step on one account."""
        if target is not None and target.kind == "value" and target.name in values:
            target = values[target.name].target or target
        if target is None:
            return self._nobody
        if target.crowd is None:
            size = "bounded" if target.kind == "value" else "one"
            return self._aim(target, size, "nothing", self._own(target, asking))
        author = self._own(target.of, asking) if target.of is not None and target.crowd.of == "posts" else None
        is_ours = author is not None or self.is_ours(target, asking)
        size, through = ("bounded", "ours") if is_ours else (target.crowd.size, target.crowd.through)
        return self._aim(target, size, through, author)

    def is_ours(self, of: Target | Text, asking: AnAccount) -> bool:
        """Whether it is a crowd of the very account that asks."""
        return isinstance(of, Target) and of.of is not None and self._own(of.of, asking) is asking

    def _aim(self, target: Target, size: str, through: str, own: AnAccount | None) -> Aim[AnAccount]:
        if self._known is None:
            return Aim(target, target.kind, size, through, own)
        key = id(target), size, through, own
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Aim(target, target.kind, size, through, own)
        return known

    def _own(self, target: Target, asking: AnAccount) -> AnAccount | None:
        if target.kind == "account":
            return self._by_id.get(target.name)
        if target.kind == "handle":
            return self._by_handle.get((asking.platform, plain_handle(target.name)))
        return None
