import pytest
from sociable.sources.dates import edition, in_words, is_old, since
from sociable.sources.fact import Document
from sociable.sources.library import citation_of, library

from tests.calls import called


@pytest.mark.parametrize(
    ("day", "words"), [("2026-03-01", "1 March 2026"), ("2025-10", "October 2025"), ("2009", "2009")]
)
def test_days_read_the_same_everywhere(day: str, words: str) -> None:
    assert in_words(day) == words


@pytest.mark.parametrize(
    ("seen_as", "dated", "words"),
    [
        ("page", "2026-07-24", "page of 24 July 2026"),
        ("archive", "2026-08-20", "Open Terms Archive copy of 20 August 2026"),
        ("copy", "", "undated copy"),
        ("dated copy", "2026-09-28", "copy of the page of 28 September 2026"),
        ("quoted", "", "as quoted in public copies"),
        ("quoted", "2026-04", "wording of April 2026 as quoted in public copies"),
        ("published", "2013-01-18", "18 January 2013"),
        ("published", "", "undated article"),
    ],
)
def test_which_state_was_read(seen_as: str, dated: str, words: str) -> None:
    assert edition(Document("a", "A", "https://a.example", dated, seen_as, "primary")) == words


@pytest.mark.parametrize(
    ("seen_as", "evidence", "words"),
    [
        ("told", "secondary", "told by somebody else, copy of 24 July 2026"),
        ("published", "secondary", "told by somebody else, 24 July 2026"),
        ("copy", "custom", "a custom, and no rule of the platform, copy of 24 July 2026"),
    ],
)
def test_what_is_not_the_page_itself_says_so(seen_as: str, evidence: str, words: str) -> None:
    assert edition(Document("a", "A", "https://a.example", "2026-07-24", seen_as, evidence)) == words


def test_every_fact_at_second_hand_says_so_wherever_it_is_cited_or_listed(capsys: pytest.CaptureFixture[str]) -> None:
    marks = ("told by somebody else", "as quoted in public copies", "a custom, and no rule of the platform")
    called("facts list")
    listed = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")}
    for fact in library().facts.values():
        is_marked = any(mark in citation_of(fact).dated for mark in marks)
        assert is_marked is not fact.is_its_own_page, fact.id
        assert listed[fact.id].endswith(")") or fact.is_its_own_page, fact.id
        may_be_taken_for_one = fact.weight == "error" and not fact.is_its_own_page
        assert listed[fact.id].endswith("; carries no error alone)") is may_be_taken_for_one, fact.id


def test_a_passage_has_a_date_of_its_own() -> None:
    document = Document("a", "A", "https://a.example", "2025-10", "quoted", "quoted")
    assert edition(document, "2026-04") == "wording of April 2026 as quoted in public copies"


@pytest.mark.parametrize(
    ("newer", "still", "words"),
    [
        ("", False, ""),
        ("2026-09-23", False, "the text of 23 September 2026 was not read"),
        ("2026-09-23", True, "others quote the text of 23 September 2026 as saying the same"),
    ],
)
def test_of_a_newer_text_it_says_whether_others_quote_it_as_the_same(newer: str, still: bool, words: str) -> None:
    document = Document("a", "A", "https://a.example", "2026-06", "archive", "primary", newer=newer)
    assert since(document, still=still) == words


@pytest.mark.parametrize(
    ("seen", "today", "old"),
    [
        ("2025-11-28", "2026-11-28", False),
        ("2025-11-28", "2026-11-29", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("", "2026-11-28", False),
        ("2026-11-28", "", False),
    ],
)
def test_more_than_a_year_is_old(seen: str, today: str, old: bool) -> None:
    assert is_old(seen, today) is old
