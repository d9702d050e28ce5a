"""The page is one file that runs nothing, loads nothing, and says what is in files without doing anything about it."""

import re
from base64 import b64encode
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content, Mark, Sentence
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.pages.page_templates import linked_parts
from sociable.client_report.wording.frame import Frame, built_in
from sociable.pipeline import Request, examine
from sociable.text.safe import one_line

from tests.client_report.parsed import Parsed
from tests.client_report.reports import ROOT, agency, report_of, texts_of, wishes, with_texts
from tests.goldens import Golden, comparing_with

EMPTY = "accounts:\n  shop: {platform: x}\n"
STORIES = {
    "agency": lambda: compose(agency(), wishes()),
    "all": lambda: compose(examine(Request((str(ROOT / "examples"),))), wishes()),
    "empty": lambda: report_of(EMPTY),
    "broken": lambda: report_of("accounts: [\n"),
}
ATTRIBUTES = frozenset(
    (
        *("aria-label", "aria-labelledby", "charset", "class", "colspan", "content", "href", "http-equiv", "id"),
        *("lang", "name", "rel", "role", "scope", "tabindex"),
        *("cx", "cy", "d", "height", "points", "r", "rx", "text-anchor", "viewbox", "width", "x", "xmlns", "y"),
    )
)
"""Those of the page, and those of the drawing."""


@pytest.fixture(scope="module", params=STORIES)
def content(request: pytest.FixtureRequest) -> Content:
    return STORIES[request.param]()


@pytest.fixture(scope="module")
def page(content: Content) -> Parsed:
    return Parsed(html(content, built_in()))


@pytest.fixture
def golden() -> Golden:
    return comparing_with("client_report")


def test_the_report_of_the_agency_is_as_it_was_last_accepted(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    golden("agency.md", markdown(compose(examine(Request(("examples/agency",))), wishes()), built_in()))


def test_every_link_within_the_page_arrives(page: Parsed) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside
    assert inside <= set(page.ids)


def test_a_link_is_no_part_of_a_longer_word() -> None:
    said = Sentence("Read of the automations, the automation and its end", (Mark("the automation", "doing"),))
    parts = [("Read of the automations, ", ""), ("the automation", "doing"), (" and its end", "")]
    assert list(linked_parts(said)) == parts


def test_no_two_things_have_one_id(page: Parsed) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_links_out_of_the_page_lead_to_pages_of_the_web(page: Parsed) -> None:
    assert all(re.match(r"https?://", link) for link in page.links if not link.startswith("#"))


def test_the_policy_allows_the_one_style_there_is_and_nothing_else(page: Parsed) -> None:
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert page.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert [tag for tag, _ in page.tags].count("style") == 1


def test_nothing_runs_loads_or_is_styled_in_place(page: Parsed) -> None:
    assert page.names.isdisjoint(("script", "link", "img", "iframe", "object", "form", "input", "base"))
    assert page.attributes <= ATTRIBUTES
    assert "url(" not in page.style
    assert "@import" not in page.style


def test_headings_leave_out_no_level(page: Parsed) -> None:
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.headings.count(1) == 1


def test_landmarks_are_there(page: Parsed) -> None:
    for landmark in ("header", "nav", "main", "footer"):
        assert landmark in page.names


def test_what_is_counted_is_there(content: Content, page: Parsed) -> None:
    findings = [found for gravity in content.gravities for group in gravity.groups for found in group.findings]
    assert [found.number for found in findings] == list(range(1, len(findings) + 1))
    for gravity in content.gravities:
        assert gravity.amount == sum(len(group.findings) for group in gravity.groups)
    for number in content.numbers:
        assert bool(number.amount) == bool(number.anchor)


def test_a_rule_is_explained_once(content: Content) -> None:
    said = [
        (group.rule, passage.sentences)
        for gravity in content.gravities
        for group in gravity.groups
        for passage in group.passages
        if passage.label in ("people see", "why")
    ]
    assert len(said) == len(set(said))


def test_all_words_of_the_frame_come_from_its_table() -> None:
    """With another table, no word of the English one is left: a translation is a file."""
    other = {
        name: {key: _marked(word) for key, word in words.items()} if name not in ("page", "labels") else words
        for name, words in built_in().tables.items()
    }
    content = report_of(EMPTY, frame=Frame(other))
    text = Parsed(html(content, Frame(other))).text
    for name in ("pause", "glance", "stories", "findings", "merits", "questions", "checked"):
        assert built_in().tables[name]["title"] not in text.replace(f"¿{built_in().tables[name]['title']}?", "")


def _marked(word: object) -> object:
    return [_marked(each) for each in word] if isinstance(word, list) else f"¿{word}?"


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' style='position:fixed",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "https://example.org/\"onclick='x'",
    "]]><x>",
    "-->",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;b&gt;",
    "\u202eevil",
    "\u2066\u200b\u3164",
    "\x1b[31m",
    "a" * 3000,
    "| a | b |",
    "](javascript:alert(1))",
    "```\n# x",
    "`",
    "\ud800",
    "東京👩‍💻",
)
texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), min_size=1, max_size=3).map(" ".join)
AGENCY = compose(agency(), wishes())
CALM = Parsed(html(AGENCY, built_in()))


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=5, max_size=5))
def test_whatever_files_hold_the_page_only_says_it(drawn: list[str]) -> None:
    given_texts = iter(drawn * len(texts_of(AGENCY)))
    page = Parsed(html(with_texts(AGENCY, lambda _: next(given_texts)), built_in()).encode("utf-8", "replace").decode())
    assert page.names <= CALM.names | {"code"}
    assert page.attributes <= ATTRIBUTES
    assert page.policy == CALM.policy
    assert page.ids == CALM.ids
    assert all(link.startswith("#") or re.fullmatch(r"https?://[^\s<>\"']+", link) for link in page.links)
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", page.text)


@pytest.mark.parametrize("text", [each for each in HOSTILE if "`" not in each and len(each) < 100 and each != "\ud800"])
def test_what_a_file_holds_can_be_read(text: str) -> None:
    page = Parsed(html(with_texts(AGENCY, lambda _: text), built_in()))
    assert page.words.count(" ".join(one_line(text).split())) > 100


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=5, max_size=5))
def test_the_drawing_is_xml_whatever_files_hold(drawn: list[str]) -> None:
    given_texts = iter(drawn * len(texts_of(AGENCY)))
    page = html(with_texts(AGENCY, lambda _: next(given_texts)), built_in()).encode("utf-8", "replace").decode()
    drawing = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + len("</svg>")])  # noqa: S314
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} <= {
        *("svg", "title", "desc", "rect", "text", "g", "path", "polygon", "circle")
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=5, max_size=5))
def test_markdown_makes_no_link_and_no_markup_of_what_files_hold(drawn: list[str]) -> None:
    from markdown_it import MarkdownIt

    given_texts = iter(drawn * len(texts_of(AGENCY)))
    text = markdown(with_texts(AGENCY, lambda _: next(given_texts)), built_in()).encode("utf-8", "replace").decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token for token in (*tokens, *inline) if token.type.startswith("html")]
    for token in inline:
        if token.type == "link_open":
            assert re.match(r"https?://|#[\w-]+$", str(token.attrs["href"]))


def test_a_thousand_findings_make_a_small_file() -> None:
    accounts = "".join(
        f"  corner-shop-{n}:\n    platform: bluesky\n    handle: '@corner-shop-{n}.example'\n    run_by: business\n"
        f"    inbox: {{read_by: the owner of shop {n}}}\n"
        for n in range(501)
    )
    automations = "".join(
        f"  - id: welcome-{n}\n    title: Welcome everybody who is new at shop {n}\n    account: corner-shop-{n}\n"
        "    when: followed\n    do:\n      - follow: event.user\n"
        f"      - dm: Thank you for following corner shop {n}. This week everything is half price.\n"
        for n in range(501)
    )
    content = report_of(f"accounts:\n{accounts}automations:\n{automations}")
    assert sum(gravity.amount for gravity in content.gravities) >= 1000
    page = html(content, built_in())
    assert len(page.encode()) < 3_000_000
    read = Parsed(page).words
    for said in ("Welcome everybody who is new at shop 500", "the owner of shop 500", "No. 1004"):
        assert said in read


def test_what_stands_before_cells_on_a_phone_is_words_whatever_a_translation_says() -> None:
    word = '</style><script>\\"; }\n'
    glance = {**built_in().tables["glance"], "weekly": word}
    page = Parsed(html(AGENCY, Frame({**built_in().tables, "glance": glance})))
    assert "script" not in page.names
    (rule,) = (line for line in page.style.splitlines() if line.startswith(".glance td:nth-child(2)::before"))
    said = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), rule)
    assert f'content: "{word}" / ""' in said
