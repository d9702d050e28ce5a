"""Many names in a row are kept small, and are as good as a tuple of them."""

from functools import partial

from sociable.files.contents import contents_of
from sociable.project.load import read_file
from sociable.readers.packed import packed, unpacked
from sociable.setup.model import Named, NamesInRow
from sociable.text.source import Source, Span

SOURCE = Source("a.yml", "[ours, yours]")
NAMES = (Named("ours", Span(SOURCE, 1, 5)), Named("yours", Span(SOURCE, 7, 12)))


def in_row() -> NamesInRow:
    return NamesInRow(SOURCE, ((each.name, each.span.start, each.span.end) for each in NAMES))


def test_as_good_as_a_tuple() -> None:
    found = in_row()
    assert tuple(found) == NAMES
    assert found == NAMES
    assert found == in_row()
    assert hash(found) == hash(NAMES)
    assert (found[1], found[-1], found[1:], len(found)) == (NAMES[1], NAMES[1], NAMES[1:], 2)


def test_no_name_is_kept_as_a_thing_of_its_own() -> None:
    found = in_row()
    assert found[0] is not found[0]


def test_it_travels_as_a_tuple() -> None:
    text = "sociable: 1\naccounts: {}\nautomations: [{id: a, account: [one, two, one], when: mentioned, do: [like]}]"
    read = read_file("a.yml", True, partial(contents_of, text.encode()))
    (automation,) = read.automations
    assert [(each.name, each.span.text) for each in automation.accounts] == [("one", "one"), ("two", "two")]
    (back,) = unpacked(packed(read)).automations
    assert [(each.name, each.span.start) for each in back.accounts] == [
        (each.name, each.span.start) for each in automation.accounts
    ]
