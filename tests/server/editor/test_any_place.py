"""Whatever is typed wherever: a question about it has an answer, if only that there is nothing to say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import PositionEncodingKind
from sociable.server.editor import lsp_positions
from sociable.server.editor.completions import offers
from sociable.server.editor.go_to import described_at
from sociable.server.editor.hover_texts import hover_text
from sociable.server.editor.lsp_positions import offset_of, position_of
from sociable.server.editor.open_projects import FragmentMemory, check_root
from sociable.server.editor.outline import outline
from sociable.server.editor.quick_fixes import offered
from sociable.text.source import Source

from tests.server.editor.marked import around

STORY = next(Path(__file__).parents[3].glob("examples/shaming-council/*.yml")).read_text(encoding="utf-8")
ENCODINGS = list(PositionEncodingKind)


@given(
    at=st.integers(0, len(STORY)),
    typed=st.text(
        st.sampled_from("ab:-[]{}\"'|>&*!#% \n\t\r,.\U0001f600\u2028\x00\ud800") | st.characters(), max_size=12
    ),
    cut=st.integers(0, 40),
)
def test_nothing_that_is_typed_is_too_odd(at: int, typed: str, cut: int) -> None:
    text = STORY[:at] + typed + STORY[at + cut :]
    source = Source("a.yml", text)
    checked = check_root("a.yml", {"a.yml": text.encode("utf-8", "surrogatepass")}, FragmentMemory())
    offset = at + len(typed)
    for offer in offers(source, offset, checked):
        assert 0 <= offer.place.start <= offset <= offer.place.end <= len(text)
    hover_text(source, offset, checked)
    described_at(source, offset, checked)
    outline(source)
    for each in offered(source, 0, len(text), checked, around()):
        assert all(edit.span.source.text == text for edit in each.edits if edit.span.path == "a.yml")


@given(text=st.text(st.sampled_from("a\r\n\U0001f600é\u2028\x85\t") | st.characters()), data=st.data())
def test_there_and_back_again_is_the_same_place(text: str, data: st.DataObject) -> None:
    source = Source("a.yml", text)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # no editor can be between the two
    for encoding in ENCODINGS:
        assert offset_of(source, position_of(source, offset, encoding), encoding) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_place_behind_a_line_is_its_end(encoding: PositionEncodingKind) -> None:
    source = Source("a.yml", "ab\ncd")
    far = position_of(source, 1, encoding)
    far.character = 99
    assert offset_of(source, far, encoding) == 2
    far.line = 99
    assert offset_of(source, far, encoding) == 5


@given(data=st.data(), end=st.sampled_from(["", "\n", "\r\n"]), around_step=st.integers(4090, 4100))
def test_in_a_very_long_line_places_are_those_that_counting_finds(
    data: st.DataObject, end: str, around_step: int
) -> None:
    line = "a\U0001f600é" * 3000
    text = f"x{end or chr(10)}{line}{end}"
    source = Source("a.yml", text)
    start = text.index("a")
    offset = start + data.draw(st.one_of(st.just(around_step), st.integers(0, len(line))))
    before = text[start:offset]
    units = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}
    for encoding in ENCODINGS:
        place = position_of(source, offset, encoding)
        assert place.character == units[encoding]
        assert offset_of(source, place, encoding) == offset


def test_the_units_of_a_long_line_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("a.yml", "é" * 100_000)
    counted: list[int] = []
    real = lsp_positions._units

    def noted(text: str, encoding: str) -> int:
        counted.append(len(text))
        return real(text, encoding)

    monkeypatch.setattr(lsp_positions, "_units", noted)
    for offset in range(0, 100_000, 100):
        position_of(source, offset, ENCODINGS[0])
        offset_of(source, position_of(source, offset, ENCODINGS[0]), ENCODINGS[0])
    assert sum(counted) < 100_000 + 3 * 1000 * 4096
