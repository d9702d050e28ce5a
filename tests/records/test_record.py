"""Records are what named tuples are."""

import copy
import inspect
import pydoc
from typing import NamedTuple

import pytest
from sociable.records.record import Record


class Point(Record):
    """A place."""

    x: int
    y: int = 7

    @property
    def sum(self) -> int:
        return self.x + self.y


class Twin(NamedTuple):
    x: int
    y: int = 7


def test_it_is_made_as_a_named_tuple_is() -> None:
    assert Point(1) == Point(x=1) == (1, 7) == tuple(Twin(1))
    assert hash(Point(1, 2)) == hash(Twin(1, 2))
    assert Point._fields == Twin._fields
    assert Point._field_defaults == Twin._field_defaults
    assert Point.__match_args__ == Twin.__match_args__
    assert (Point(3).x, Point(3).y, Point(3).sum) == (3, 7, 10)
    assert repr(Point(1)) == "Point(x=1, y=7)"


class Named(Point):
    """An heir that adds no fields."""


def test_help_and_editors_are_told_how_it_is_made() -> None:
    assert inspect.signature(Point) == inspect.signature(Named) == inspect.signature(Twin)
    assert str(inspect.signature(Point)) == "(x: int, y: int = 7)"
    assert "(x: int, y: int = 7)" in pydoc.plain(pydoc.render_doc(Point))
    assert not hasattr(Record, "__signature__")


def test_the_first_things_of_a_type_are_as_all_others() -> None:
    class Spot(Record):
        x: int
        y: int = 7

    made = [[Spot(1), Spot(1, 2), Spot(x=1, y=2), Spot(1, y=2), Spot(y=2, x=1)] for _ in range(9)]
    assert made == 9 * [[(1, 7), *4 * [(1, 2)]]]
    assert {type(each) for several in made for each in several} == {Spot}
    assert Spot.__new__.__code__.co_varnames == ("_cls", "x", "y")  # of many, a constructor makes the later ones


def test_what_does_not_fit_is_refused_in_the_words_of_a_constructor() -> None:
    for arguments, named in (((), {"y": 2}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((1, 2, 3), {})):

        class Spot(Record):
            x: int
            y: int = 7

        for _ in range(2):
            with pytest.raises(TypeError, match="argument"):
                Spot(*arguments, **named)


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_too_few_or_too_many_are_refused(arguments: tuple[int, ...]) -> None:
    for kind in (Point, Twin):
        with pytest.raises(TypeError, match="argument"):
            kind(*arguments)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="z"):
        Point(1)._replace(z=2)  # type: ignore[call-arg]


def test_what_is_replaced_is_of_the_same_type() -> None:
    assert type(Point(1)._replace(y=2)) is Point
    assert Point(1)._replace(y=2) == (1, 2)
    assert Point(1)._asdict() == {"x": 1, "y": 7}
    assert Point._make([4, 5]) == (4, 5)


def test_nothing_can_be_set_or_added() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Point(1).z = 2  # type: ignore[attr-defined]


def test_it_is_copied_and_matched() -> None:
    assert copy.deepcopy(Point(1)) == Point(1)
    match Point(5, 6):
        case Point(x, y):
            assert (x, y) == (5, 6)


def test_an_heir_keeps_the_fields() -> None:
    class Named(Point):
        def __str__(self) -> str:
            return f"{self.x}|{self.y}"

    assert str(Named(1)) == "1|7"
    assert type(Named(1)._replace(x=2)) is Named


def test_there_may_be_nothing_in_it() -> None:
    class Nothing(Record):
        pass

    assert Nothing() == ()
    with pytest.raises(TypeError):
        Nothing(1)  # type: ignore[call-arg]
