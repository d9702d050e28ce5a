"""Every number leads to just as many things as it says, and the index says what the reports say themselves."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sociable.client_report.about_the_check.since_last_time import CHANGES, last_report
from sociable.client_report.clients.per_client import ClientReport, per_client
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_index import ClientTotals, Index
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.findings_in_order.counted import KINDS
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.output.formats import written
from sociable.pipeline import Request, examine

from tests.client_report.reports import ROOT, wishes

ACCOUNT = (
    'sociable: 1\naccounts:\n  {0}: {{platform: {1}, handle: "@{0}.example", client: {0}, run_by: business, '
    "inbox: {{read_by: Ruth}}, pause: Ruth}}\nautomations:\n"
)
FOLLOWS = "  - {{id: {0}-follow, account: {0}, when: followed, do: [follow: event.user]}}{1}\n"
SHAMES = '  - {{id: {0}-left, account: {0}, when: unfollowed, do: [post: "{{{{ event.user.handle }}}} left."]}}{1}\n'
ENDED = SHAMES.replace("when:", "enabled: true, until: 2026-01-01, when:").replace("-left", "-old")
SALE = (
    (
        "  - {{id: {0}-sale, account: {0}, when: {{{{event: schedule, every: 1 day}}}}, "
        'do: [post: "Half price on everything in all our shops."]}}{1}\n'
    )
    .replace("{{{{", "{{")
    .replace("}}}}", "}}")
)
ANSWERS = '  - {{id: {0}-answers, account: {0}, when: commented, do: [comment: "Thank you all!"]}}{1}\n'


def of(client: str, *automations: str, note: str = "", platform: str = "bluesky") -> str:
    """A file of one client; the ``note`` stands behind each of its automations."""
    head = ACCOUNT.format(client, platform)
    return (head + "".join(each.format(client, note) for each in automations)).replace("automations:\n\n", "")


def accepts(*rules: str) -> str:
    return f"  # sociable: ignore[{', '.join(rules)}] -- Ruth wants it"


LOOP = accepts("auto-follow-loop", "auto-follow-back")
SETUPS: Mapping[str, Mapping[str, str]] = {
    "kept by one of two": {"hotel": of("hotel", FOLLOWS, note=LOOP), "school": of("school", FOLLOWS)},
    "kept by both": {each: of(each, FOLLOWS, note=LOOP) for each in ("hotel", "school")},
    "kept by nobody, much else": {
        each: of(each, FOLLOWS, SHAMES, ENDED, SALE, ANSWERS) for each in ("hotel", "school", "zoo")
    },
    "kept in part": {
        "hotel": of("hotel", FOLLOWS, SALE, note=accepts("auto-follow-loop", "auto-follow-back", "duplicate-posts")),
        "school": of("school", SHAMES, ANSWERS, note=accepts("unfollow-shaming")),
        "zoo": of("zoo", FOLLOWS, SALE, SHAMES, ANSWERS),
    },
    "ended": {"pub": of("pub", ENDED), "school": of("school", FOLLOWS)},
    "an account that nothing uses": {
        "bank": of("bank").replace("automations:\n", ""),
        "zoo": of("zoo", SALE),
    },
    "a note that is none": {
        "hotel": of("hotel", SHAMES, note="  # sociable: ignore[unfollow-shaming] until 2027-03-01 -- so it is"),
        "school": of("school", SALE),
    },
    "nothing between them": {"hotel": of("hotel", SHAMES), "school": of("school", FOLLOWS)},
}


class Under(HTMLParser):
    """What stands under each id of a page: findings told there, and numbers of findings that lead to them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.told: dict[str, set[str]] = {}
        self.linked: dict[str, set[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name = said.get("id") or ""
        if tag not in ("meta", "br", "wbr"):
            self.open.append(name)
        for around in filter(None, (*self.open, name)):
            self.told.setdefault(around, set())
            self.linked.setdefault(around, set())
            if re.fullmatch(r"f\d+", name):
                self.told[around].add(name)
            if re.fullmatch(r"#f\d+", said.get("href") or ""):
                self.linked[around].add((said.get("href") or "")[1:])

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def amount(self, anchor: str) -> int:
        """How many findings it holds, or lists where it tells none."""
        return len(self.told[anchor] or self.linked[anchor])


def numbers_and_places(page: str) -> list[tuple[int, str]]:
    """The numbers of tiles, of the first sentences, with where each leads."""
    tiles = re.findall(r'<a href="#([^"]*)"><b>(\d+)</b>', page)
    lead = re.findall(r'<p class="lead">(.*?)</p>', page, re.DOTALL)
    words = {"One thing": 1}
    said = [
        (anchor, str(words.get(text, re.split(" ", text)[0])))
        for sentence in lead
        for anchor, text in re.findall(r'<a href="#([^"]*)">((?:\d+|One) thing[^<]*|\d+ more)</a>', sentence)
    ]
    return [(int(amount), anchor) for anchor, amount in (*tiles, *said)]


def check_page(content: Content) -> None:
    page = html(content, built_in())
    under = Under(page)
    for amount, anchor in numbers_and_places(page):
        if anchor not in ("questions", "unseen", "drawing", "doing"):
            assert under.amount(anchor) == amount, (amount, anchor)
    everything = {number for each in content.counted if each.key for number in each.numbers}
    assert {f"f{number}" for number in everything} == under.told["main"]
    assert sum(len(each.numbers) for each in content.counted if each.key) == len(everything)
    tiles = {each.anchor: each.amount for each in content.numbers if each.anchor}
    for each in content.counted:
        assert under.told.get(each.anchor) == {f"f{n}" for n in each.numbers} or (
            under.linked[each.anchor] == {f"f{n}" for n in each.numbers}
        )
        assert not each.key or tiles[each.anchor] == len(each.numbers)
        assert each.words.startswith(f"{len(each.numbers)} ")
    if content.since is not None:
        for name in CHANGES:
            assert under.amount(f"since-{name}") == len(getattr(content.since, name))
    assert {*re.findall(r'href="#([^"]*)"', page)} <= {*under.told}
    check_markdown(content)


def check_markdown(content: Content) -> None:
    """That links of numbers lead to headings that are there."""
    page = markdown(content, built_in())
    headings = [re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in re.findall(r"(?m)^#+ (.*)$", page)]
    for link in re.findall(r"\]\(#([^)]*)\)", page):
        assert headings.count(link) == 1, link


def check_index(made: Mapping[str, ClientReport], index: Index) -> None:
    pages = {file: Under(html(each.content, built_in())) for file, each in made.items()}
    page = html(index, built_in())
    here = Under(page)
    for line in (*index.clients, *((index.of_nobody,) if index.of_nobody else ())):
        for kind in (*KINDS, "crossings"):
            amount = getattr(line, kind)
            if amount:
                anchor = line.anchors.get(kind, "crossing")
                assert (pages[line.file] if line.file else here).amount(anchor) == amount, (line.name, kind)
    for line in index.clients:
        content = made[line.file].content
        own = {each.key: len(each.numbers) for each in content.counted if each.key}
        assert {kind: getattr(line, kind) for kind in KINDS if getattr(line, kind)} == own
        assert line.crossings == len(content.crossings)
        told = [each.amount for each in content.gravities]
        assert sum(getattr(line, kind) for kind in KINDS) == sum(told) + len(content.crossings)
    check_total(made, index)
    for file, anchor in re.findall(r'href="([^"#]*)#([^"]*)"', page):
        assert anchor in (pages[file].told if file else here.told), (file, anchor)


def check_total(made: Mapping[str, ClientReport], index: Index) -> None:
    """That what several have a part in counts once."""

    def all_of(line: ClientTotals) -> int:
        return sum(getattr(line, kind) for kind in KINDS)

    between = sum(each.amount for each in index.between)
    own = sum(each.amount for report in made.values() for each in report.content.gravities)
    assert all_of(index.total) == own + between
    assert index.total.crossings == between
    assert all(line.crossings <= between for line in index.clients)


@pytest.fixture(params=SETUPS)
def setup(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in SETUPS[request.param].items():
        (tmp_path / "now" / name).mkdir(parents=True)
        (tmp_path / "now" / name / "a.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(last: str = "") -> tuple[dict[str, ClientReport], Index]:
    told = wishes(last=last_report(last)) if last else wishes()
    faults: list[str] = []
    made = per_client(examine(Request(("now",))), told, "folders", "html", faults)
    assert not faults
    return made


@pytest.mark.usefixtures("setup")
def test_every_number_leads_to_as_many_things_and_the_index_says_the_same() -> None:
    made, index = reports()
    for each in made.values():
        check_page(each.content)
    check_index(made, index)


def test_so_it_is_compared_with_another_time(setup: Path) -> None:
    everything = {name: text.replace("hotel", name) for name, text in SETUPS["kept in part"].items()}
    kept = {path.parent.name: path.read_text() for path in (setup / "now").glob("*/a.yml")}
    for name, text in everything.items():
        (setup / "now" / name).mkdir(exist_ok=True)
        (setup / "now" / name / "a.yml").write_text(text)
    (setup / "last.json").write_text(written("report", examine(Request(("now",))).report, "json"))
    for name in everything:
        (setup / "now" / name / "a.yml").write_text(kept.get(name, "sociable: 1\n"))
    made, index = reports("last.json")
    for each in made.values():
        check_page(each.content)
    check_index(made, index)
    assert index.since is not None
    here = Under(html(index, built_in()))
    for part in index.since.beyond:
        for name in CHANGES:
            if amount := getattr(part.changes, name):
                assert here.amount(part.changes.anchors[name]) == amount


@pytest.mark.parametrize(
    "place", [*sorted((ROOT / "examples").glob("*/")), *sorted((ROOT / "examples").glob("incidents/*.yml"))], ids=str
)
def test_in_the_examples_too(place: Path) -> None:
    examined = examine(Request((str(place),)))
    check_page(compose(examined, wishes()))
    made, index = per_client(examined, wishes(), "folders", "html", [])
    for each in made.values():
        check_page(each.content)
    check_index(made, index)
