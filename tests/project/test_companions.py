"""What a file of ours states about exports: joined to them, and told where it names nothing that is there."""

import json
import re
from collections.abc import Callable
from functools import partial
from textwrap import dedent
from typing import Any

import pytest
from sociable.files.contents import contents_of
from sociable.findings.finding import Finding
from sociable.pipeline import Request, judged
from sociable.project.load import Project, read_file, together

from tests.lines_run import grown, lines_run
from tests.readers.n8n.exports import line, node

BOT = line(
    node("Message", "telegramTrigger", {"updates": ["message"]}, credentials={"telegramApi": {"name": "Main bot"}}),
    node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "Answer kindly."}),
    node(
        "Answer",
        "telegram",
        {"chatId": "={{ $('Message').item.json.message.chat.id }}", "text": "={{ $json.output }}"},
        credentials={"telegramApi": {"name": "Main bot"}},
    ),
    name="Support",
)
TABLE = line(
    node("Daily", "scheduleTrigger", {"rule": {"interval": [{"field": "days"}]}}),
    node("People", "googleSheets", {"sheetName": {"cachedResultName": "Leads"}, "documentId": {"value": "x"}}),
    node(
        "Write",
        "gmail",
        {"sendTo": "={{ $json.email }}", "subject": "Hello", "message": "Our new course is here."},
        version=2.1,
    ),
    name="Round mail",
)
COUNCIL = """
sociable: 1
accounts:
  council: {platform: telegram, handle: "@council_bot", automated_label: true, inbox: {read_by: press office}}
  page: {platform: facebook, handle: "Council"}
lists:
  subscribers: {came_by: form, agreed_to: news, out_by: [link]}
"""


FILM = line(
    node("Daily", "scheduleTrigger", {"rule": {"interval": [{"field": "days"}]}}),
    node("Up", "@blotato/n8n-nodes-blotato.blotato", {"platform": "tiktok", "postContentText": "Hello"}),
    name="Films",
)


def project(stated: str, exports: dict[str, Any], companion: str = "client/who.yml") -> Project:
    files = {name: json.dumps(each) for name, each in exports.items()} | {companion: COUNCIL + stated}
    return together(
        [read_file(name, True, partial(contents_of, text.encode())) for name, text in sorted(files.items())]
    )


def said(read: Project) -> list[tuple[str, str]]:
    return [(each.message, each.advice) for each in read.problems]


def test_a_credential_is_an_account_of_ours() -> None:
    read = project("imports: [{accounts: {Main bot: council}}]", {"client/bot.json": BOT})
    assert said(read) == []
    (automation,) = read.setup.automations
    assert [each.name for each in automation.accounts] == ["council"]
    assert [each.id.name for each in read.setup.accounts] == ["council", "page"]


def test_what_the_export_knows_of_the_account_is_kept() -> None:
    read = project("imports: [{accounts: {Main bot: council}}]", {"client/bot.json": BOT})
    assert {each.id.name: each.kind for each in read.setup.accounts} == {"council": "bot", "page": "unstated"}


def test_what_a_person_approves_is_approved() -> None:
    before = judged(project("", {"client/bot.json": BOT}), Request(()))
    after = judged(project("imports: [{approved: {Answer: press office}}]", {"client/bot.json": BOT}), Request(()))
    assert "unreviewed-ai-reply" in {each.rule for each in before.findings}
    assert "unreviewed-ai-reply" not in {each.rule for each in after.findings}


def test_a_table_is_a_list_of_ours() -> None:
    read = project("imports: [{lists: {Leads: subscribers}}]", {"client/mail.json": TABLE})
    assert said(read) == []
    kinds = [(each.target.kind, each.target.name) for each in read.setup.automations[0].steps if each.target]
    assert kinds == [("list", "subscribers")]


def test_only_files_that_fit_are_meant() -> None:
    exports = {"client/bot.json": BOT, "other/bot.json": {**BOT, "name": "Other"}}
    read = project("imports: [{accounts: {Main bot: council}}]", exports)
    accounts = {each.title: each.accounts[0].name for each in read.setup.automations}
    assert accounts == {"Support": "council", "Other": "telegram (Main bot)"}
    read = project("imports: [{files: '../**/bot.json', accounts: {Main bot: council}}]", exports)
    assert {each.accounts[0].name for each in read.setup.automations} == {"council"}


WRONG = {
    "accounts: {Main bat: council}": (
        "`Main bat` is no credential or account that these files use",
        "Did you mean `Main bot`?",
    ),
    "accounts: {Main bot: counsil}": ("`counsil` is no account under `accounts:`", "Did you mean `council`?"),
    "accounts: {Main bot: page}": (
        "`page` is on Facebook, and `Main bot` on Telegram",
        "Name an account on the same platform.",
    ),
    "approved: {Anser: us}": ("`Anser` is no node that does something", "Did you mean `Answer`?"),
    "lists: {Leads: subscribers}": ("`Leads` is no table that something here reads", ""),
    "files: bto.json": ("no file of another tool that was read fits `bto.json`", "Did you mean `bot.json`?"),
}


@pytest.mark.parametrize("stated", WRONG)
def test_what_names_nothing_is_told_at_its_place(stated: str) -> None:
    read = project(f"imports: [{{{stated}}}]", {"client/bot.json": BOT})
    assert said(read) == [WRONG[stated]]
    assert read.problems[0].span.path == "client/who.yml"


def test_without_exports_nothing_is_asked() -> None:
    assert said(project("imports: [{accounts: {Main bot: council}}]", {})) == []


def test_what_an_import_may_say_is_checked() -> None:
    (problem,) = project("imports: [{acounts: {Main bot: council}}]", {}).problems
    assert (problem.message, problem.advice) == ("an import takes no key `acounts`", "Did you mean `accounts`?")


def test_open_facts_of_exports_name_the_companion() -> None:
    report = judged(project("", {"client/bot.json": BOT}), Request(()))
    (found,) = [each for each in report.findings if each.rule == "open-facts"]
    assert found.advice.startswith(
        "Add what you know: in a companion file beside the export, the lines `sociable: 1`, "
    )


@pytest.mark.parametrize("export", [BOT, TABLE, FILM], ids=["bot", "table", "film"])
def test_the_lines_of_a_companion_that_are_advised_answer_what_is_open(export: dict[str, Any]) -> None:
    def found(files: dict[str, str]) -> list[Finding]:
        read = together([read_file(name, True, partial(contents_of, text.encode())) for name, text in files.items()])
        return [each for each in judged(read, Request(())).findings if each.rule in ("open-facts", "not-understood")]

    files = {"client/bot.json": json.dumps(export)}
    (asked,) = found(files)
    begin = asked.advice.partition(". What may stand there")[0]
    lines = re.findall("`([^`]+)`", begin)
    assert (
        found(
            files
            | {"client/who.yml": "\n".join(lines).replace("publishing: …", "publishing: true").replace("…", "news")}
        )
        == []
    )


def test_places_of_which_all_was_told_are_only_named() -> None:
    text = """
    sociable: 1
    accounts:
      north: {platform: facebook}
      south: {platform: facebook, inbox: {read_by: Kim}}
    automations:
      - id: news
        account: [north, south]
        when: {event: schedule, every: 1 day}
        do:
          - fetch: {tip: rows("tips")}
          - post: "{{ tip.text }}"
    """
    read = together([read_file("a.yml", True, partial(contents_of, dedent(text).encode()))])
    (found,) = [each for each in judged(read, Request(())).findings if each.rule == "open-facts"]
    assert [each.label for each in found.related] == ["`south` is here"]


def test_a_key_in_an_export_is_told_in_the_words_of_its_tool_and_in_ours_elsewhere() -> None:
    key = "Bearer " + "4bCdEfGh1jKlMn0pQrStUvWxYz"
    leaky = line(*BOT["nodes"], node("Call", "httpRequest", {"value": key}), name="Support")
    report = judged(project(f"# {key}\n", {"client/bot.json": leaky}), Request(()))
    found = {each.span.path: each.advice for each in report.findings if each.rule == "secret-in-file"}
    assert "where n8n keeps passwords" in found.pop("client/bot.json")
    assert "secrets." in found.pop("client/who.yml")
    assert not found


def names_that_are_not_there(count: int) -> Project:
    """A statement of many names, about a file that holds as many others."""
    names = ", ".join(f"Answers{at}: press" for at in range(count))
    sent = [node(f"Send {at}", "telegram", {"chatId": "1", "text": "Hello"}) for at in range(count)]
    return project(f"imports:\n  - {{approved: {{{names}}}}}\n", {"client/w.json": line(*BOT["nodes"][:1], *sent)})


def entries_about_all_files(count: int) -> Project:
    """Many entries, each about each of as many files."""
    entries = "  - {files: ['*.json'], accounts: {Main bot: council}}\n" * count
    return project(f"imports:\n{entries}", {f"client/w{at}.json": FILM for at in range(count)})


@pytest.mark.parametrize(("sent", "few"), [(names_that_are_not_there, 120), (entries_about_all_files, 300)])
def test_what_is_stated_costs_no_square(sent: Callable[[int], Project], few: int) -> None:
    sent(few)  # what is only done once in a process
    small, large = (lines_run(partial(sent, count)) for count in (few, 2 * few))
    assert not grown(small, large, 200 * few)


def test_entries_that_speak_of_the_same_files_again_and_again_are_told_from_the_first_that_does_not_count() -> None:
    said_first = "  - {accounts: {Main bot: council}}\n"
    read = project(f"imports:\n{said_first * 9000}", {"client/w.json": BOT})
    told = [each for each in read.problems if "again and again" in each.message]
    assert len(told) == 1
    assert told[0].span.source.position(told[0].span.start)[0] > 1000
    assert "one may name many files" in told[0].advice
    (automation,) = read.setup.automations
    assert automation.accounts[0].name == "council"


def test_an_account_of_ours_knows_what_exports_call_it() -> None:
    made = project("imports: [{accounts: {Main bot: council}}]\n", {"client/a.json": BOT})
    credentials = {each.id.name: each.credentials for each in made.setup.accounts}
    assert credentials == {"council": {"Main bot"}, "page": set()}
