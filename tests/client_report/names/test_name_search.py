"""Looking only for names that a text may hold finds what looking for all of them finds."""

import re

import pytest
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
    "Mueller Strasse",
    "\u0141o\u015b \xc6gir",
    "\u6d44\u571f\u5bfa",
    "\u0627\u0644\u0646\u0648\u0631",
    "B.O.B.",
)
SEEN = (
    "rose and sons",
    "MUELLER",
    "muller",
    "M\xdcLLER Stra\xdfe",
    "los aegir",
    "\uff4e\u24de\U0001d5ff\uff44",
    "\u0627\u0644\u0646\u064f\u0651\u0640\u0648\u0631",
    "bob",
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


def is_found(name: str, pattern: str, text: str) -> bool:
    return "<>" in NameSearch({name: pattern}).marked(text, lambda name: False, lambda name: "<>")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("orzel", "Derby (Orze\u0142 and us)"),
        ("TKS Orze\u0142 \u0141\xf3d\u017a", "tks orzel lodz"),
        ("\xc6gir", "Aegir"),
        ("Aegir", "\xc6gir"),
        ("Mueller Druck", "m\xfcllerdruck"),
        ("Praxis M\xfcller", "praxis mueller"),
        ("\u6d44\u571f\u5bfa", "\u4eca\u65e5\u306f\u6d44\u571f\u5bfa\u306e\u307f\u306a\u3055\u3093"),
        ("\ud55c\ube5b\uad50\ud68c", "\ud55c\ube5b\uad50\ud68c\ub294"),
        ("\u0627\u0644\u0646\u0648\u0631", "\u0648\u0627\u0644\u0646\u0648\u0631"),
        ("\u0627\u0644\u0646\u0648\u0631", "\u0627\u0644\u0646\u064f\u0651\u0640\u0648\u0631"),
        ("Rose & Crown", "#RoseAndCrown"),
        ("B.O.B.", "Meet BOB there"),
        ("Winkelried", "\uff37\uff49\uff4e\uff4b\uff45\uff4c\uff52\uff49\uff45\uff44"),
        ("Winkelried", "\u24e6\u24d8\u24dd\u24da\u24d4\u24db\u24e1\u24d8\u24d4\u24d3"),
    ],
)
def test_a_name_is_found_in_other_letters_and_joined_to_others(name: str, text: str) -> None:
    assert is_found(name, name_pattern(name, ORDINARY), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Strasser", "Ask Stra\xdfer"),
        ("Vo\xdf", "VOSS"),
        ("mette", "Mette"),
        ("\xd6zil", "\xd6zil"),
        ("\u7530\u4e2d", "\u7530\u4e2d\u3055\u3093"),
        ("Sin\xe9ad O'Connor", "Sinead OConnor"),
    ],
)
def test_a_person_is_found_in_other_letters_and_another_case(name: str, text: str) -> None:
    assert is_found(name, person_pattern(name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Joe", "Jo is here"),
        ("Sue", "Su is here"),
        ("\ud55c\ube5b", "\ud558\ubc14"),
        ("Mark", "mark it"),
    ],
)
def test_another_word_is_not_taken_for_the_name(name: str, text: str) -> None:
    assert not is_found(name, person_pattern(name), text)
    assert not is_found(name, name_pattern(name, frozenset(("mark",))), text)
