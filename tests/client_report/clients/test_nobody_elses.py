"""Whatever clients are called, refer to and say: nothing of one stands in the report of another."""

import html as markup
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine
from sociable.records.record import Record
from sociable.text.wording import SET_APART

from tests.client_report.reports import wishes

IDS = ("og", "vi", "vio", "qux", "energy", "hope", "kino", "zephyrcafe", "nordmuseum")
"""Of few letters, words of ours that the report itself does not say, and names."""
TITLES = (
    "Rose & Sons Bakery",
    "Town - Energy",
    "Smith, Jones + Co.",
    "Müller-Lüdenscheidt GmbH",
    "🦊 Fuchsbau 🦊",
    "Ødegård / Çelik",
    "O'Neil “Sports”",
    "Quux_04",
    "Zorro <Prime>",
)
PEOPLE = ("Vera Violet", "Olaf Ochre", "Hope Dwyer", "Mark Twine", "Zoë Quill", "Jürgen Kraut-Rüb", "@bossfrida")
WORDS = ("Fritterbaum is closed", "Ask for the Glimmerkuchen", "Our Wobbelstein sings", "A Quakelhans for you")


class Made(Record):
    """A client as it is made up: what it is called, who has to do with it, and what it says."""

    id: str
    handle: str
    title: str
    people: tuple[str, ...]
    words: str

    def named(self) -> Iterator[str]:
        """All by which it could be known."""
        yield from (self.title, *self.people, self.words)
        if self.handle.startswith("@"):
            yield self.handle


def one_of_each(data: st.DataObject, amount: int) -> list[Made]:
    def some(values: Sequence[str], most: int) -> list[str]:
        return data.draw(st.lists(st.sampled_from(values), min_size=most, max_size=most, unique=True))

    ids, titles, people, words = some(IDS, amount), some(TITLES, amount), some(PEOPLE, 2 * amount), some(WORDS, amount)
    shows = data.draw(st.lists(st.booleans(), min_size=amount, max_size=amount))
    return [
        Made(each, f"@{each}handle" if shown else "", title, (people[2 * at], people[2 * at + 1]), said)
        for at, (each, shown, title, said) in enumerate(zip(ids, shows, titles, words, strict=True))
    ]


def account(made: Made) -> dict[str, object]:
    first, second = made.people
    said = {"platform": "x", "client": made.title, "inbox": {"read_by": first}, "pause": second, "operator": first}
    return {**said, "paid_by": second, **({"handle": made.handle} if made.handle else {})}


DOES = (
    lambda other, own: {"follow": other.id},
    lambda other, own: {"repost": f'posts_of("{other.id}")'},
    lambda other, own: {"post": {"text": own.words, "mentions": [other.id]}},
    lambda other, own: {"dm": {"target": f"followers_of({other.id})", "text": own.words}},
    lambda other, own: {"reply": f"{own.words}. Ask {other.title}, {other.people[0]} or {other.people[1]}"},
    lambda other, own: {"reply": f"{own.words} {{{{ event.user.handle }}}} {{{{ event.post.text }}}}"},
    lambda other, own: {"notify": {"to": own.people[0], "text": f"{own.words} of {other.title}"}},
)
STARTS = (
    lambda other: {"when": "mentioned"},
    lambda other: {"when": "replied"},
    lambda other: {"when": "followed"},
    lambda other: {"when": "mentioned", "ignore": [other.id]},
    lambda other: {"when": "replied", "if": f'event.user.handle in ["{other.id}"]'},
    lambda other: {"when": {"event": "account_posted", "from": [other.id]}},
)


def automations(made: Made, others: Sequence[Made], data: st.DataObject) -> Iterator[dict[str, object]]:
    yield {"id": f"{made.id}-loop", "account": made.id, "when": "mentioned", "do": [{"reply": made.words}]}
    for at in range(data.draw(st.integers(1, 2))):
        other = data.draw(st.sampled_from(others))
        starts = data.draw(st.sampled_from(STARTS))(other)
        does = data.draw(st.lists(st.sampled_from(DOES), min_size=1, max_size=2))
        steps = [each(other, made) for each in does]
        words = {"agreed_to": [f"Letters of {other.title}"], "stop_on": [f"no {other.title}"]}
        yield {"id": f"{made.id}-{at}x", "account": made.id, **starts, **words, "do": steps}


def as_read(page: str) -> tuple[str, ...]:
    """What a page says and what stands in its marks, without styles and escapes."""
    page = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    return markup.unescape(re.sub(r"<[^>]*>", " ", page)), markup.unescape(page), page.replace("\\", "")


def setups(everybody: Sequence[Made], data: st.DataObject) -> list[dict[str, Any]]:
    """A file of each, or one of all."""
    parts: list[dict[str, Any]] = []
    for each in everybody:
        others = [other for other in everybody if other is not each]
        parts.append({"accounts": {each.id: account(each)}, "automations": [*automations(each, others, data)]})
    if data.draw(st.booleans()):
        return parts
    accounts = {name: said for part in parts for name, said in part["accounts"].items()}
    return [{"accounts": accounts, "automations": [each for part in parts for each in part["automations"]]}]


@settings(max_examples=12, deadline=None, phases=(Phase.generate,))
@given(data=st.data())
def test_nothing_of_a_client_stands_in_the_report_of_another(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    everybody = one_of_each(data, data.draw(st.integers(2, 3)))
    folder = tmp_path_factory.mktemp("clients")
    for at, setup in enumerate(setups(everybody, data)):
        names = re.sub(r"[/<>]", "-", " ".join(each.title for each in everybody))
        below = folder / f"with {names}"
        below.mkdir(exist_ok=True)
        (below / f"{at}-for-{names}.yml").write_text(json.dumps({"sociable": 1, **setup}, ensure_ascii=False))
    faults: list[str] = []
    reports, _ = per_client(examine(Request((str(folder),))), wishes(), "folders", "html", faults)
    assert not faults
    assert len(reports) == len(everybody)
    for report in reports.values():
        others = [each for each in everybody if each.title != report.client]
        for page in (html(report.content, built_in()), markdown(report.content, built_in())):
            for text in as_read(page):
                small = text.casefold()
                told = [name for each in others for name in each.named() if name.casefold() in small]
                told += [
                    small[found.start() - 60 : found.end() + 20]
                    for each in others
                    for found in re.finditer(rf"\b{each.id}\b", small)
                ]
                assert not told
                assert not {*SET_APART} & {*text}


TOGETHER = """\
sociable: 1
accounts:
  oak: {platform: telegram, handle: "@oakchoir", client: Oak Choir, vars: {partner: Bravo, kind: Breads}}
  bb: {platform: mastodon, handle: "@bravo@b.example", client: Bravo Breads}
lists: {bravo-breads-list: {came_by: form, agreed_to: [Bravo Breads letter], stop_on: [no more Bravo Breads]}}
automations:
  - id: thanks
    account: oak
    when: messaged
    stop_on: [stop Bravo Breads]
    do: [reply: "With thanks to {{ account.partner }} {{ account.kind }} in town"]
  - id: letter
    account: oak
    when: {event: schedule, every: 1 day}
    do: [dm: {target: listed("bravo-breads-list"), text: Half price today}]
"""


def test_no_name_of_another_stands_in_words_that_end_it_in_lists_in_paths_nor_in_what_is_filled_in(
    tmp_path: Path,
) -> None:
    below = tmp_path / "joint with Bravo Breads"
    below.mkdir()
    (below / "derby_bravo-breads.yml").write_text(TOGETHER)
    (tmp_path / "a.yml").write_text("sociable: 1\naccounts: {elm: {platform: x, client: Elm}}\n")
    reports, _ = per_client(examine(Request((str(tmp_path),))), wishes(), "folders", "html", [])
    content = reports["Oak-Choir.html"].content
    for page in (html(content, built_in()), markdown(content, built_in())):
        for text in as_read(page):
            assert not re.search(r"bravo|breads", text.casefold())
            assert "With thanks to ‹an account of another client› in town" in text
            assert "‹an account of another client›.yml" in text
            assert "stop ‹an account of another client›" in text


SAYS = {"value1": "={{ $json.message.text }}", "operation": "contains", "value2": "Alte Mühle"}


def workflow(name: str, *nodes: dict[str, Any]) -> str:
    follows = {
        one["name"]: {"main": [[{"node": two["name"], "type": "main", "index": 0}]]} for one, two in pairwise(nodes)
    }
    return json.dumps({"name": name, "nodes": nodes, "connections": follows}, indent=2)


def node(name: str, sort: str, credential: str = "", **parameters: Any) -> dict[str, Any]:
    used = {"credentials": {"api": {"id": "7", "name": credential}}} if credential else {}
    return {"name": name, "type": f"n8n-nodes-base.{sort}", "typeVersion": 1, "parameters": parameters, **used}


def test_nothing_of_a_client_stands_in_the_report_of_another_whose_exports_name_it(tmp_path: Path) -> None:
    """By the credential of an account in brackets, or one that a companion file maps, in nodes, texts and programs."""
    for name in ("mill", "museum"):
        (tmp_path / name).mkdir()
    clock = node("Every day", "scheduleTrigger")
    (tmp_path / "mill" / "a.json").write_text(
        workflow("Daily", clock, node("Bread", "linkedIn", "Alte Mühle LinkedIn account", text="Half price"))
    )
    (tmp_path / "mill" / "b.json").write_text(
        workflow("Chat", clock, node("Tweet", "twitter", "Tessa Tuchel", text="Half price"))
    )
    (tmp_path / "mill" / "says.yml").write_text(
        "sociable: 1\naccounts: {first: {platform: linkedin, handle: Backstube}}\n"
        "imports: [{accounts: {Alte Mühle LinkedIn account: first}}]\n"
    )
    (tmp_path / "museum" / "a.json").write_text(
        workflow(
            "Copy for Tessa Tuchel",
            node("Asked at Alte Mühle", "telegramTrigger", "Museum bot", updates=["message"]),
            node("Is it Alte Mühle", "if", conditions={"string": [SAYS]}),
            node(
                "Reply as Tessa Tuchel",
                "telegram",
                "Museum bot",
                chatId="={{ $json.message.chat.id }}",
                text="={{ $('Asked at Alte Mühle').item.json.text }} {{ $json['Tessa Tuchel'] }} of Alte Mühle",
            ),
            node("Unknown to Alte Mühle", "nothingKnown", x="Alte Mühle"),
            node(
                "Program of Tessa Tuchel", "code", jsCode="fetch('https://api.telegram.org/bot1/x?t=Alte%20M%C3%BChle')"
            ),
        )
    )
    faults: list[str] = []
    reports, _ = per_client(examine(Request((str(tmp_path),))), wishes(), "folders", "html", faults)
    assert not faults
    content = reports["museum.html"].content
    for page in (html(content, built_in()), markdown(content, built_in())):
        for text in as_read(page):
            assert not re.search(r"m(ü|\\?u00fc|%c3%bc)hle|tessa|tuchel|backstube", text.casefold())
            assert "another client" in text
