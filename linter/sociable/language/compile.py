"""What conditions are compiled with: variables in slots, ways to get at values, tests put together.

An environment is a list with one slot for each variable of a rule. A test takes it and says yes or no; a path is
looked up once, when the rule is compiled, never by name while it runs.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter, itemgetter

from sociable.language.syntax_nodes import Path
from sociable.language.types import Get, Kinds, Type
from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sociable.language.protocols import Things

Env = list[Any]
Test = Callable[[Env], bool]
Getter = Callable[[Env], Any]

_KEPT = Type("kept")


class Variables:
    """The slot and the type of each variable of one rule."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.types: list[Type] = []
        self.slots: dict[str, int] = {}
        self._things: int | None = None

    def declare(self, name: str, kind: Type) -> int:
        """A new slot. A name may come again in another quantifier; the latest counts."""
        self.slots[name] = len(self.types)
        self.types.append(kind)
        return self.slots[name]

    def unnamed(self) -> int:
        """A slot for what a test keeps while one setup is gone through."""
        self.types.append(_KEPT)
        return len(self.types) - 1

    def things(self) -> int:
        """The slot of the whole setup; a rule that does not ask for it has none."""
        if self._things is None:
            self._things = len(self.types)
            self.types.append(Type("setup"))
        return self._things

    def apart(self, compiled: Callable[["Variables"], Test]) -> Test:
        """The test of a condition whose own names are known to it only: what is shown goes by those of ``when``."""
        names = dict(self.slots)
        test = compiled(self)
        self.slots = names
        return test

    def environment(self, things: "Things") -> Env:
        env: Env = []
        self.make_room(env, things)
        return env

    def make_room(self, env: Env, things: "Things | None" = None) -> None:
        """Slots for what was declared since. What is kept is there from the start, so that copies share it."""
        env.extend({} if kind is _KEPT else None for kind in self.types[len(env) :])
        if self._things is not None and things is not None:
            env[self._things] = things

    def reach(self, path: Path) -> tuple[int, Get]:
        """The slot where a path begins, and how to get on from there: whoever knows both need not ask a getter."""
        slot = self.slots[path.names[0]]
        if len(path.names) == 1:
            return slot, lambda thing: thing
        return slot, self.kinds.follow(path.names[1:], self.types[slot])[0]

    def is_read_off(self, path: Path) -> bool:
        """Whether a path leads to what is only looked up, and nothing has to be worked out."""
        return type(self.reach(path)[1]) is attrgetter

    def getter(self, path: Path) -> Getter:
        """The value of a path in an environment."""
        slot, get = self.reach(path)
        if len(path.names) == 1:
            return itemgetter(slot)
        return lambda env: get(env[slot])

    def set_off_by(self, path: Path) -> Getter:
        """The automations that the one at a path can set off."""
        automation, whole = self.getter(path), self.things()
        return lambda env: env[whole].set_off_by(automation(env))


def all_of(tests: Sequence[Test]) -> Test:
    """Whether all of them hold. Plain loops: a generator for each question would take longer than most questions."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda env: one(env) and other(env)

    def test(env: Env) -> bool:
        for each in tests:  # noqa: SIM110
            if not each(env):
                return False
        return True

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """Whether one of them holds."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda env: one(env) or other(env)

    def test(env: Env) -> bool:
        for each in tests:  # noqa: SIM110
            if each(env):
                return True
        return False

    return test
