"""Entries of a configuration: taken out or said otherwise, and all around them as it was."""

import pytest
from sociable.findings.finding import Change, Fix
from sociable.fixing.toml_entries import edit_of_entry
from sociable.text.source import Source
from sociable.text.toml_places import place_of

TABLES = """\
# Ours.
profile = "strict"

# The first.
[[suppress]]
account = "a"  # whose
says = 'ignore[x] -- one'  # why

# The second.
[[suppress]]
says = "ignore[y] -- two"
account = "b"

[clients]
museum = ["a"]
"""
INLINE = """\
suppress = [
  {account = "a", says = "ignore[x] -- one"},  # why
  {account = "b", says = "ignore[y] -- two"}
]
profile = "strict"
"""


def changed(text: str, route: tuple[str | int, ...], word: str | None) -> str | None:
    source = Source("sociable.toml", text)
    change = Change("remove", "entry") if word is None else Change("replace", "entry", "", word)
    edit = edit_of_entry(Fix("safe", "", place_of(source, route), change))
    return None if edit is None else text[: edit.span.start] + edit.text + text[edit.span.end :]


def first_and_second(text: str, table: tuple[str, ...] = ("suppress",)) -> tuple[str | None, str | None]:
    return changed(text, (*table, 0, "says"), None), changed(text, (*table, 1, "says"), None)


def test_an_entry_goes_with_its_lines_and_the_gap_behind_it() -> None:
    first, second = first_and_second(TABLES)
    entries = TABLES.split("[[suppress]]\n")
    assert first == f"{entries[0]}# The second.\n[[suppress]]\n{entries[2]}"
    assert second == TABLES.replace('[[suppress]]\nsays = "ignore[y] -- two"\naccount = "b"\n\n', "")


def test_the_last_entry_goes_with_the_gap_above_it() -> None:
    text = 'profile = "strict"\n\n[[suppress]]\naccount = "a"\nsays = "ignore[x] -- one"\n'
    assert changed(text, ("suppress", 0, "says"), None) == 'profile = "strict"\n'
    assert changed(text.partition("\n\n")[2], ("suppress", 0, "says"), None) == ""
    assert changed(text.rstrip().replace("\n", "\r\n"), ("suppress", 0, "says"), None) == 'profile = "strict"\r\n'


def test_an_entry_in_one_line_goes_with_its_comma() -> None:
    first, second = first_and_second(INLINE)
    lines = INLINE.splitlines(keepends=True)
    assert first == "".join(lines[:1] + lines[2:])
    assert second is not None
    assert "two" not in second
    assert "# why" in second
    alone = 'suppress = [{account = "a", says = "ignore[x] -- one"}]\n'
    assert changed(alone, ("suppress", 0, "says"), None) == "suppress = []\n"
    two = alone.replace("}]", '}, {account = "b", says = "ignore[y] -- two"}]')
    assert first_and_second(two) == (alone.replace('"a"', '"b"').replace("x", "y").replace("one", "two"), alone)


def test_an_entry_in_a_shared_file() -> None:
    text = f'[project]\nname = "x"\n\n{TABLES.partition("# The first.")[2].strip()}\n'.replace(
        "suppress", "tool.sociable.suppress"
    )
    first, second = first_and_second(text, ("tool", "sociable", "suppress"))
    assert first is not None
    assert second is not None
    assert first.count("[[tool.sociable.suppress]]") == second.count("[[tool.sociable.suppress]]") == 1
    only = text.partition("\n# The second.")[0]
    assert changed(only, ("tool", "sociable", "suppress", 0, "says"), None) == '[project]\nname = "x"\n'


@pytest.mark.parametrize(
    ("was", "word", "becomes"),
    [
        ("'ignore[x] -- one'", "ignore[z] -- one", "'ignore[z] -- one'"),
        ("'ignore[x] -- one'", "ignore[z] -- it's", '"ignore[z] -- it\'s"'),
        ('"ignore[x] -- \\"one\\""', 'ignore[z] -- "one"', '"ignore[z] -- \\"one\\""'),
        ('"""ignore[x]\n -- one"""', "ignore[z]\n -- one", '"ignore[z]\\n -- one"'),
        ("'''ignore[x] -- one'''", "ignore[z] -- one", "'ignore[z] -- one'"),
        ('"ignore[x] -- schön"', "ignore[z] -- schön", '"ignore[z] -- schön"'),
    ],
)
def test_what_an_entry_says_keeps_its_quotes_where_they_can_hold_it(was: str, word: str, becomes: str) -> None:
    text = TABLES.replace("'ignore[x] -- one'", was)
    assert changed(text, ("suppress", 0, "says"), word) == text.replace(was, becomes)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (INLINE.replace("},  # why\n", "}\n  , "), 0),  # the comma would be left without what stands before it
        (TABLES.replace("# The second.", "[suppress.more]\nx = 1\n"), 0),  # it would be that of nobody
        (TABLES.replace("[clients]", "[suppress.more]\nx = 1\n[clients]"), 1),  # it would be that of the first
    ],
)
def test_an_entry_stays_that_cannot_go_alone(text: str, number: int) -> None:
    assert changed(text, ("suppress", number, "says"), None) is None


def test_what_stands_between_entries_stays() -> None:
    text = TABLES.replace("# The second.", '[clients]\nzoo = ["b"]\n').replace('[clients]\nmuseum = ["a"]\n', "")
    first, second = first_and_second(text)
    assert first is not None
    assert second is not None
    assert '[clients]\nzoo = ["b"]\n' in first
    assert second.endswith('[clients]\nzoo = ["b"]\n')


def test_nothing_is_changed_where_no_entry_stands() -> None:
    assert changed(TABLES, ("profile",), None) is None
    assert changed(TABLES, ("clients", "museum"), "x") is None
