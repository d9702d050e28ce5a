"""What can be done about a finding from inside an editor."""

import json
import tomllib
from pathlib import Path

import pytest
import yaml
from sociable.server.editor.open_projects import Checked, FragmentMemory, check_root
from sociable.server.editor.quick_fixes import Offered, offered
from sociable.text.source import Edit, Source

from tests.server.editor.marked import around, checked_text

N8N = Path(__file__).parents[2] / "readers" / "n8n" / "cases" / "scraped-people-kept" / "flow.json"
SHAMING = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: name-them
    account: shop
    when: unfollowed
    do:
      - post: |
          Look who left:
          {{ event.user.name }}
"""


def offers_for(text: str, rule: str, checked: Checked | None = None, path: str = "a.yml") -> list[Offered]:
    checked = checked or checked_text(text, path)
    found = offered(Source(path, text), 0, len(text), checked, around(path))
    return [each for each in found if each.finding.rule == rule]


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_finding_can_be_ignored_with_a_reason() -> None:
    *_, ignoring = offers_for(SHAMING, "unfollow-shaming")
    assert not ignoring.is_safe
    changed = applied(SHAMING, ignoring.edits)
    assert "      # sociable: ignore[unfollow-shaming] -- \n      - post: |" in changed
    assert {each.rule for each in checked_text(changed).findings} >= {"suppression-without-reason"}
    reasoned = changed.replace("] -- \n", "] -- they asked for it\n")
    assert "unfollow-shaming" not in {each.rule for each in checked_text(reasoned).findings}


def test_every_finding_of_a_file_is_hidden_by_what_its_offer_writes() -> None:
    for line in range(SHAMING.count("\n")):
        for each in offered(Source("a.yml", SHAMING), 0, len(SHAMING), checked_text(SHAMING), around()):
            if "?" in each.title:
                continue  # it may settle a part, or leave something to be filled in
            changed = applied(SHAMING, each.edits).replace("] -- \n", "] -- why not\n")
            assert each.member.fingerprint not in {
                member.fingerprint for finding in checked_text(changed).findings for member in finding.members
            }, (line, each.title)


def test_a_line_inside_a_text_is_no_place_for_a_comment() -> None:
    for each in offered(Source("a.yml", SHAMING), 0, len(SHAMING), checked_text(SHAMING), around()):
        assert "\n          # sociable" not in applied(SHAMING, each.edits)


def test_lines_end_as_in_the_file() -> None:
    text = SHAMING.replace("\n", "\r\n")
    *_, ignoring = offers_for(text, "unfollow-shaming")
    assert applied(text, ignoring.edits).count("\n") == applied(text, ignoring.edits).count("\r\n")


EXPORT = '{"sociable": 1, "automations": [{"id": "a", "account": "b", "when": "followed", "do": ["follow"]}]}'


@pytest.mark.parametrize("before", [None, "", 'fail-on = "error"', '[clients]\r\nshop = ["b"]\r\n'])
def test_what_holds_no_comments_is_ignored_in_the_configuration(
    before: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("exports").mkdir()
    Path("exports/a [1].json").write_text(EXPORT, encoding="utf-8")
    if before is not None:
        Path("sociable.toml").write_bytes(before.encode())
    checked = check_root(str(tmp_path), {}, FragmentMemory())
    source = Source("exports/a [1].json", EXPORT)
    ignoring, *_ = (
        each
        for each in offered(source, 0, len(EXPORT), checked, around(source.path))
        if each.finding.rule == "unknown-account"
    )
    assert ignoring.title == "Ignore `unknown-account` here in sociable.toml, with a reason"
    assert ignoring.creates == ("" if before is not None else str(tmp_path / "sociable.toml"))
    text = applied((before or ""), ignoring.edits)
    entry = {
        "file": "/exports/a\\ \\[1].json",
        "account": "b",
        "says": "ignore[unknown-account] -- ",
    }
    assert tomllib.loads(text) == {**tomllib.loads(before or ""), "suppress": [entry]}
    Path("sociable.toml").write_bytes(text.encode())
    assert "suppression-without-reason" in {
        each.rule for each in check_root(str(tmp_path), {}, FragmentMemory()).findings
    }
    Path("sociable.toml").write_bytes(text.replace("] -- ", "] -- they know").encode())
    assert "unknown-account" not in {each.rule for each in check_root(str(tmp_path), {}, FragmentMemory()).findings}


def test_a_node_of_another_tool_is_ignored_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = N8N.read_text(encoding="utf-8")
    Path("flow.json").write_text(text, encoding="utf-8")
    Path("pyproject.toml").write_text('[tool.sociable]\nfail-on = "error"\n', encoding="utf-8")
    checked = check_root(str(tmp_path), {}, FragmentMemory())
    each = next(
        each for each in offered(Source("flow.json", text), 0, len(text), checked, around("flow.json")) if each.edits
    )
    assert each.title.endswith("here in pyproject.toml, with a reason")
    changed = applied(Path("pyproject.toml").read_text(encoding="utf-8"), each.edits)
    assert "[[tool.sociable.suppress]]" in changed
    Path("pyproject.toml").write_text(changed.replace("] -- ", "] -- they know"), encoding="utf-8")
    left = check_root(str(tmp_path), {}, FragmentMemory()).findings
    assert each.member.fingerprint not in {member.fingerprint for other in left for member in other.members}
    assert "unused-suppression" not in {other.rule for other in left}


def test_where_entries_cannot_be_added_at_the_end_none_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(EXPORT, encoding="utf-8")
    Path("sociable.toml").write_text(
        'suppress = [{account = "x", says = "ignore[bulk-dm] -- why"}]\n', encoding="utf-8"
    )
    checked = check_root(str(tmp_path), {}, FragmentMemory())
    found = offered(Source("a.json", EXPORT), 0, len(EXPORT), checked, around("a.json"))
    assert not [each for each in found if "gnore" in each.title]


ASKED = """\
sociable: 1
accounts:
  shop: {platform: mastodon, handle: "@shop@x.example"}
automations:
  - id: answer
    account: shop
    when: replied
    do:
      - generate: {t: "Answer {{ event.post.text }}"}
      - reply: "{{ t }}"
  - id: welcome
    account: shop
    when: followed
    do:
      - dm: Thank you for following
"""


def asked(text: str, path: str = "a.yml") -> dict[str, list[Offered]]:
    found: dict[str, list[Offered]] = {}
    for each in offered(Source(path, text), 0, len(text), checked_text(text, path), around(path)):
        if "?" in each.title:
            found.setdefault(each.finding.rule, []).append(each)
    return found


@pytest.mark.parametrize("is_json", [False, True])
def test_what_only_people_know_is_asked_and_a_yes_settles_it(is_json: bool) -> None:
    text, path = ASKED, "a.yml"
    if is_json:
        text, path = json.dumps(yaml.safe_load(ASKED)), "a.json"
    questions = asked(text, path)
    approval = "Does a person of yours say yes to each of these before it goes out? Then write `approval: human`"
    agreed = "Do people agree to this by what starts it? Then write `agreed_to: …`"
    assert [each.title for each in questions["unreviewed-ai-reply"]][:1] == [approval]
    assert [each.title for each in questions["welcome-dm"]] == [approval, agreed]
    assert "Does somebody read what comes back? Then write `inbox: {read_by: …}`" in [
        each.title for each in questions["open-facts"]
    ]
    answered = applied(text, questions["welcome-dm"][0].edits)
    assert "welcome-dm" not in {each.rule for each in checked_text(answered, path).findings}
    assert not any(each.is_safe for found in questions.values() for each in found)


def test_an_answer_that_is_more_than_a_yes_is_left_to_be_filled_in() -> None:
    questions = asked(ASKED)
    inbox = next(each for each in questions["open-facts"] if "inbox" in each.title)
    changed = applied(ASKED, inbox.edits)
    assert '"@shop@x.example", inbox: {read_by: }}' in changed
    (told,) = (each for each in checked_text(changed).findings if each.rule == "not-understood")
    assert told.message == "`read_by` should be somebody's name, and not nothing"
    assert "inbox" not in str(
        [each.title for each in asked(changed.replace("read_by: ", "read_by: Ann"))["open-facts"]]
    )


def test_a_step_in_a_list_in_brackets_gets_its_answer_in_brackets_of_its_own() -> None:
    text = ASKED.replace(
        "    do:\n      - dm: Thank you for following", "    do: [dm: Thank you for following, log: x]"
    )
    approval, _ = asked(text)["welcome-dm"]
    assert "do: [{dm: Thank you for following, approval: human}, log: x]" in applied(text, approval.edits)


def test_nothing_is_asked_that_the_file_has_answered_or_that_would_settle_nothing() -> None:
    answered = ASKED.replace("    when: followed\n", "    when: followed\n    agreed_to: none\n").replace(
        "dm: Thank you for following", "{dm: Thank you for following, approval: none}"
    )
    assert not asked(answered).get("welcome-dm")
    assert set(asked(SHAMING)) <= {"unfollow-shaming", "open-facts"}


def test_a_fix_is_offered_first_and_ends_the_finding() -> None:
    fixing, *questions, ignoring = offers_for(SHAMING, "unfollow-shaming")
    assert all("?" in each.title for each in questions)
    assert (
        fixing.title
        == "Replace this step by a `notify`, which nobody outside sees (unsafe: it changes what people read or get)"
    )
    assert not fixing.is_safe
    assert not offers_for(applied(SHAMING, fixing.edits), "unfollow-shaming")
    assert ignoring.title == "Ignore `unfollow-shaming` here, with a reason"
