"""Names of other clients are taken out however they are written, and one's own stay."""

from collections.abc import Callable

import pytest
from sociable.client_report.clients.other_clients import AllNames, Names, told_shortly
from sociable.client_report.clients.others_set_apart import without_set_apart

OTHERS = {
    "MuseumNord",
    "Zephyr Coffee",
    "@zephyrcafe@wales.example",
    "zephyrcafe",
    "Nord",
    "Kino",
    "Omega",
    "+44 1632 960",
}
OWN = {"Harbour Museum", "MuseumNordsee", "@harbour@wales.example"}
ORDINARY = frozenset(("kino",))


def hiding(names: Names) -> Callable[[str], str]:
    return lambda text: without_set_apart(names.marked(text), "‹›", "‹who›")


def hidden(text: str) -> str:
    return hiding(Names(AllNames(OTHERS | OWN, ORDINARY), OWN))(text)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("the MuseumNord-Team, MuseumNords, museumnord's", "the ‹›, ‹›, ‹›'s"),
        ("museum-nord, Museum Nord, museum_nord", "museum-‹›, Museum ‹›, museum_‹›"),  # by its other name
        ("ZephyrCoffee, zephyr.coffee, zephyr-coffee's, ZÉPHYR  coffee", "‹›, ‹›, ‹›'s, ‹›"),
        ("#ZephyrCoffee @zephyrcafe_x https://x.com/zephyrcafe zephyrcafe.com", "‹› ‹› https://x.com/‹› ‹›"),
        ("Teamzephyrcafe and TeamOmega", "Team‹› and Team‹›"),
        ("@zephyrcafe@wales.example and Ómega", "‹› and ‹›"),
        ("Nords, Nord-Post, NordPost", "‹›, ‹›, ‹›"),
        ("Nordic, Kinos, comegas", "Nordic, Kinos, comegas"),
        ("a Kino, a kino, `kino`", "a ‹›, a kino, `kino`"),
        ("call +44 1632 960.", "call ‹›."),
        (
            "MuseumNordsee's, Harbour Museums @harbour@wales.example",
            "MuseumNordsee's, Harbour Museums @harbour@wales.example",
        ),
        ("nothing of anybody…", "nothing of anybody…"),
    ],
)
def test_names_of_others_are_hidden_in_whatever_they_are_joined_to(said: str, left: str) -> None:
    assert hidden(said) == left


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Rose & Sons Bakery", "rose and sons bakery"),
        ("Rose und Söhne", "Rose & Soehne"),
        ("Town - Energy", "TOWN-ENERGY"),
        ("Smith, Jones + Co", "Smith Jones & Co"),
        ("C & A", "C&A"),
        ("O'Neil Sports", "O\u2019Neil  Sports"),
        ("Müller", "mueller"),
        ("Müller", "Mu\u0308ller"),
        ("Straßenfest", "strassenfest"),
        ("vio", "vio"),
        ("🦊🎉", "🦊🎉"),
    ],
)
def test_a_name_with_signs_or_letters_that_can_be_written_otherwise_is_found(title: str, said: str) -> None:
    everybody = AllNames({title, "🎈"}, ORDINARY)
    hide = hiding(Names(everybody, {"🎈"}))
    for name in (title, said):
        assert hide(f"Ask {name} about it") == "Ask ‹› about it"


def test_people_of_others_are_taken_out_and_ones_own_stay_unless_they_are_called_like_another_client() -> None:
    everybody = AllNames(
        {"Rose Bakery", "Inn"},
        ORDINARY,
        {"Vera Violet", "Vera", "Mark", "Grace Stop", "@boss", "Jo Rose", "Rose Bakery"},
    )
    hide = hiding(Names(everybody, {"Inn"}, people={"Jo Rose", "Rose Bakery"}))
    assert hide("Ask Vera Violet, Vera, @boss or Mark.") == "Ask ‹who›, ‹who›, ‹who› or ‹who›."
    assert hide("@vera_violet, vera.violet, Vera-Violet's and @veraviolets") == "‹who›, ‹who›, ‹who›'s and @veraviolets"
    assert hide("Grace Stop knows. VERA VIOLET says, grace stop too; grace will stop") == (
        "‹who› knows. ‹who› says, ‹who› too; grace will stop"
    )
    assert hide("Mark the veranda, Veras and Jo Rose of Rose Bakery") == "Mark the veranda, Veras and Jo Rose of ‹›"


@pytest.mark.parametrize(
    ("handle", "short"),
    [
        ("@kiteworks@wales.example", ("kiteworks",)),
        ("kiteworks.example", ("kiteworks",)),
        ("@contact@wales.example", ()),
        ("@kit@wales.example", ()),
        ("", ()),
    ],
)
def test_a_handle_is_told_without_its_server_too_unless_that_is_any_word(handle: str, short: tuple[str, ...]) -> None:
    assert told_shortly(handle) == short


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (r"event.text == \"Z\u00e9phyr Coffee\" or so", r"event.text == \"‹›\" or so"),
        ("https://x.example/Zephyr%20Coffee?a=1", "https://x.example/‹›?a=1"),
        ("Zephyr&nbsp;Coffee and Omega", "‹› and ‹›"),
        (r"Harbour\u0020Museum, \u00e9t\u00e9 and 100%", r"Harbour\u0020Museum, \u00e9t\u00e9 and 100%"),
    ],
)
def test_a_name_that_is_written_with_escapes_is_taken_out_and_the_rest_stays_as_it_is(said: str, left: str) -> None:
    assert hidden(said) == left
