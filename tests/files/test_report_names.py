"""Names for files of which each is about something that has a name of its own."""

from pathlib import PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st
from sociable.files.report_names import report_names


def test_each_has_a_name_of_its_own() -> None:
    assert report_names(["a/b", "a-b", "A/B", "../x", "ü/y", "/", "..", "a" * 300, "Index"], "txt", ("index",)) == [
        "a-b.txt", "a-b-2.txt", "A-B-3.txt", "x.txt", "ü-y.txt", "unnamed.txt", "unnamed-2.txt", f"{'a' * 100}.txt",
        "Index-2.txt",
    ]  # fmt: skip


def test_none_is_that_of_a_device_of_windows() -> None:
    subjects = ["CON", "nul", "aux.", "Com1.x", "lpt9/", "COM¹", "_con", "console", "com", "a.con"]
    assert report_names(subjects, "html") == [
        "_CON.html", "_nul.html", "_aux.html", "_Com1.x.html", "_lpt9.html", "_COM¹.html", "_con-2.html",
        "console.html", "com.html", "a.con.html",
    ]  # fmt: skip


def test_a_letter_in_two_spellings_is_one_name() -> None:
    assert report_names(["Café", "Cafe\u0301", "\ud55c", "\u1112\u1161\u11ab"], "md") == [
        "Café.md", "Café-2.md", "\ud55c.md", "\ud55c-2.md",
    ]  # fmt: skip


def test_no_name_holds_a_key() -> None:
    (name,) = report_names(["Shop ghp_" + "a1B2" * 9], "html")
    assert name == "Shop.html"


@given(st.lists(st.text(), max_size=8))
def test_whatever_the_subjects_names_are_plain_and_differ(subjects: list[str]) -> None:
    names = report_names(subjects, "md")
    assert len({name.casefold() for name in names}) == len(subjects)
    for name in names:
        assert not name.startswith(".")
        assert not PureWindowsPath(name).is_reserved()
        assert not set(name) & set('/\\:*?"<>| \n\0')
        assert len(name.encode()) < 120
