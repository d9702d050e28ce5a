import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from sociable.readers.calendars.cells import rows
from sociable.text.source import Source

cells = st.text(alphabet='abc ,;"\nä', max_size=6).map(str.strip)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5))
def test_it_reads_what_the_standard_reader_reads(table: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["a,", "b"], *table])
    text = written.getvalue().replace('"a,"', "a", 1)
    expected = [["a", "b"], *([cell.strip() for cell in row] for row in table)]
    read = [[cell.text for cell in row] for row in rows(Source("a.csv", text))]
    assert read == [row for row in expected if any(row)]


def test_every_cell_stands_where_it_says() -> None:
    text = 'Date,Text\n1,"Two\nlines, ""quoted"""\n2,plain\n'
    found = [cell for row in rows(Source("a.csv", text)) for cell in row]
    assert [text[cell.span.start : cell.span.end] for cell in found][2:] == [
        "1",
        '"Two\nlines, ""quoted"""',
        "2",
        "plain",
    ]


def test_a_quote_that_is_never_closed_ends() -> None:
    assert [cell.text for row in rows(Source("a.csv", 'a,b\n"never closed,x\n')) for cell in row][:2] == ["a", "b"]
