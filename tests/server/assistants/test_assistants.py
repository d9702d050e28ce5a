"""A real assistant's client that talks to a real server."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import TextContent
from sociable.errors import BadConfig, NotThere
from sociable.server.assistants.instructions import EXAMPLE, INSTRUCTIONS
from sociable.server.assistants.project_root import ProjectRoot
from sociable.vocabulary.verbs import VERBS

from tests.calls import OUR_CODE

SHAMING = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: name-them
    account: shop
    when: unfollowed
    do:
      - post: "{{ event.user.name }} left us"
"""
WATCHER = """\
import os, sys
def note(line):
    with open(os.environ["WATCHED"], "a") as file:
        file.write(line)
def watch(event, arguments):
    outside = event == "open" and os.environ["OUTSIDE"] in os.path.realpath(str(arguments[0]))
    if outside or event in ("socket.connect", "socket.bind"):
        note(f"{event} {arguments}\\n")
note("watching\\n")
sys.addaudithook(watch)
"""


def ask(folder: Path, work: Callable[[Client], Awaitable[None]], **surroundings: str) -> None:
    """Start a server for a folder, and let a client talk to it."""

    async def talk() -> None:
        path = os.pathsep.join([*filter(None, [surroundings.pop("path", "")]), OUR_CODE])
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "sociable", "mcp", "--project", str(folder)],
            env={**os.environ, **surroundings, "PYTHONPATH": path},
        )
        async with Client(stdio_client(server)) as client:
            await work(client)

    asyncio.run(talk())


async def structured(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    content: dict[str, Any] | None = result.structured_content
    assert content is not None
    return content


async def refusal(client: Client, tool: str, **arguments: Any) -> str:
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    return str(getattr(result.content[0], "text", ""))


def rules(checked: dict[str, Any]) -> set[str]:
    return {each["rule"] for each in checked["findings"]}


def test_an_assistant_is_told_what_it_can_ask(tmp_path: Path) -> None:
    async def work(client: Client) -> None:
        tools = {each.name: each for each in (await client.list_tools()).tools}
        assert set(tools) == {"check", "explain", "rehearse", "words"}
        for tool in tools.values():
            assert tool.description
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert all(each["description"] for each in tool.input_schema["properties"].values())
        assert client.instructions == INSTRUCTIONS

    ask(tmp_path, work)


def test_a_text_is_checked_alone(tmp_path: Path) -> None:
    async def work(client: Client) -> None:
        checked = await structured(client, "check", text=SHAMING)
        finding = next(each for each in checked["findings"] if each["rule"] == "unfollow-shaming")
        assert (finding["line"], finding["severity"]) == (9, "error")
        assert all(finding[key] for key in ("message", "people_see", "why", "do", "source"))
        assert checked["automations"] == 1
        told = await structured(client, "check", text=EXAMPLE)
        assert [each for each in told["findings"] if each["severity"] != "info"] == []

    ask(tmp_path, work)


def test_a_text_stands_for_a_file_of_the_project(tmp_path: Path) -> None:
    accounts, automations = SHAMING.split("automations:")
    (tmp_path / "accounts.yml").write_text(accounts, encoding="utf-8")
    (tmp_path / "sociable.toml").write_text('ignore = ["unfollow-shaming"]\n', encoding="utf-8")

    async def work(client: Client) -> None:
        text = "sociable: 1\nautomations:" + automations
        assert "unknown-account" in rules(await structured(client, "check", text=text))
        checked = await structured(client, "check", text=text, path="more/new.yml")
        assert not {"unknown-account", "unfollow-shaming"} & rules(checked)
        (tmp_path / "automations.yml").write_text(text, encoding="utf-8")
        whole = await structured(client, "check")
        assert whole["files"] == ["accounts.yml", "automations.yml"]
        assert (await structured(client, "check", path="automations.yml"))["automations"] == 1

    ask(tmp_path, work)


def test_rules_are_explained_events_played_and_words_listed(tmp_path: Path) -> None:
    async def work(client: Client) -> None:
        page = (await structured(client, "explain", name="unfollow-shaming"))["result"]
        assert "## What people see" in page
        assert "**Event.**" in (await structured(client, "explain", name="followed"))["result"]
        assert "Did you mean `bulk-dm`?" in await refusal(client, "explain", name="bulk-dmm")
        played = (await structured(client, "rehearse", event="unfollowed", text=SHAMING))["result"]
        assert "@shop posts in public" in played
        assert "unfollowed" in await refusal(client, "rehearse", event="unfolowed", text=SHAMING)
        words = (await structured(client, "words", sort="verb"))["result"]
        assert [each["word"] for each in words] == list(VERBS)
        assert all(each["meaning"] for each in words)

    ask(tmp_path, work)


def test_nothing_outside_of_the_project_is_read_and_no_connection_made(tmp_path: Path) -> None:
    outside, project, watched = tmp_path / "outside-secret", tmp_path / "project", tmp_path / "watched"
    for folder in (outside, project, tmp_path / "site"):
        folder.mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(WATCHER, encoding="utf-8")
    (outside / "a.yml").write_text(SHAMING, encoding="utf-8")
    (project / "link.yml").symlink_to(outside / "a.yml")
    (project / "folder").symlink_to(outside)

    async def work(client: Client) -> None:
        for path in ("../outside-secret/a.yml", str(outside / "a.yml"), "link.yml", "folder/a.yml", "folder"):
            for tool, more in (("check", {}), ("rehearse", {"event": "unfollowed"})):
                assert "outside of the project" in await refusal(client, tool, path=path, **more)
        assert "outside of the project" in await refusal(client, "check", path="../outside-secret/b.yml", text=SHAMING)
        assert (await structured(client, "check"))["files"] == []
        assert "unfollow-shaming" in rules(await structured(client, "check", text=SHAMING))

    ask(project, work, path=str(tmp_path / "site"), OUTSIDE="outside-secret", WATCHED=str(watched))
    assert watched.read_text(encoding="utf-8") == "watching\n"


@pytest.mark.parametrize(
    "line", ['rules = ["../outside"]', 'baseline = "../outside/b.json"', 'extends = "../house.toml"']
)
def test_a_configuration_that_leads_out_of_the_project_is_refused(tmp_path: Path, line: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "house.toml").write_text('profile = "strict"\n', encoding="utf-8")
    (project / "sociable.toml").write_text(f"{line}\n", encoding="utf-8")

    async def work(client: Client) -> None:
        assert "--project" in await refusal(client, "check", text=SHAMING)
        assert "--project" in await refusal(client, "explain", name="bulk-dm")

    ask(project, work)


@pytest.mark.parametrize("line", ["token = 1", "[", 'extends = "../house.toml"', 'profile = "of ours"'])
@pytest.mark.parametrize("how", ["extends", "a link", "a link further down"])
def test_of_a_file_outside_of_the_project_nothing_is_told(tmp_path: Path, line: str, how: str) -> None:
    project = tmp_path / "project"
    (project / "down").mkdir(parents=True)
    (project / "down" / "a.yml").write_text(SHAMING, encoding="utf-8")
    outside = tmp_path / "outside.toml"
    outside.write_text(f"{line}\n", encoding="utf-8")
    if how == "extends":
        (project / "sociable.toml").write_text('extends = "../outside.toml"\n', encoding="utf-8")
    else:
        (project / ("down" if how == "a link further down" else "") / "sociable.toml").symlink_to(outside)
    root = ProjectRoot(str(project))
    with pytest.raises(BadConfig) as wrong:
        root.examined(root.request("", ""))
    assert [each.message for each in wrong.value.problems] == [
        "this lies outside of the project, and nothing there is read"
    ]


@pytest.mark.parametrize("line", ["token = 1", "[", 'ignore = ["courtesy"]'])
def test_what_is_configured_further_up_is_not_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "sociable.toml").write_text(f"{line}\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.sociable]\nignore = ['courtesy']\n", encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.yml").write_text(SHAMING, encoding="utf-8")
    root = ProjectRoot(str(project))
    (found,) = root.examined(root.request("", ""))
    assert "unfollow-shaming" in {each.rule for each in found.report.findings}
    assert root.own_rules() == ()


KEY = "ghp_" + "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYzAbC"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [(KEY, "*" * len(KEY)), ("a\u202eb", "a\\u{202e}b"), ("\u2066c\x1b[31m", "\\u{2066}c\\u{1b}[31m")],
)
def test_what_is_told_is_safe_to_show(tmp_path: Path, hostile: str, shown: str) -> None:
    quoted = json.dumps(hostile)
    text = SHAMING.replace("name-them", quoted).replace('"@shop"', json.dumps(f"@{hostile}"))

    async def work(client: Client) -> None:
        told = json.dumps(await structured(client, "check", text=text), ensure_ascii=False)
        assert hostile not in told
        assert json.dumps(shown)[1:-1] in told
        played = await client.call_tool("rehearse", {"event": "unfollowed", "text": text})
        texts = [each.text for each in played.content if isinstance(each, TextContent)]
        assert texts
        assert not any(hostile in each for each in texts)

    ask(tmp_path, work)


def test_a_configuration_that_makes_no_sense_is_told(tmp_path: Path) -> None:
    (tmp_path / "sociable.toml").write_text("ignor = []\n", encoding="utf-8")

    async def work(client: Client) -> None:
        assert "there is no setting `ignor`" in await refusal(client, "check", text=SHAMING)

    ask(tmp_path, work)


def test_what_no_file_can_be_is_refused_and_the_folder_itself_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "shop.yml").write_text(SHAMING, encoding="utf-8")

    async def work(client: Client) -> None:
        assert "no file can have such a name" in await refusal(client, "check", path="a\0.yml")
        for path in (".", "shop.yml/more.yml"):
            assert "is no file and cannot be one" in await refusal(client, "check", path=path, text=SHAMING)
        assert "unfollow-shaming" in rules(await structured(client, "check", path="."))
        assert "unfollow-shaming" in rules(await structured(client, "check", path="new/a.yml", text=SHAMING))
        nothing = "sociable: 1\nautomations: []\n"
        assert "nothing to rehearse: no automations" in await refusal(
            client, "rehearse", event="followed", text=nothing
        )

    ask(tmp_path, work)


def test_a_name_in_letters_that_cannot_be_encoded_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="no file can have such a name"):
        ProjectRoot(str(tmp_path)).request("", "\ud800.yml")
