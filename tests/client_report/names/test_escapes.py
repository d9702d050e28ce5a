"""What a text says that is written with escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.client_report.names.escapes import added, said


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"M\u00fchle, M\xfchle, M\U000000fchle, M\u{fc}hle", "Mühle, Mühle, Mühle, Mühle"),
        (r"{\"a\": \"M\\u00fchle \\ud83e\\udd8a\"}", '{"a": "Mühle 🦊"}'),
        ("M%C3%BChle, M%FChle, 100 %, Rose%2520Bakery", "Mühle, Mühle, 100 %, Rose Bakery"),
        ("M&uuml;hle &amp; S&#246;hne &nothing; & all;", "Mühle & Söhne &nothing; & all;"),
        ("https://xn--mhle-0ra.example xn--\u00e9 xn--99999999", "https://mühle.example xn--\u00e9 99999999"),
        ("Mu\u0308hle, Mu\\u0308hle", "Mühle, Mühle"),
        ("Rose\n      Bakery, Mueh\\\n   le, Mu\u00ade\u200bhle", "Rose Bakery, Muehle, Muehle"),
        (r"Rose\nBakery\tis \/ here\_", "Rose Bakery is / here "),
        (r"\U00110000 \u{d800} \ud800 \x4 \u12", "� x4 u12"),
        ("\\", "\\"),
    ],
)
def test_escapes_are_undone_also_within_others(written: str, meant: str) -> None:
    assert said(written).text.split() == meant.split()


@pytest.mark.parametrize(
    "written", [r"the M\u00fchle\nis", r"the M\\u00fchle is", "the M%25C3%25BChle is", "the Mühle"]
)
def test_a_part_is_found_where_it_is_written(written: str) -> None:
    meant = said(written)
    at = meant.text.index("Mühle")
    begin, end = meant.part(at, at + len("Mühle"))
    assert said(written[begin:end]).text == "Mühle"
    assert written[:begin] == "the "


@given(st.text(alphabet='\\u0fc%&;x{}n-"é\u0308\n 🦊', max_size=40))
def test_places_never_go_back(written: str) -> None:
    meant = said(written)
    places = [meant.place(at) for at in range(len(meant.text))]
    assert all(0 <= begin < end <= len(written) for begin, end in places)
    assert places == sorted(places)


def test_what_was_put_into_a_text_is_known_by_the_sign_that_follows() -> None:
    assert list(added("ab", "<a>b!")) == [(0, "<"), (1, ">"), (2, "!")]
