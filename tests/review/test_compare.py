"""Two states of a setup, compared member by member."""

from pathlib import Path

import pytest
from sociable.findings.finding import SEVERITIES
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.review.compare import (
    BETTER,
    KEPT,
    NEW,
    WORSE,
    Comparison,
    change_of,
    change_of_all,
    comparison,
    entries_of,
)

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}
  club: {platform: mastodon, handle: "@club@x.example", inbox: {read_by: Ann}}
automations:
  - {id: back, account: [shop], when: followed, do: [follow: event.user]}
  - {id: shame, account: shop, when: unfollowed, do: [post: "{{ event.user.handle }} left us"]}
"""


def found(text: str, folder: Path) -> Report:
    (folder / "a.yml").write_text(text, encoding="utf-8")
    return check(Request((str(folder),)))


def changes(before: str, now: str, folder: Path) -> Comparison:
    old = entries_of(found(before, folder).findings)
    return comparison(old, found(now, folder).findings)


def rules(comparison: Comparison) -> dict[str, set[str]]:
    told = {"new": {each.rule for each in comparison.new}, "gone": {each.rule for each in comparison.gone}}
    for name in ("worse", "better", "edited"):
        told[name] = {each.finding.rule for each in getattr(comparison, name)}
    return {name: rules for name, rules in told.items() if rules}


def test_the_same_is_no_change(tmp_path: Path) -> None:
    same = changes(SETUP, SETUP, tmp_path)
    assert not same
    assert same.kept == len(entries_of(found(SETUP, tmp_path).findings))


def test_moving_lines_and_reordering_is_no_change(tmp_path: Path) -> None:
    head, _, automations = SETUP.partition("automations:\n")
    turned = "".join(reversed(automations.splitlines(keepends=True)))
    assert not changes(SETUP, f"# moved\n\n{head}automations:\n{turned}", tmp_path)


def test_what_comes_and_goes(tmp_path: Path) -> None:
    without = SETUP[: SETUP.index("  - {id: shame")]
    assert rules(changes(without, SETUP, tmp_path)) == {"new": {"unfollow-shaming"}}
    assert rules(changes(SETUP, without, tmp_path)) == {"gone": {"unfollow-shaming"}}


def test_one_more_account_is_new_and_the_others_are_as_before(tmp_path: Path) -> None:
    more = changes(SETUP, SETUP.replace("[shop]", "[shop, club]"), tmp_path)
    (new,) = (each for each in more.new if each.rule == "auto-follow-back")
    assert [member.account for member in new.members] == ["@club@x.example"]


@pytest.mark.parametrize("other", ["[club]", "[shop, club]"])
def test_the_other_way_round_new_and_gone_change_places(other: str, tmp_path: Path) -> None:
    after = SETUP.replace("[shop]", other).replace("platform: mastodon", "platform: instagram")
    there, back = changes(SETUP, after, tmp_path), changes(after, SETUP, tmp_path)
    for one, reverse in ((there, back), (back, there)):
        assert {entry.fingerprint for entry in one.gone} == {
            m.fingerprint for each in reverse.new for m in each.members
        }
        assert len(one.worse) == len(reverse.better)
    assert there.kept == back.kept


def test_what_becomes_graver_says_how_grave_it_was(tmp_path: Path) -> None:
    on_mastodon = SETUP.replace("[shop]", "[club]")
    on_instagram = on_mastodon.replace("platform: mastodon", "platform: instagram")
    there, back = changes(on_mastodon, on_instagram, tmp_path), changes(on_instagram, on_mastodon, tmp_path)
    ((was, worse),) = (each for each in there.worse if each.finding.rule == "auto-follow-back")
    assert SEVERITIES.index(was) < SEVERITIES.index(worse.severity)
    assert "auto-follow-back" in rules(back)["better"]


def test_an_edited_text_is_neither_new_nor_gone(tmp_path: Path) -> None:
    edited = changes(SETUP, SETUP.replace("left us", "has left our page"), tmp_path)
    assert rules(edited) == {"edited": {"unfollow-shaming"}}


def test_a_loop_that_closes_is_named(tmp_path: Path) -> None:
    answers = SETUP + '  - {id: thanks, account: shop, when: mentioned, do: [reply: "Hi {{ event.user.handle }}"]}\n'
    assert [each.rule for each in changes(SETUP, answers, tmp_path).loops] == ["mirror-loop"]
    assert changes(answers, answers, tmp_path).loops == []


def test_what_is_wrong_with_files_is_not_compared(tmp_path: Path) -> None:
    setup = f"{SETUP}  - {{id: listens, account: club, when: mentioned, do: [notify: Ann]}}\n"
    assert not changes(setup, f"{setup}nonsense: 3\n", tmp_path)


@pytest.mark.parametrize(
    ("severity", "known", "change"),
    [
        ("error", {}, NEW),
        ("error", {"a": "error"}, KEPT),
        ("error", {"a": "info"}, WORSE),
        ("info", {"a": "warning"}, BETTER),
    ],
)
def test_a_member_is_known_by_its_fingerprint(severity: str, known: dict[str, str], change: str) -> None:
    assert change_of("a", severity, known) == change


@pytest.mark.parametrize(
    ("changes", "change"),
    [
        ([], NEW),
        ([NEW, NEW], NEW),
        ([KEPT, KEPT], KEPT),
        ([KEPT, NEW], WORSE),
        ([BETTER, WORSE], WORSE),
        ([BETTER, KEPT], BETTER),
    ],
)
def test_a_finding_is_as_bad_as_its_members(changes: list[str], change: str) -> None:
    assert change_of_all(changes) == change
