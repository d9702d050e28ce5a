"""Names in the order in which people look for them."""

from sociable.text.natural_order import natural


def test_figures_count_as_the_number_that_they_are() -> None:
    names = ["coach10", "Coach2", "coach1", "10 Downing", "2 Rivers", "coach", "coach1b"]
    assert sorted(names, key=natural) == ["2 Rivers", "10 Downing", "coach", "coach1", "coach1b", "Coach2", "coach10"]


def test_a_number_may_be_longer_than_any_that_is_read() -> None:
    assert natural("a" + "9" * 5000) < natural("a1" + "0" * 5000)
