"""Whatever a name is planted in, no redacted report holds it; our own words and organisations' accounts stay."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.client_report.about_the_check.since_last_time import last_report
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.compose import compose
from sociable.client_report.names.redaction import Redaction
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.output.formats import written
from sociable.pipeline import Request, examine

from tests.client_report.reports import examined, texts_of, wishes

SETUP = """\
sociable: 1
places:
  NAME lounge: {members: 300, allowed_by: NAME}
lists:
  friends of NAME: {came_by: form, agreed_to: [letters from NAME]}
accounts:
  townhall:
    platform: x
    handle: "@townhall"
    run_by: public-body
    client: Townhall Services
    operator: "@NAME"
    inbox: {read_by: NAME NAME and NAME, reply_within: 1 day}
    pause: NAME
    paid_by: NAME NAME
    vars: {chief: NAME}
  mayor-NAME: {platform: mastodon, handle: "@NAME@x.example", run_by: official, client: NAME}
  second: {platform: linkedin, handle: NAME NAME, kind: user}
automations:
  # sociable: ignore no-off-switch -- NAME said so
  - id: thank-NAME
    title: Thanks NAME's fans, signed NAME
    account: townhall
    when: {event: mentioned, from: ["@NAME", NAME], contains: [NAME]}
    ignore: [NAME.NAME]
    only_from: NAME NAME
    if: account.handle = "NAME"
    do:
      - reply: "Hi {{ event.user.name }}, I am NAME, NAME Street 12, 70173 NAME. Yours, NAME_NAME"
      - assign: {to: NAME}
      - dm: {target: "https://www.instagram.com/NAME/", text: "x https://github.com/NAME"}
      - ask: {of: NAME}
      - draft: {to: NAME, text: NAME}
      - notify: [NAME, NAME]
    via: {browser: tool of NAME}
  - id: back
    account: [townhall, second]
    when: followed
    do:
      - follow: event.user  # sociable: ignore[auto-follow-back] until=2099-01-31 -- NAME NAME asked for it, call NAME
      - dm: {target: NAME NAME, text: Buy from NAME now}
      - dm: {target: 'rows("patients of Dr NAME")', text: NAME}
      - reply: {text: x, mentions: ["@NAME", NAME], names: [NAME NAME]}
      - post: {in: NAME lounge, text: "{{ event.user.handle }} left NAME", NAMEs: 3}
      - post: {text: "\\u0058qaaaaaa \\x58qaaaaaa", media: [{image: NAME.jpg, alt: NAME}]}
        paid_by: NAME
  - {id: NAME, account: mayor-NAME, when: {event: schedule, every: 1 day}, paid_by: NAME, do: [post: NAME], NAME: 1}
"""
FLOW = {
    "name": "NAME",
    "nodes": [
        {"name": "At NAME's", "type": "n8n-nodes-base.scheduleTrigger", "typeVersion": 1, "parameters": {}},
        {
            "name": "To NAME",
            "type": "n8n-nodes-base.linkedIn",
            "typeVersion": 1,
            "credentials": {"linkedInApi": {"id": "1", "name": "NAME"}},
            "parameters": {"text": "Line\nNAME says"},
        },
        {"name": "Odd NAME", "type": "n8n-nodes-NAME.odd", "typeVersion": 1, "parameters": {"text": "NAME"}},
    ],
    "connections": {
        "At NAME's": {"main": [[{"node": "To NAME", "type": "main", "index": 0}, {"node": "Odd NAME", "type": "main"}]]}
    },
}

letters = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäéøłčжλ"), min_size=5, max_size=9)


def planted(text: str, name: str) -> str:
    return text.replace("NAME", name)


@settings(max_examples=6, deadline=None)
@given(name=letters.map(lambda each: f"Xq{each}"), is_escaped=st.booleans())
def test_no_name_is_left_wherever_it_was_planted(
    name: str, is_escaped: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("setup")
    below = folder / f"of-{name}"
    below.mkdir()
    (below / f"{name}.yml").write_text(planted(SETUP, name), encoding="utf-8")
    (below / "flow.json").write_text(json.dumps(json.loads(planted(json.dumps(FLOW), name)), ensure_ascii=is_escaped))
    (folder / "sociable.toml").write_text(
        f'[[suppress]]\nfile = "**/*.json"\nsays = "ignore[said-again, no-off-switch] -- {name} knows"\n',
        encoding="utf-8",
    )
    found = examine(Request((str(folder),)))
    assert name.casefold() in markdown(compose(found, wishes()), built_in()).casefold()
    contents = [Redaction(found, built_in()).of(compose(found, wishes()))]
    reports, index = per_client(found, wishes(), "folders", "html", [])
    ours, own_index = Redaction(found, built_in()).of_clients(
        {file: each.content for file, each in reports.items()}, index, "html"
    )
    assert name.casefold() not in " ".join((*ours, *(each.file for each in own_index.clients))).casefold()
    for content in (*contents, *ours.values()):
        for page in (html(content, built_in()), markdown(content, built_in())):
            assert name.casefold() not in page.casefold()
            assert "xqaaaaaa" not in page.casefold()
    assert name.casefold() not in html(own_index, built_in()).casefold()
    page = markdown(contents[0], built_in())
    assert "@townhall" in page
    assert not re.search("‹[^›]*‹", page)


def test_names_in_what_is_gone_since_the_last_report_are_taken_out_too(tmp_path: Path) -> None:
    text = (
        "accounts: {shop: {platform: x, handle: '@shop', run_by: business}}\n"
        "automations: [{id: greets-xqolga, account: shop, when: followed, do: [dm: Hello, follow: event.user]},\n"
        "  {id: again-xqolga, account: shop, when: followed, do: [dm: Hello]}]\n"
    )
    last = tmp_path / "last.json"
    last.write_text(written("report", examined(text).report, "json"))
    now = examined("accounts: {shop: {platform: x, handle: '@shop', run_by: business}}\n")
    content = compose(now, wishes(last=last_report(str(last))))
    assert any("xqolga" in each for each in texts_of(content))
    assert not any("xqolga" in each for each in texts_of(Redaction(now, built_in()).of(content)))


def test_words_of_the_vocabulary_are_nobodys_name() -> None:
    text = (
        "accounts:\n  shop: {platform: x, handle: '@shop', kind: user, run_by: business, operator: none,\n"
        "    pause: official, inbox: {read_by: community}}\n"
        "automations: [{id: followed, account: shop, when: followed, do: [follow: event.user, dm: welcome]}]\n"
    )
    found = examined(text)
    whole = compose(found, wishes())
    assert "‹" not in " ".join(texts_of(Redaction(found, built_in()).of(whole))).replace("‹name of @stranger›", "")
