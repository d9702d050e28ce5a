import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.output.excerpt import Line, excerpt, shown_lines
from sociable.text.columns import cells
from sociable.text.source import Source, Span

from tests.output.builders import span

LONG = Source("long.json", "{" + '"k": 1, ' * 30 + '"name": "value", ' + '"k": 1, ' * 30 + '"end": 1}')


def only(place: Span, room: int = 60) -> Line:
    (line,) = excerpt(place, room)
    return line


def marked(line: Line) -> str:
    """What stands above the mark, in a line of single-width characters."""
    return line.text[line.indent : line.indent + line.length]


@pytest.mark.parametrize("words", ["key", "value", "  key: value", "e"])
def test_the_mark_is_under_the_words(words: str) -> None:
    line = only(span(Source("a.yml", "one: 1\n  key: value\ntwo: 2\n"), words))
    assert marked(line) == words
    assert line.length == len(words)


def test_the_mark_is_behind_wide_characters_tabs_and_what_is_written_out() -> None:
    line = only(span(Source("a.yml", "東京\t\x1b x: here\n"), "here"))
    assert line == Line(1, r"東京    \u{1b} x: here", 4 + 4 + 6 + 4, 4)


@pytest.mark.parametrize("text", ["\x1b[1m here", "here \x1b[1m", "\u202e\there\x1b \x9b"])
def test_nothing_acts_before_or_behind_the_mark(text: str) -> None:
    line = only(span(Source("a.yml", text), "here"))
    assert line.text.isascii()
    assert line.text.isprintable()
    assert marked(line) == "here"


def test_the_mark_is_as_wide_as_wide_characters_are() -> None:
    assert only(span(Source("a.yml", "x: 東京 y\n"), "東京")).length == 4


@pytest.mark.parametrize("room", [30, 40, 60, 100])
@pytest.mark.parametrize("words", ['{"k"', '"name"', '"value"', '"end"', "}"])
def test_a_long_line_is_cut_around_what_is_marked(words: str, room: int) -> None:
    line = only(span(LONG, words), room)
    assert marked(line) == words
    assert len(line.text) <= room
    assert line.text.startswith("...") or line.text.startswith("{")
    assert line.text.endswith("...") or line.text.endswith("}")


def test_a_mark_that_is_longer_than_the_line_stops_before_the_cut() -> None:
    line = only(span(LONG, LONG.text), 40)
    assert line.text == LONG.text[:37] + "..."
    assert line.length == 37


def test_a_line_that_just_fits_is_not_cut() -> None:
    assert only(span(Source("a.yml", "a: " + "x" * 57), "a"), 60).text == "a: " + "x" * 57


@pytest.mark.parametrize(("start", "end"), [(0, 0), (4, 4), (4, 5), (5, 5)])
def test_a_place_without_words_has_a_mark_all_the_same(start: int, end: int) -> None:
    assert only(Span(Source("a.yml", "a: 1\n"), start, end)).length == 1


def test_a_mark_behind_a_line_that_just_fits_is_not_out_of_sight() -> None:
    line = only(Span(Source("a.yml", "x" * 60), 60, 60), 60)
    assert line.indent + line.length <= 60
    assert line.text.startswith("...x")


def test_the_mark_ends_with_the_first_line_and_before_its_trailing_spaces() -> None:
    first, second = excerpt(span(Source("a.yml", "text: >-   \n  words\nnext: 1\n"), ">-   \n  words\n"), 60)
    assert marked(first) == ">-"
    assert (second.number, second.text) == (2, "  words")


def test_only_the_first_few_lines_are_shown() -> None:
    source = Source("a.yml", "".join(f"line {number}\n" for number in range(1, 20)))
    place = Span(source, 0, len(source.text))
    assert list(shown_lines(place)) == [1, 2, 3]
    assert [line.text for line in excerpt(place, 60)] == ["line 1", "line 2", "line 3"]


def test_a_file_without_text_has_no_excerpt() -> None:
    assert list(excerpt(Span(Source("a.yml", ""), 0, 0), 60)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_no_line_end_is_shown(newline: str) -> None:
    line = only(span(Source("a.yml", f"a: 1{newline}b: 2{newline}"), "b: 2"))
    assert cells(line.text) == len("b: 2")


def test_of_a_long_line_only_what_is_shown_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of megabytes may hold thousands of findings."""
    shown = only(span(LONG, '"value"'))

    def copied(*_: object) -> str:
        raise AssertionError("a whole line is copied")

    monkeypatch.setattr(Source, "line", copied)
    assert only(span(LONG, '"value"')) == shown


@given(st.text("ab \t{}\x1b東"), st.integers(0, 50), st.integers(0, 50), st.integers(12, 40))
def test_a_line_is_shown_alike_wherever_it_stands(text: str, start: int, length: int, room: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    alone = [*excerpt(Span(Source("a.yml", text or "x"), start, end), room)]
    within = [*excerpt(Span(Source("a.yml", f"one\n{text or 'x'}\r\nthree"), 4 + start, 4 + end), room)]
    assert [each._replace(number=1) for each in within[:1]] == alone[:1]
