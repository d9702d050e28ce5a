import pytest
from sociable.documents import surrogates
from sociable.documents.yaml_tree import parse
from sociable.text.source import Source


@pytest.mark.parametrize(
    "text",
    ["a: \ud800", "sociable: 1\nx: '\udfff é'", '{"a": "\ud83d\\ud83d\\ude00"}', "\udc00: [\ud800\ud800]", "\ud800"],
)
def test_half_a_pair_keeps_no_text_from_being_read(text: str) -> None:
    """An editor sends what is typed as JSON, in which it can be written."""
    document = parse(Source("a.yml", text))
    assert not document.defects
    assert [root.end for root in document.roots] == [len(text)]


@pytest.mark.parametrize("text", ["", "a", "é\U0001f600\ue000\uffff"])
def test_whole_characters_stay(text: str) -> None:
    assert surrogates.encodable(text) is text
