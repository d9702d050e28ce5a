"""The language speaks of whatever kinds it is handed: here of lamps, which nothing else knows."""

from typing import NamedTuple

from sociable.language import ast
from sociable.language.checker import RuleChecker
from sociable.language.compile import Env, Variables
from sociable.language.lookups import Lookups
from sociable.language.parser import parse_question
from sociable.language.scope import Shared
from sociable.language.types import FLAG, NUMBER, Attribute, Kind, Kinds, Type
from sociable.text.source import Source

COLOURS = {"red": "like fire", "blue": "like the sea"}


class Lamp(NamedTuple):
    is_on: bool
    watts: int
    colour: str
    near: tuple["Lamp", ...] = ()


LAMP = Kind(
    name="lamp",
    of=Lamp,
    attributes={
        "is_on": Attribute(FLAG, lambda lamp: lamp.is_on, "Whether it is on."),
        "watts": Attribute(NUMBER, lambda lamp: lamp.watts, "What it takes."),
        "colour": Attribute(Type("word", "colour"), lambda lamp: lamp.colour, "How it shines.", indexed=True),
        "near": Attribute(Type("list", "lamp"), lambda lamp: lamp.near, "The lamps next to it."),
    },
    named=lambda lamp: f"the {lamp.colour} one",
    find=lambda room: room,
)
GROUP = LAMP._replace(name="group", of=list)
KINDS = Kinds((LAMP,), {"colour": COLOURS}, {}, GROUP, lambda _member, _of_member: {})


def checked(text: str) -> tuple[ast.Question, list[str]]:
    checker = RuleChecker(Source("question", text), Shared({}, {}), KINDS)
    return checker.question(parse_question(checker.source)), [each.message for each in checker.problems]


def holds(condition: str, lamp: Lamp) -> bool:
    asked, problems = checked(f"for each lamp l when {condition}")
    assert problems == []
    assert asked.when is not None
    variables = Variables(KINDS)
    slot = variables.declare("l", Type("lamp"))
    test = asked.when.compiled(variables)
    env: Env = []
    variables.make_room(env)
    env[slot] = lamp
    return bool(test(env))


def test_what_is_asked_of_things_of_any_kind() -> None:
    dim, bright = Lamp(True, 5, "red"), Lamp(False, 100, "blue", (Lamp(True, 5, "red"),))
    assert holds("l.is_on and l.colour is red and l.watts < 10", dim)
    assert not holds("l.is_on or l.colour in [red]", bright)
    assert holds("some lamp m in l.near has m.is_on", bright)
    assert holds("not some lamp m in l.near has m.is_on", dim)


def test_what_there_is_none_of_is_told() -> None:
    assert checked("for each step l when l.is_on")[1] == ["`step` is no kind that `for each` can go through"]
    assert checked("for each lamp l when l.colour is green")[1] == ["`green` is no colour"]
    assert checked("for each lamp l when l.text names us")[1][0] == "`text` is no attribute of a lamp"
    assert checked("for each lamp l when l.colour is red and l.colour is blue")[1] == [
        "this can never hold: nothing is left for `l.colour`"
    ]


def test_an_index_of_any_kind_is_looked_up() -> None:
    asked, _ = checked("for each lamp l when l.colour in [red] and l.is_on")
    assert asked.when is not None
    ((lookup,),) = asked.when.ways(Lookups("l", "lamp", KINDS))
    assert (lookup.kind, lookup.names, lookup.words) == ("lamp", ("colour",), ("red",))
