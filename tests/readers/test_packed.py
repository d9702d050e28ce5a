"""What a worker or a cache hands back is judged like what was read here."""

import io
import json
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociable.files.contents import contents_of, read_contents
from sociable.findings.origin import GUESSED, Origin
from sociable.output.formats import write
from sociable.pipeline import Request, judged
from sociable.project.load import read_file, together
from sociable.readers.fragment import Fragment
from sociable.readers.packed import VERSION, packed, unpacked
from sociable.text.source import Source
from sociable.vocabulary.events import Event
from sociable.vocabulary.verbs import Verb

from tests import strategies
from tests.setups import example_texts

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*") if path.suffix in (".yml", ".json"))


def fragment(text: str, name: str = "a.yml") -> Fragment:
    return read_file(name, True, partial(contents_of, text.encode("utf-8", "surrogatepass")))


def told(*fragments: Fragment) -> str:
    out = io.StringIO()
    write("report", judged(together(fragments), Request((), why=True)), out, "json")
    return out.getvalue()


def assert_travels(*fragments: Fragment) -> None:
    data = [packed(each) for each in fragments]
    back = [unpacked(each) for each in data]
    assert [packed(each) for each in back] == data
    assert told(*back) == told(*fragments)


def test_examples_of_the_pages() -> None:
    """One in five: whatever a page is about, it travels in the same few records."""
    for name, text in islice(example_texts().items(), 0, None, 5):
        assert_travels(fragment(text, name))


def test_a_whole_project() -> None:
    assert_travels(*(read_file(path.name, True, partial(read_contents, str(path))) for path in EXAMPLES))


@given(st.lists(strategies.texts(), min_size=1, max_size=2))
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_read(texts: list[str]) -> None:
    assert_travels(*(fragment(text, f"{number}.json") for number, text in enumerate(texts)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("sociable: 1\naccounts: [", id="broken"),
        pytest.param("sociable: 1\nautomations: [{id: a, when: folowed}]\n", id="not understood"),
        pytest.param("image: nginx\n", id="somebody else's"),
        pytest.param('{"sociable": 1, "accounts": {"\\ud83d\\ude00": {"platform": "x"}}}', id="surrogate pairs"),
        pytest.param("\ufeffsociable: 1\r\naccounts: {ä: {platform: x, vars: {a: b}}}\r\n", id="a byte order mark"),
    ],
)
def test_files_in_all_states(text: str) -> None:
    read = fragment(text)
    assert_travels(read)
    back = unpacked(packed(read))
    assert (back.source.path, back.source.text, back.source.preamble) == (
        read.source.path,
        read.source.text,
        read.source.preamble,
    )
    assert back._replace(source=read.source).skipped == read.skipped


def test_the_text_stands_in_it_once() -> None:
    read = fragment("sociable: 1\naccounts: {unmistakable: {platform: x}}\nautomations: []\n# only here\n")
    assert packed(read).count(b"# only here") == 1


def test_where_a_part_comes_from_travels_with_it() -> None:
    read = fragment("sociable: 1\naccounts: {a: {platform: x}}\n")
    origin = Origin("n8n", "Send DM", "17", GUESSED, Origin("n8n", "Welcome", "w1"))
    read = read._replace(accounts=(read.accounts[0]._replace(origin=origin),))
    assert unpacked(packed(read)).accounts[0].origin == origin


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        json.dumps([VERSION + 1, [["a", "utf-8", 0, 0]], []]).encode() + b"\n",
        json.dumps([VERSION, [["a", "utf-8", 0, 0]], [[99]]]).encode() + b"\n",
        json.dumps([VERSION, [["a", "utf-8", 0, 0]], ["", [4, "tweet"]]]).encode() + b"\n",
        json.dumps([VERSION, [["a", "utf-8", 0, 1]], []]).encode() + b"\n\xff",
        json.dumps([VERSION, [["a", "utf-8", 0, 9]], []]).encode() + b"\ntoo few",
        json.dumps([VERSION, [], []]).encode() + b"\n",
        b"[" * 100_000,
    ],
)
def test_bytes_that_hold_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="these bytes hold no fragment"):
        unpacked(data)


def test_only_plain_data_travels() -> None:
    read = fragment("sociable: 1\naccounts: {a: {platform: x}}\n")
    with pytest.raises(TypeError, match="another source"):
        packed(read._replace(source=Source("b.yml", "")))
    with pytest.raises(TypeError, match="cannot hold a list"):
        packed(read._replace(accounts=[]))  # type: ignore[arg-type]


def test_words_are_compared_by_what_they_are() -> None:
    """Another process has rows of its own: what is found must not hang on which of two equal ones is met."""
    for name, text in islice(example_texts().items(), 0, None, 5):
        read = fragment(text, name)
        copied = tuple(
            each._replace(
                trigger=each.trigger._replace(event=Event(*each.trigger.event)),
                steps=tuple(step._replace(verb=Verb(*step.verb)) for step in each.steps),
            )
            for each in read.automations
        )
        assert told(read._replace(automations=copied)) == told(read)
