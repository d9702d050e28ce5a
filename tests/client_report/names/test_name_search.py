"""Looking only for names that a text may hold finds what looking for all of them finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.client_report.names.name_patterns import name_pattern, person_pattern, sure_letters, without_accents
from sociable.client_report.names.name_search import NameSearch

ORDINARY = frozenset(("kino", "caf\xe9"))
NAMES = (
    "Rose & Sons Bakery",
    "und Rose",
    "C & A",
    "M\xfcller-L\xfcdenscheidt",
    "Stra\xdfenfest",
    "\xd6\xe4\xfc",
    "\u0130stanbul Kisi",
    "kisi",
    "Kino",
    "Caf\xe9",
    "Cafe\u0301 Nord",
    "Nord",
    "\u039f\u03b4\u03cc\u03c2 Club",
    "\U0001f98a",
    "vi",
    "@nord@wales.example",
    "Jo Rose",
    "+44 1632",
)
SEEN = (
    "rose and sons",
    "MUELLER",
    "muller",
    "strassenfest",
    "oau",
    "oeaeue",
    "k\u0131\u017f\u0131",
    "\u212ais\u0130",
    "\u03bf\u03b4\u03bf\u03c3",
    "-",
    "_",
    " ",
    "`",
    "s",
    "x",
)
pieces = st.lists(st.sampled_from((*NAMES, *SEEN, *"abino\xe9\u0301\xfc\xdf")), max_size=8)


def with_all(patterns: dict[str, str], own: str, text: str) -> str:
    """The same by one pattern for all names."""
    by_group = sorted(patterns, key=lambda name: (-len(name), name))
    found, made, done = re.compile("|".join(map(patterns.__getitem__, by_group))), "", 0
    for match in found.finditer(without_accents(text)):
        if by_group[(match.lastindex or 0) - 1] != own:
            made += f"{text[done : match.start()]}<{text[match.start() : match.end()]}>"
            done = match.end()
    return made + text[done:]


@settings(max_examples=500)
@given(pieces, st.sampled_from(NAMES))
def test_the_same_names_are_found_as_by_looking_for_all(parts: list[str], own: str) -> None:
    text = "".join(parts)
    for patterns in (
        {name: name_pattern(name, ORDINARY) for name in NAMES},
        {name: person_pattern(name) for name in NAMES},
    ):
        marked = NameSearch(patterns).marked(text, lambda name: name == own, lambda name: f"<{name}>")
        assert marked == with_all(patterns, own, text)


def test_most_names_have_letters_by_which_they_are_looked_up() -> None:
    assert [
        sure_letters(name) for name in ("Rose und S\xf6hne", "Stra\xdfenfest", "\xc9tude 12", "\U0001f98a", "\xd6\xe4")
    ] == [
        "rose",
        "enfest",
        "etude",
        "",
        "",
    ]


def test_an_ordinary_word_with_an_accent_is_found_where_it_stands_as_a_name() -> None:
    search = NameSearch({"Caf\xe9": name_pattern("Caf\xe9", ORDINARY)})
    assert search.marked("a Caf\xe9, a caf\xe9", lambda name: False, lambda name: "<>") == "a <>, a caf\xe9"
