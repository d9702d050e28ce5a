"""Each thing an editor can ask, asked by a real client of a real server."""

import os
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.server.editor.editors import Editor, edit

TEXT = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@😀shop"}
automations:
  - {id: a, title: "😀", account: shop, when: unfollowed, do: [post: "{{ event.user.name }} left"]}
"""
LINE = TEXT.splitlines()[4]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def at(uri: str, word: str) -> dict[str, Any]:
    place = lsp.Position(4, units(LINE[: LINE.index(word)]) + 1)
    return {"text_document": lsp.TextDocumentIdentifier(uri), "position": place}


def test_every_request_is_answered_with_places_in_the_units_of_the_editor(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "a.yml", TEXT)
        await editor.until(lambda: any(each.code == "unfollow-shaming" for each in editor.found.get(uri, [])))

        hover = await editor.client.text_document_hover_async(lsp.HoverParams(**at(uri, "unfollowed")))
        assert hover is not None
        assert hover.range is not None
        assert hover.range.start.character == units(LINE[: LINE.index("unfollowed")])
        assert "stops following" in getattr(hover.contents, "value", "")

        offered = await editor.client.text_document_completion_async(lsp.CompletionParams(**at(uri, "unfollowed")))
        assert isinstance(offered, lsp.CompletionList)
        followed = next(each for each in offered.items if each.label == "followed")
        assert isinstance(followed.text_edit, lsp.TextEdit)
        assert followed.text_edit.range == hover.range

        place = await editor.client.text_document_definition_async(lsp.DefinitionParams(**at(uri, "shop")))
        assert isinstance(place, lsp.Location)
        assert (place.uri, place.range.start) == (uri, lsp.Position(2, 2))

        document = lsp.TextDocumentIdentifier(uri)
        symbols = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
        assert [each.name for each in symbols or ()] == ["shop", "a"]

        found = next(each for each in editor.found[uri] if each.code == "unfollow-shaming")
        context = lsp.CodeActionContext(diagnostics=[found])
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(document, found.range, context)
        )
        ignoring = next(each for each in actions or () if each.title == "Ignore `unfollow-shaming` here, with a reason")
        assert isinstance(ignoring, lsp.CodeAction)
        assert [each.code for each in ignoring.diagnostics or ()] == [found.code]
        assert ignoring.edit is not None
        assert ignoring.edit.changes is not None
        (change,) = ignoring.edit.changes[uri]
        assert change.range == lsp.Range(lsp.Position(4, 0), lsp.Position(4, 0))

    edit(tmp_path, work)


async def actions_at(editor: Editor, uri: str, rule: str) -> dict[str, lsp.CodeAction]:
    """What can be done about what a rule found, by title."""
    await editor.until(lambda: any(each.code == rule for each in editor.found.get(uri, [])))
    found = next(each for each in editor.found[uri] if each.code == rule)
    asked = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), found.range, lsp.CodeActionContext([found]))
    given = await editor.client.text_document_code_action_async(asked)
    return {each.title: each for each in given or () if isinstance(each, lsp.CodeAction) and each.edit is not None}


def test_what_only_people_know_is_asked_and_the_answer_ends_the_finding(tmp_path: Path) -> None:
    text = TEXT.replace("unfollowed", "followed").replace("post:", "dm:").replace("left", "hello")

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "a.yml", text)
        actions = await actions_at(editor, uri, "welcome-dm")
        question = actions["Do people agree to this by what starts it? Then write `agreed_to: …`"]
        assert question.edit is not None
        assert question.edit.changes is not None
        (change,) = question.edit.changes[uri]
        assert isinstance(change, lsp.TextEdit)
        assert change.new_text.strip(", ") == "agreed_to:"
        editor.type(uri, text.replace("do: [", "agreed_to: messages, do: ["))
        await editor.until(lambda: not any(each.code == "welcome-dm" for each in editor.found[uri]))

    edit(tmp_path, work)


def test_where_no_comment_can_stand_a_configuration_is_made_or_added_to(tmp_path: Path) -> None:
    export = '{"sociable": 1, "automations": [{"id": "a", "account": "b", "when": "followed", "do": ["follow"]}]}'
    config = tmp_path / "sociable.toml"
    title = "Ignore `unknown-account` here in sociable.toml, with a reason"

    async def made(editor: Editor) -> None:
        uri = editor.open(tmp_path / "a.json", export, "json")
        found = (await actions_at(editor, uri, "unknown-account"))[title].edit
        assert found is not None
        create, change = found.document_changes or ()
        assert isinstance(create, lsp.CreateFile)
        assert create.uri == config.as_uri()
        assert isinstance(change, lsp.TextDocumentEdit)
        config.write_text("".join(getattr(each, "new_text", "") for each in change.edits), encoding="utf-8")

    async def added(editor: Editor) -> None:
        editor.open(config, config.read_text(encoding="utf-8") + "# not saved\n", "toml")
        uri = editor.open(tmp_path / "b.json", export, "json")
        found = (await actions_at(editor, uri, "unknown-account"))[title].edit
        assert found is not None
        assert found.changes is not None
        (change,) = found.changes[config.as_uri()]
        assert change.range.start == lsp.Position(5, 0)

    edit(tmp_path, made)
    assert "[[suppress]]" in config.read_text(encoding="utf-8")
    (tmp_path / "b.json").write_text(export, encoding="utf-8")
    edit(tmp_path, added)


def test_what_is_wrong_with_an_entry_of_a_configuration_is_shown_and_fixed_as_it_is_typed(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(TEXT, encoding="utf-8")
    entry = '[[suppress]]\naccount = "shop"\nsays = "ignore[unfollow-shaming] -- they asked for it"\n'
    slips = f"{entry.replace(' -- ', ' - ')}\n{entry.replace('unfollow-shaming', 'welcome-dm')}"
    (tmp_path / "sociable.toml").write_text(entry, encoding="utf-8")

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "sociable.toml", slips, "toml")
        reason = (await actions_at(editor, uri, "malformed-suppression"))[
            "Write `ignore[unfollow-shaming] -- they asked for it` instead"
        ].edit
        unused = (await actions_at(editor, uri, "unused-suppression"))["Delete this entry"].edit
        assert reason is not None
        assert reason.changes is not None
        assert [each.new_text for each in reason.changes[uri]] == ['"ignore[unfollow-shaming] -- they asked for it"']
        assert unused is not None
        assert unused.changes is not None
        assert [each.new_text for each in unused.changes[uri]] == [""]
        editor.type(uri, entry)
        await editor.until(lambda: not editor.found[uri])

    edit(tmp_path, work)


FAULTY = """\
import sociable.server.editor.answers as answers
def hover(*_):
    raise RuntimeError("planned")
answers.hover = hover
"""


def test_a_fault_is_told_and_the_server_goes_on(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "a.yml", TEXT)
        await editor.until(lambda: uri in editor.found)
        with pytest.raises(JsonRpcException, match="planned"):
            await editor.client.text_document_hover_async(lsp.HoverParams(**at(uri, "shop")))
        editor.type(uri, TEXT.replace("post:", "notify:"))
        await editor.until(lambda: not any(each.code == "unfollow-shaming" for each in editor.found[uri]))
        assert any("internal error" in each for each in editor.messages)

    assert edit(tmp_path, work, path=str(tmp_path)) == 0


def test_a_document_that_was_never_opened_is_no_fault(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        for name in ("gone.yml", "sub/other.yml", "c d.yml"):
            editor.type((tmp_path / name).as_uri(), TEXT)
        uri = editor.open(tmp_path / "a.yml", TEXT)
        await editor.until(lambda: uri in editor.found)
        assert not any("internal error" in each for each in editor.messages)

    assert edit(tmp_path, work) == 0


BREAKING = """\
import sociable.server.editor.open_projects as projects
check = projects.check_root
def check_root(root, unsaved, memory):
    if any(b"break it" in text for text in unsaved.values()):
        raise RuntimeError("planned")
    return check(root, unsaved, memory)
projects.check_root = check_root
"""


def test_a_fault_while_a_project_is_checked_is_told_and_the_next_check_goes_well(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BREAKING, encoding="utf-8")

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "a.yml", TEXT + "# break it\n")
        await editor.until(lambda: any("RuntimeError: planned" in each for each in editor.messages))
        assert uri not in editor.found
        editor.type(uri, TEXT)
        await editor.until(lambda: editor.found.get(uri))

    assert edit(tmp_path, work, path=str(tmp_path)) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_what_is_not_open_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")

    async def work(editor: Editor) -> None:
        for path in (tmp_path / "pipe.yml", tmp_path / "missing.yml", Path("/dev/zero"), tmp_path):
            document = lsp.TextDocumentIdentifier(path.as_uri())
            symbols = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
            assert symbols == []
        assert editor.messages == []

    assert edit(tmp_path, work) == 0
