"""What an editor underlines, told by a real server to a real client."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from sociable.server.editor.diagnostics import diagnostics
from sociable.server.editor.open_projects import FragmentMemory, check_root

from tests.authoring.test_page_tests import RULE, page
from tests.server.editor.editors import Editor, edit

N8N = Path(__file__).parents[2] / "readers" / "n8n" / "cases" / "scraped-people-kept" / "flow.json"
ACCOUNT = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", automated_label: true, operator: "@jo", inbox: {read_by: us}, pause: jo}
"""
AUTOMATION = """\
automations:
  - id: name-them
    account: shop
    when: unfollowed
    do:
      - post: "{{ event.user.name }} left us"
"""
SHAMING = ACCOUNT + AUTOMATION
LOOP = """\
sociable: 1
accounts:
  bakery: {platform: x, handle: "@bakery"}
  cafe: {platform: x, handle: "@cafe"}
automations:
  - {id: bakery-follows-back, account: bakery, when: followed, do: [follow: event.user]}
  - {id: cafe-follows-back, account: cafe, when: followed, do: [follow: event.user]}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(editor: Editor, uri: str) -> set[object]:
    return {each.code for each in editor.found.get(uri, [])}


def test_what_is_wrong_is_underlined_while_it_is_typed_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    path = write(tmp_path / "shop.yml", SHAMING)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, uri))
        shaming = next(each for each in editor.found[uri] if each.code == "unfollow-shaming")
        assert shaming.severity == lsp.DiagnosticSeverity.Error
        assert shaming.source == "sociable"
        assert shaming.range.start.line == 8
        assert shaming.code_description is not None
        assert Path(shaming.code_description.href.removeprefix("file://")).is_file()
        editor.type(uri, SHAMING.replace("post:", "notify:"))
        await editor.until(lambda: "unfollow-shaming" not in codes(editor, uri))

    assert edit(tmp_path, work) == 0


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [
        (lsp.PositionEncodingKind.Utf16, (18, 25)),
        (lsp.PositionEncodingKind.Utf8, (20, 27)),
        (lsp.PositionEncodingKind.Utf32, (17, 24)),
    ],
)
def test_columns_are_counted_as_the_editor_counts_them(
    tmp_path: Path, encoding: lsp.PositionEncodingKind, columns: tuple[int, int]
) -> None:
    text = 'sociable: 1\naccounts: {"\U0001f600": {platfrm: x}}\n'

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "new.yml", text)
        await editor.until(lambda: editor.found.get(uri))
        found = [(each.range.start.character, each.range.end.character) for each in editor.found[uri]]
        assert columns in found

    edit(tmp_path, work, [encoding])


def test_other_files_of_the_project_count_as_they_stand_in_the_editor(tmp_path: Path) -> None:
    accounts = write(tmp_path / "accounts.yml", ACCOUNT.replace("platform: x", "platform: x, kind: person"))
    automations = write(tmp_path / "more" / "automations.yml", "sociable: 1\n" + AUTOMATION)

    async def work(editor: Editor) -> None:
        uri = editor.open(automations)
        await editor.until(lambda: codes(editor, uri) and "unknown-account" not in codes(editor, uri))
        other = editor.open(accounts)
        editor.type(other, ACCOUNT.replace("shop:", "store:"))
        await editor.until(lambda: "unknown-account" in codes(editor, uri))
        editor.close(other)
        await editor.until(lambda: "unknown-account" not in codes(editor, uri))

    edit(tmp_path, work)


def test_a_file_that_is_not_saved_yet_belongs_to_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "accounts.yml", ACCOUNT)

    async def work(editor: Editor) -> None:
        uri = editor.open(tmp_path / "new.yml", "sociable: 1\n" + AUTOMATION)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, uri))
        assert "unknown-account" not in codes(editor, uri)

    edit(tmp_path, work)


def test_each_project_goes_by_its_own_configuration(tmp_path: Path) -> None:
    write(tmp_path / "one" / "sociable.toml", 'ignore = ["unfollow-shaming"]\n')
    ignoring = write(tmp_path / "one" / "a.yml", SHAMING)
    telling = write(tmp_path / "two" / "b.yml", SHAMING)

    async def work(editor: Editor) -> None:
        one, two = editor.open(ignoring), editor.open(telling)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, two))
        await editor.until(lambda: one in editor.found)
        assert "unfollow-shaming" not in codes(editor, one)

    edit(tmp_path, work)


def test_a_configuration_that_makes_no_sense_is_underlined(tmp_path: Path) -> None:
    config = write(tmp_path / "sociable.toml", "ignor = []\n")
    path = write(tmp_path / "a.yml", SHAMING)

    async def work(editor: Editor) -> None:
        editor.open(path)
        await editor.until(lambda: "not-understood" in codes(editor, config.as_uri()))
        assert "ignore" in editor.found[config.as_uri()][0].message

    edit(tmp_path, work)


def test_the_steps_of_a_loop_are_places_to_go_to(tmp_path: Path) -> None:
    path = write(tmp_path / "loop.yml", LOOP)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "auto-follow-loop" in codes(editor, uri))
        loop = next(each for each in editor.found[uri] if each.code == "auto-follow-loop")
        lines = [each.location.range.start.line for each in loop.related_information or ()]
        assert {5, 6} <= set(lines)
        assert {each.location.uri for each in loop.related_information or ()} == {uri}

    edit(tmp_path, work)


def test_what_is_no_automation_file_is_left_alone(tmp_path: Path) -> None:
    other = write(tmp_path / "other.yml", "a: [\n")
    path = write(tmp_path / "shop.yml", SHAMING)

    async def work(editor: Editor) -> None:
        alone = editor.open(other)
        uri = editor.open(path)
        await editor.until(lambda: codes(editor, uri))
        assert alone not in editor.found

    edit(tmp_path, work)


def test_an_export_of_another_tool_is_judged_too(tmp_path: Path) -> None:
    path = write(tmp_path / "flow.json", N8N.read_text(encoding="utf-8"))

    async def work(editor: Editor) -> None:
        uri = editor.open(path, language="json")
        await editor.until(lambda: codes(editor, uri))

    edit(tmp_path, work)


def test_a_file_without_a_folder_is_judged_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "shop.yml", SHAMING)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, uri))
        editor.close(uri)
        await editor.until(lambda: not codes(editor, uri))

    edit(None, work)


def test_files_that_change_on_the_disk_are_read_again(tmp_path: Path) -> None:
    path = write(tmp_path / "automations.yml", "sociable: 1\n" + AUTOMATION)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "unknown-account" in codes(editor, uri))
        await editor.until(lambda: editor.watching == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES])
        accounts = write(tmp_path / "accounts.yml", ACCOUNT)
        event = lsp.FileEvent(accounts.as_uri(), lsp.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: "unknown-account" not in codes(editor, uri))

    edit(tmp_path, work)


def test_a_configuration_counts_as_soon_as_it_is_saved(tmp_path: Path) -> None:
    config = write(tmp_path / "sociable.toml", "")
    path = write(tmp_path / "a.yml", SHAMING)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, uri))
        write(config, 'ignore = ["unfollow-shaming"]\n')
        editor.save(config.as_uri())
        await editor.until(lambda: "unfollow-shaming" not in codes(editor, uri))

    edit(tmp_path, work)


def test_a_project_within_an_open_folder_is_told_as_it_stands_in_the_editor(tmp_path: Path) -> None:
    outer = write(tmp_path / "a.yml", SHAMING)
    write(tmp_path / "inner" / "sociable.toml", "")
    inner = write(tmp_path / "inner" / "b.yml", SHAMING)

    async def work(editor: Editor) -> None:
        within = editor.open(inner)
        editor.type(within, SHAMING.replace("post:", "notify:"))
        await editor.until(lambda: within in editor.found and "unfollow-shaming" not in codes(editor, within))
        around = editor.open(outer)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, around))
        editor.type(around, SHAMING + "# more\n")
        editor.type(within, SHAMING.replace("post:", "notify:") + "# more\n")
        await editor.until(lambda: around in editor.found)
        assert "unfollow-shaming" not in codes(editor, within)

    edit(tmp_path, work)


def test_a_suppression_hides_what_it_hides_in_a_check(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yml", SHAMING)

    async def work(editor: Editor) -> None:
        uri = editor.open(path)
        await editor.until(lambda: "unfollow-shaming" in codes(editor, uri))
        editor.type(
            uri, SHAMING.replace("      - post", "      # sociable: ignore[unfollow-shaming] -- why\n      - post")
        )
        await editor.until(lambda: "unfollow-shaming" not in codes(editor, uri))

    edit(tmp_path, work)


def test_a_rule_page_is_run_while_it_is_written(tmp_path: Path) -> None:
    sound = page(RULE)
    path = write(tmp_path / "house" / "own" / "loud-follow.md", sound)

    async def work(editor: Editor) -> None:
        uri = editor.open(path, sound.replace("verb is follow", "verb is folow"), "markdown")
        await editor.until(lambda: editor.found.get(uri))
        (told,) = (each for each in editor.found[uri] if "folow" in each.message)
        assert told.range.start.line == sound[: sound.index("verb is")].count("\n")
        editor.type(uri, sound)
        await editor.until(lambda: editor.found[uri] == [])
        editor.type(uri, sound.replace("severity warning", "severity warning\nsubsumes bulk-dn"))
        await editor.until(lambda: any("`bulk-dn` is no rule" in each.message for each in editor.found[uri]))
        editor.type(uri, sound.replace("dm: Hello", "follow: event.user"))
        await editor.until(lambda: any(each.code == "rule-example" for each in editor.found[uri]))
        editor.close(uri)
        await editor.until(lambda: editor.found[uri] == [])

    assert edit(tmp_path, work) == 0


def test_a_page_that_is_open_is_told_as_it_is_typed_and_not_as_it_is_on_the_disk(tmp_path: Path) -> None:
    sound = page(RULE)
    path = write(tmp_path / "house" / "own" / "loud-follow.md", sound.replace("verb is follow", "verb is folow"))
    write(tmp_path / "sociable.toml", 'rules = ["house"]\n')

    async def work(editor: Editor) -> None:
        uri = editor.open(path, sound, "markdown")
        await editor.until(lambda: uri in editor.found)
        assert editor.found[uri] == []
        file = editor.open(write(tmp_path / "shop.yml", SHAMING))
        await editor.until(lambda: file in editor.found)
        assert editor.found[uri] == []
        editor.close(uri)
        await editor.until(lambda: any("folow" in each.message for each in editor.found[uri]))

    assert edit(tmp_path, work) == 0


def test_beside_each_of_many_places_only_some_of_the_others_are_shown(tmp_path: Path) -> None:
    same = "  - {id: %d, account: a, when: mentioned, do: [reply: hi]}\n"
    text = "sociable: 1\naccounts: {a: {platform: x, handle: '@a'}}\nautomations:\n" + "".join(
        same % n for n in range(60)
    )
    path = str(tmp_path / "a.yml")
    checked = check_root(path, {path: text.encode()}, FragmentMemory())
    shown = diagnostics(checked, "utf-16")[path]
    assert len(shown) >= 60
    assert max(len(each.related_information or ()) for each in shown) < 60
