"""A key that stands in a file: where, of which account, what to do in that tool, and whose matter it is."""

import json
from typing import Any

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import answer, report_of, wishes
from tests.readers.n8n.exports import node, workflow

HAS_LOGIN = (
    "ask whoever set this up, or has the login of the service where it was made: they withdraw it there "
    "and make a new one"
)
KEEPER = f"{HAS_LOGIN}. Whoever keeps a.yml takes it out"
ANEW = " and has {} use the new one; until then that may stand still"
KEY = "Bearer IGQVJ" + "eX4mpl3zZ9" * 4
CALL = {
    "method": "POST",
    "url": "https://graph.instagram.com/v21.0/me/messages",
    "headerParameters": {"parameters": [{"name": "Authorization", "value": KEY}]},
    "bodyParameters": {"parameters": [{"name": "message", "value": "Hello"}]},
}
SHOP = "accounts:\n  shop: {platform: mastodon, handle: '@shop', pause: Ines, inbox: {read_by: Ines}}\n"


def of_n8n(*nodes: dict[str, Any], **more: Any) -> Content:
    ways = [(nodes[0]["name"], each["name"]) for each in nodes[1:]]
    written = json.dumps(workflow(list(nodes), *ways, name="Answers", **more))
    return compose(examine(Request((), ("answers.json", written.encode()))), wishes())


def test_a_key_in_an_export_is_told_first_with_step_account_file_and_what_to_do_there() -> None:
    content = of_n8n(node("Every day", "scheduleTrigger"), node("Send", "httpRequest", CALL))
    (found,) = content.at_once
    assert found.stands.text.startswith("in the step “Send” of “Answers” on the Instagram account (answers.json, line ")
    assert found.do == (
        (
            "Have it withdrawn at the service where it was made, because others may have seen it, and a new one "
            "made. Keep the new one where the tool keeps passwords, so that the file holds only its name."
        ),
    )
    in_tool = next(
        each.sentences
        for gravity in content.gravities
        for group in gravity.groups
        for each in group.passages
        if each.label == "in the tool"
    )
    assert in_tool[0].endswith("Keep the new one where n8n keeps passwords (its credentials).")
    assert found.ask == (
        f"{HAS_LOGIN}. Whoever keeps answers.json takes it out{ANEW.format('“Answers” on the Instagram account')}",
    )
    assert [each.text for each in answer(content, "who")][-1].startswith(f"For No. {found.number}: Ask whoever set")
    assert (content.numbers[0].amount, content.numbers[0].words) == (1, "to see to today")
    (first, *_) = [each.text for each in answer(content, "first") if each.text.startswith("See to this today")]
    assert first.endswith(f"(No. {found.number}), {found.stands.text}. {found.do[0]}")
    assert content.verdict[0].text.startswith("1 thing in the files has to be seen to today: ")
    assert content.verdict[0].text.endswith(f": {found.message} (No. {found.number}).")
    assert not any(each.text.startswith("Nothing has to stop now on") for each in answer(content, "first"))
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert page.count("Where it stands") == 2


def test_an_account_whose_key_stands_open_is_not_told_that_all_is_well() -> None:
    content = of_n8n(node("Every day", "scheduleTrigger"), node("Send", "httpRequest", CALL))
    (row,) = content.accounts
    assert content.at_once[0].number in row.findings
    assert content.at_once[0].number in row.automations[0].findings
    assert not any("No. 1" in each.text for each in content.otherwise.silent) if content.otherwise else True


@pytest.mark.parametrize(
    ("text", "stands", "ask"),
    [
        (
            (
                f"{SHOP}automations:\n  - account: shop\n    when: manual\n    id: news\n"
                "    do: [fetch: {news: 'https://shop:r4nd0m-w0rds@old.example/news'}, notify: '{{ news }}']\n"
            ),
            "in “news” on @shop (a.yml, line 8)",
            (f"{KEEPER}{ANEW.format('“news” on @shop')}",),
        ),
        (
            (
                "accounts:\n  shop: {platform: mastodon, handle: '@shop', pause: Ines, "
                "operator: 'https://shop:r4nd0m-w0rds@old.example/'}\n"
            ),
            "in what the file says of @shop (a.yml, line 3)",
            (KEEPER,),
        ),
        (
            (
                f"{SHOP}  # before: https://shop:r4nd0m-w0rds@old.example/post\nautomations:\n"
                "  - {id: news, account: shop, when: manual, do: [post: Hello]}\n"
            ),
            "in what the file says of @shop (a.yml, line 4)",
            (KEEPER,),
        ),
        (
            f"{SHOP}  other: {{platform: x, handle: '@other'}}\n# https://shop:r4nd0m-w0rds@old.example/post\n",
            "in a.yml, line 5, in a note that none of the automations here uses",
            (KEEPER,),
        ),
    ],
)
def test_a_key_stands_in_the_smallest_thing_that_a_file_describes_around_it(
    text: str, stands: str, ask: tuple[str, ...]
) -> None:
    (found,) = report_of(text).at_once
    assert (found.stands.text, found.ask) == (stands, ask)


RADIO = """accounts:
  # before: https://radio:r4nd0m-w0rds@old.example/post
  radio: {platform: discord, handle: night-radio, kind: bot, inbox: {read_by: the night shift}}
automations:
  - id: songs
    account: radio
    when: {event: feed_item, feed: "https://studio:gr33n-d00r-8812@intern.example/songs.xml"}
    do: [post: "Now: {{ event.item.title }}"]
  - {id: welcome, account: radio, when: joined, do: [dm: Welcome to Night Radio!]}
"""


def test_which_password_it_is_stands_with_the_finding_and_what_runs_beside_it_is_not_blamed() -> None:
    content = report_of(RADIO)
    assert [each.message for each in content.at_once] == [
        "a password in a web address (of “radio” for old.example) stands in plain sight",
        "a password in a web address (of “studio” for intern.example) stands in plain sight",
    ]
    assert [each.text.split(":")[0] for each in content.verdict] == [
        "1 thing has to stop now",
        "2 things in the files have to be seen to today",
    ]
    assert answer(content, "fine")[0].text == (
        "In 1 of 2 automations nothing was found. On “night-radio”: “songs” (but what stands in its part of the file "
        "is not: No. 3)."
    )
    assert ["No. 3" in each.reasons[0] for account in content.merits for each in account.automations] == [True]
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "To stop or to see to" in page
        assert "r4nd0m" not in page
        assert "gr33n" not in page
