"""The formats as they were last accepted, and that nobody's texts can be more than text in them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sociable.drawing.picture import Arrow, Box, Card, Deed, DrawnLoop, Hub, Picture, picture
from sociable.drawing.picture_scope import Wanted
from sociable.drawing.text_width import lines, text_width
from sociable.facts.facts import Facts, derive
from sociable.output.formats import formats_of, written
from sociable.project.load import load, read_text
from sociable.text.safe import one_line

from tests.client_report.reports import with_texts
from tests.drawing.setups import follow_backs, posters
from tests.goldens import Golden

ROOT = Path(__file__).parents[2]
_ENDINGS = {"svg": "svg", "mermaid": "mmd", "dot": "dot"}

STORIES: dict[str, Facts] = {
    "ratchet": derive(load([str(ROOT / "examples" / "ratchet")]).setup),
    "agency": derive(load([str(ROOT / "examples" / "agency")]).setup),
    "crowd": follow_backs(5),
    "large": follow_backs(2, posters(70)),
    "empty": derive(read_text("a.yml", "sociable: 1\naccounts: {shop: {platform: x}}\n").setup),
}


def drawn(setup: Facts, form: str) -> str:
    return written("picture", picture(setup, Wanted()), form)


@pytest.mark.parametrize("form", formats_of("picture"))
@pytest.mark.parametrize("name", STORIES)
def test_golden(name: str, form: str, golden: Golden) -> None:
    golden(f"{name}.{_ENDINGS[form]}", drawn(STORIES[name], form))


HOSTILE = (
    '"];',
    "]]>",
    "-->",
    "%%{init: {}}%%",
    "end",
    "; rogue",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "\\",
    "\\N",
    '\\"',
    "|",
    "`code`",
    "**b**",
    "1. one",
    "- one",
    "$$x$$",
    "\n",
    "\u2028",
    "\u202e",
    "\x1b[31m",
    "\ufffe",
    "#quot;",
    "click m1",
    "fa:fa-car",
    "@{shape: x}",
)
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=4)), min_size=1, max_size=4).map("".join)


def setup(one: str, other: str, title: str, words: str) -> Facts:
    """Two accounts that follow back, one of which also waits for words and follows somebody."""
    written = {
        "sociable": 1,
        "accounts": {"a": {"platform": "x", "handle": f"@{one}"}, "b": {"platform": "x", "handle": f"@@{other}"}},
        "automations": [
            {
                "id": f"i{title}",
                "title": f"t{title}",
                "account": ["a", "b"],
                "when": "followed",
                "do": [{"follow": "event.user"}],
            },
            {
                "id": f"j{other}",
                "account": "b",
                "when": {"event": "mentioned", "contains": [f"w{words}"]},
                "do": [{"follow": "followers_of(followers)"}, {"notify": "x"}],
            },
        ],
    }
    return derive(read_text("a.json", json.dumps(written)).setup)


TAME = setup("one", "other", "title", "words")
handles = texts.map("h{}".format)
"""Of signs alone a handle cannot be made."""
HOSTILE_SETUPS = given(one=handles, other=handles, title=texts, words=texts)


def blanked(text: str, quoted: str) -> str:
    return re.sub(quoted, '"…"', text)


@settings(max_examples=200, deadline=None)
@HOSTILE_SETUPS
@example('"];\nend', "-->", "%%", ";")
def test_in_mermaid_nothing_but_labels_changes(one: str, other: str, title: str, words: str) -> None:
    text = drawn(setup(one, other, title, words), "mermaid")
    label = r'"((?:[^"#;<&\\`|{}\[\]%$*.:]|#\d+;|<br/>)*)"'
    assert blanked(text, label) == blanked(drawn(TAME, "mermaid"), label)
    assert "#36;#36;" not in text
    shown = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), text)
    assert one_line(f"@{one} on X").replace("$$", "$ $").replace("$$", "$ $") in shown


@settings(max_examples=200, deadline=None)
@HOSTILE_SETUPS
@example('"];\nend', "\\", "\\N", ";")
def test_in_dot_nothing_but_labels_changes(one: str, other: str, title: str, words: str) -> None:
    text = drawn(setup(one, other, title, words), "dot")
    label = r'"(?:[^"\\]|\\[\\"l])*"'
    assert blanked(text, label) == blanked(drawn(TAME, "dot"), label)
    assert not re.search(r"&(?!amp;)", text)
    assert all(map(str.isprintable, text.splitlines()))
    shown = re.sub(r"\\([\\\"])", r"\1", text.replace("&amp;", "&"))
    assert one_line(f"@{one} on X") in shown


@settings(max_examples=200, deadline=None)
@HOSTILE_SETUPS
@example("]]>", "<script>", '" onload="x', "&lt;")
def test_svg_is_well_formed_and_knows_only_its_own_elements(one: str, other: str, title: str, words: str) -> None:
    text = drawn(setup(one, other, title, words), "svg")
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()} == {
        *("svg", "title", "desc", "style", "g", "rect", "text", "path", "polygon", "circle")
    }
    known = {"class", "x", "y", "width", "height", "rx", "d", "points", "cx", "cy", "r", "text-anchor", "id"}
    assert all(element.attrib.keys() <= known for element in list(root.iter())[1:])
    told = [element.text for element in root.iter("{http://www.w3.org/2000/svg}title")]
    assert one_line(f"@{one} on X") in told
    assert "url(" not in text
    assert text.count("http") == 1, "the name of the format"


CARDS = tuple(
    Card(f"m{at}", "name", "id", "when", (Deed("does", False), Deed("asks", True)), loops)
    for at, loops in enumerate(((1,), ()))
)
ALL = Picture(
    title="title",
    subtitle="subtitle",
    boxes=(Box("b0", "account", "platform", CARDS, "more"), Box("b1", "other", "platform", (), "")),
    hubs=(Hub("h0", "event", (1,)),),
    arrows=(
        Arrow("m0", 0, "h0", "follows", False, (1,)),
        Arrow("h0", None, "m0", "", False, (1,)),
        Arrow("m0", 1, "m1", "asks", True, ()),
    ),
    loops=(DrawnLoop(1, "size", "verdict"),),
    left_out="not all",
)
"""Each kind of text that there is in a picture."""

LABELS = {"mermaid": r'"(?:[^"#;<&\\`|{}\[\]%$*.:]|#\d+;|<br/>)*"', "dot": r'"(?:[^"\\&]|\\[\\"l]|&amp;)*"'}
"""What a text is in a format that does not draw itself."""


def with_all(text: str, form: str) -> str:
    return written("picture", with_texts(ALL, lambda said: f"{text} {said}"), form)


def shape(drawing: str, form: str) -> object:
    """All but texts, and in SVG, where these stand and how many lines they take."""
    if form in LABELS:
        return blanked(drawing, LABELS[form])
    parts = [(each.tag, each.get("class"), [*each.attrib]) for each in ElementTree.fromstring(drawing).iter()]  # noqa: S314 - our own
    return [part for part, before in zip(parts, [None, *parts], strict=False) if part != before]


@pytest.mark.parametrize("form", formats_of("picture"))
@pytest.mark.parametrize("text", [*(each for each in HOSTILE if each.strip()), 'a"b', "a\\", "&quot;", "<b>", "'"])
def test_no_text_of_a_picture_is_more_than_text(text: str, form: str) -> None:
    drawing = with_all(f"{text}x", form)
    assert shape(drawing, form) == shape(with_all("calmx", form), form)
    assert all(map(str.isprintable, drawing.splitlines()))


@pytest.mark.parametrize("form", formats_of("picture"))
@pytest.mark.parametrize(
    "beside",
    [
        "",
        "a word or two and ",
        "some more of them, so that it is broken somewhere else ",
        *("a/" * length for length in range(6, 40, 4)),
    ],
)
def test_no_part_of_a_key_is_in_a_picture(beside: str, form: str) -> None:
    """Also where a line ends within it, as there is no room for more."""
    key = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
    drawing = with_all(beside + key, form)
    assert [key[at : at + 6] for at in range(4, len(key) - 6) if key[at : at + 6] in drawing] == []


@pytest.mark.parametrize("handle", ["@_shop_", "@-shop-", "@a--shop", "@__shop__"])
def test_in_mermaid_lines_and_hyphens_count_only_within_words(handle: str) -> None:
    assert not re.search(
        r'[-_]{2}|"[-_@]{2}|[-_] ', drawn(setup(handle, "b", "c", "d"), "mermaid").split("subgraph")[1]
    )


def test_svg_says_what_it_is_to_those_who_do_not_see_it() -> None:
    root = ElementTree.fromstring(drawn(STORIES["ratchet"], "svg"))  # noqa: S314 - our own
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    named = {element.attrib["id"]: element.text for element in root.iter() if "id" in element.attrib}
    assert named["title"] == "What sets off what"
    assert "Loop 1, 3 automations on 2 accounts: it takes in more people each time round" in str(named["desc"])


@pytest.mark.parametrize("form", formats_of("picture"))
def test_the_order_of_sets_does_not_show(form: str) -> None:
    assert drawn(follow_backs(9), form) == drawn(follow_backs(9), form)


@settings(deadline=None)
@given(st.text(), st.integers(1, 4))
def test_lines_fit_their_room(text: str, most: int) -> None:
    found = lines(text, 13, 120, most)
    assert 1 <= len(found) <= most
    assert all(text_width(line, 13) <= 120 for line in found)
    if not any("…" in line for line in found):
        assert " ".join(found) == " ".join(text.split())
