"""What accounts are called in a report, also those to which nobody has given a name."""

import json
import re

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.client_report.wording.titles import account_name
from sociable.pipeline import Request, examine

from tests.client_report.reports import facts_of, report_of, wishes


def exported(node: str, credential: str = "") -> Request:
    part = {"name": "P", "type": f"n8n-nodes-base.{node}", "typeVersion": 1, "parameters": {"text": "Hi"}}
    if credential:
        part["credentials"] = {f"{node}Api": {"id": "1", "name": credential}}
    start = {"name": "T", "type": "n8n-nodes-base.scheduleTrigger", "typeVersion": 1, "parameters": {}}
    joined = {"T": {"main": [[{"node": "P", "type": "main", "index": 0}]]}}
    return Request((), ("a.json", json.dumps({"name": "A", "nodes": [start, part], "connections": joined}).encode()))


@pytest.mark.parametrize(
    ("node", "credential", "called"),
    [
        ("linkedIn", "", "the LinkedIn account"),
        ("linkedIn", "Page of the shop", "the LinkedIn account (Page of the shop)"),
        ("linkedIn", "linkedInOAuth2Api account", "the LinkedIn account"),
        ("linkedIn", "linkedInOAuth2Api Credential", "the LinkedIn account"),
        ("linkedIn", "uploadPostApi Credential", "the LinkedIn account (upload Post)"),
        ("emailSend", "", "the e-mail account"),
    ],
)
def test_an_account_without_a_name_is_called_by_where_it_is(node: str, credential: str, called: str) -> None:
    examined = examine(exported(node, credential))
    (account,) = examined.facts.accounts
    assert account_name(account, built_in()) == called
    content = compose(examined, wishes())
    assert content.accounts[0].name == called
    assert content.picture.boxes[0].title == called


def test_one_that_says_what_it_is_called_is_called_so() -> None:
    said = facts_of("accounts: {linkedin: {platform: linkedin}, x: {platform: x, handle: '@shop'}}\n").accounts
    assert [account_name(each, built_in()) for each in said] == ["“linkedin”", "@shop"]
    assert [account_name(each, built_in()) for each in examine(exported("slack", "Team")).facts.accounts] == [
        "the Slack account (Team)"
    ]


def test_a_name_that_may_be_that_of_the_whole_firm_stands_with_its_platform() -> None:
    said = facts_of(
        "accounts: {a: {platform: linkedin, handle: Fern Hill Garden}, b: {platform: reddit, handle: u/fern}, "
        "c: {platform: facebook, handle: the rose bed}, d: {handle: Oak}}\n"
    ).accounts
    assert [account_name(each, built_in()) for each in said] == [
        "“Fern Hill Garden” (LinkedIn)",
        "u/fern",
        "“the rose bed” (Facebook)",
        "“Oak”",
    ]
    text = (
        "accounts: {a: {platform: discord, handle: Rovers, kind: bot, inbox: unread}}\nautomations:\n"
        "  - {id: one, account: a, when: joined, do: [dm: Welcome to the ground]}\n"
    )
    page = html(report_of(text), built_in())
    assert "“Rovers” (Discord) writes in private" in page
    assert not re.search(r"“Rovers”(?! \(Discord\)|…)", page)
    assert "(Discord) (Discord)" not in page


def test_a_loop_calls_its_stations_as_the_rest_of_the_report_does() -> None:
    content = report_of(
        "accounts: {a: {platform: x, handle: '@a'}, b: {platform: x, handle: '@b'}}\nautomations:\n"
        "  - {id: one, title: Thanks, account: a, when: followed, do: [follow: event.user]}\n"
        "  - {id: two, account: b, when: followed, do: [follow: event.user]}\n"
    )
    loops = [
        found.loop
        for gravity in content.gravities
        for group in gravity.groups
        for found in group.findings
        if found.loop
    ]
    assert {(step.automation, step.account) for step in loops[0]} == {("Thanks", "@a"), ("two", "@b")}


def test_a_number_of_a_telephone_is_no_name_of_a_firm() -> None:
    (account,) = facts_of("accounts:\n  a: {platform: whatsapp, handle: '+44 1632 960450'}\nautomations: []\n").accounts
    assert account_name(account, built_in()) == "+44 1632 960450"
