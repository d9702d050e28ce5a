"""What can be done about a finding from inside an editor."""

from sociable.server.editor.open_projects import Checked
from sociable.server.editor.quick_fixes import Offered, offered
from sociable.text.source import Edit, Source

from tests.server.editor.marked import checked_text

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
    found = offered(Source(path, text), 0, len(text), checked)
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
        for each in offered(Source("a.yml", SHAMING), 0, len(SHAMING), checked_text(SHAMING)):
            changed = applied(SHAMING, each.edits).replace("] -- \n", "] -- why not\n")
            assert each.member.fingerprint not in {
                member.fingerprint for finding in checked_text(changed).findings for member in finding.members
            }, (line, each.title)


def test_a_line_inside_a_text_is_no_place_for_a_comment() -> None:
    for each in offered(Source("a.yml", SHAMING), 0, len(SHAMING), checked_text(SHAMING)):
        assert "\n          # sociable" not in applied(SHAMING, each.edits)


def test_lines_end_as_in_the_file() -> None:
    text = SHAMING.replace("\n", "\r\n")
    *_, ignoring = offers_for(text, "unfollow-shaming")
    assert applied(text, ignoring.edits).count("\n") == applied(text, ignoring.edits).count("\r\n")


def test_json_holds_no_comments() -> None:
    text = '{"sociable": 1, "automations": [{"id": "a", "account": "b", "when": "followed", "do": ["follow"]}]}'
    assert offers_for(text, "unknown-account", path="a.json") == []


def test_a_fix_is_offered_first_and_ends_the_finding() -> None:
    fixing, ignoring = offers_for(SHAMING, "unfollow-shaming")
    assert fixing.title == "Replace this step by a private `notify` (unsafe: it changes what people read or get)"
    assert not fixing.is_safe
    assert not offers_for(applied(SHAMING, fixing.edits), "unfollow-shaming")
    assert ignoring.title == "Ignore `unfollow-shaming` here, with a reason"
