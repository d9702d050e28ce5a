"""What changed since the last report."""

import contextlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sociable.client_report.about_the_check.since_last_time import VERSIONS, last_report
from sociable.client_report.content.content_of_check import Since
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.errors import BadBaseline, BadReport, UnreadableFile
from sociable.output.formats import written
from sociable.output.json_report import VERSION
from sociable.review.baseline import write_baseline
from sociable.review.compare import entries_of

from tests.client_report.reports import examined, report_of

SAMPLES = Path(__file__).parents[1] / "samples"

BEFORE = """\
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}
  club: {platform: mastodon, handle: "@club@x.example", inbox: {read_by: Ann}}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
  - {id: club-back, account: club, when: followed, do: [follow: event.user]}
  - {id: shame, account: shop, when: unfollowed, do: [post: "{{ event.user.handle }} left us"]}
"""
AFTER = BEFORE.replace("platform: mastodon", "platform: instagram").replace(
    '{id: shame, account: shop, when: unfollowed, do: [post: "{{ event.user.handle }} left us"]}',
    "{id: greet, account: shop, when: followed, do: [dm: Buy now!]}",
)


FINDING = (
    '{"version": "1", "findings": [{"rule": "a", "fingerprint": "b", "severity": "info", "message": "c", '
    '"subjects": [], "place": {"path": "a.yml", "start": {"line": LINE}}}]}'
)


def _places(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each part of a document."""
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _places(each, (*way, key))


ODD: tuple[object, ...] = ("x", ["x"], {"x": 1}, 7, -1.5, True, None, [], {})


@pytest.mark.parametrize("odd", ODD, ids=json.dumps)
def test_whatever_stands_in_the_place_of_a_part_is_told_or_read(odd: object, tmp_path: Path) -> None:
    found = json.loads(FINDING.replace("LINE", "1"))
    found["findings"][0] |= {
        "suppressed": {"place": {"path": "a.yml"}, "others": [{"path": "b.yml"}]},
        "members": [{"fingerprint": "c", "subjects": ["a"], "account": "a", "place": {"path": "a.yml"}}],
    }
    whole = json.dumps({**found, "today": "2026-12-01", "accounts": [{"id": "a", "handle": "@a", "client": "A"}]})
    file = tmp_path / "last.json"
    file.write_text(whole)
    assert last_report(str(file)).accepted
    for *way, last in filter(None, _places(json.loads(whole))):
        document = json.loads(whole)
        part = document
        for key in way:
            part = part[key]
        part[last] = odd
        file.write_text(json.dumps(document))
        with contextlib.suppress(BadReport):
            last_report(str(file))


def json_report(text: str, path: Path) -> str:
    file = path / "last.json"
    file.write_text(written("report", examined(text).report, "json"))
    return str(file)


def since(before: str, after: str, path: Path) -> tuple[Since, Content]:
    content = report_of(after, last=last_report(json_report(before, path)))
    assert content.since is not None
    return content.since, content


def rules(content: Content, numbers: tuple[int, ...]) -> set[str]:
    return {
        group.rule
        for gravity in content.gravities
        for group in gravity.groups
        for found in group.findings
        if found.number in numbers
    }


def test_new_gone_kept_and_worse_are_told_apart(tmp_path: Path) -> None:
    changed, content = since(BEFORE, AFTER, tmp_path)
    assert "welcome-dm" in rules(content, changed.new)
    assert "auto-follow-back" in rules(content, changed.kept)
    assert rules(content, changed.worse) == {"auto-follow-back"}
    assert any("left" in gone.message or "unfollow" in gone.message for gone in changed.gone)


def test_what_is_gone_because_it_was_switched_off_or_has_ended_is_told_as_that(tmp_path: Path) -> None:
    off = BEFORE.replace("{id: back, account: shop", "{id: back, title: Thanks, enabled: false, account: shop")
    changed, content = since(BEFORE, off.replace("{id: shame", "{id: shame, until: 2026-11-01"), tmp_path)
    (back,) = (each for each in changed.gone if "follows back" in each.message and "@shop" in each.message)
    said = "“Thanks” is switched off now by its file, so what it would do was not looked at"
    assert back.place == f"a.yml, line 6; {said}"
    assert any(each.place.endswith("; “shame” has ended") for each in changed.gone)
    assert changed.at_rest == len(changed.gone)
    counted = f"{changed.at_rest} gone, {changed.at_rest} of them only because what did them is switched off or has end"
    assert counted in markdown(content, built_in())
    assert counted in html(content, built_in())
    changed, content = since(BEFORE, AFTER, tmp_path)
    assert changed.at_rest == 0
    assert "only because" not in markdown(content, built_in())


def test_the_other_way_round_it_is_better(tmp_path: Path) -> None:
    changed, content = since(AFTER, BEFORE, tmp_path)
    assert rules(content, changed.better) == {"auto-follow-back"}
    assert rules(content, changed.worse) == {"open-facts"}  # the label, which Mastodon has and Instagram has not


def test_of_the_same_files_nothing_has_changed(tmp_path: Path) -> None:
    changed, content = since(BEFORE, BEFORE, tmp_path)
    assert len(changed.kept) == sum(gravity.amount for gravity in content.gravities)
    assert (changed.new, changed.worse, changed.better, changed.gone) == ((), (), (), ())


def test_every_finding_says_how_it_compares(tmp_path: Path) -> None:
    changed, content = since(BEFORE, AFTER, tmp_path)
    told = {f.number: f.status for g in content.gravities for group in g.groups for f in group.findings}
    for status in ("new", "kept", "worse", "better"):
        assert {number for number, each in told.items() if each == status} == set(getattr(changed, status))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"version": "99", "findings": []}',
        '{"version": "1"}',
        '{"version": "2", "findings": [], "today": 3',
        '{"version": "1", "findings": [{}]}',
        '{"version": "1", "findings": [3]}',
        json.dumps({"version": "1", "findings": [{"rule": "a", "fingerprint": "a", "severity": "odd"}]}),
        "[" * 100_000,
        FINDING.replace("LINE", "1e999"),
        FINDING.replace("LINE", "{}"),
    ],
)
def test_what_is_no_report_is_refused_with_its_name(text: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_text(text)
    with pytest.raises(BadReport, match=r"odd\.json"):
        last_report(str(file))


@pytest.mark.parametrize("fingerprint", ["[1]", "{}", "null", "3"])
def test_a_fingerprint_that_is_no_text_is_that_of_nothing(fingerprint: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_text(FINDING.replace("LINE", "7").replace('"b"', fingerprint))
    (found,) = last_report(str(file)).findings
    assert (found.line, len(found.fingerprints)) == (7, 1)


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.json"):
        last_report(str(tmp_path / "gone.json"))


def test_a_decision_is_carried_over_and_nothing_of_it_is_new_or_gone(tmp_path: Path) -> None:
    accepted = BEFORE.replace(
        "do: [follow: event.user]}", "do: [follow: event.user]}  # sociable: ignore[auto-follow-back] -- ok", 1
    )
    for before, status in ((BEFORE, "accepted"), (accepted, "kept")):
        changed, content = since(before, accepted, tmp_path)
        (kept,) = (
            found
            for gravity in content.gravities
            for group in gravity.groups
            for found in group.findings
            if found.decision
        )
        assert kept.status == status
        assert kept.number in getattr(changed, status)
        assert changed.gone == ()


def test_a_decision_that_is_taken_back_is_told(tmp_path: Path) -> None:
    accepted = BEFORE.replace(
        "do: [follow: event.user]}", "do: [follow: event.user]}  # sociable: ignore[auto-follow-back] -- ok", 1
    )
    changed, content = since(accepted, BEFORE, tmp_path)
    (number,) = changed.reopened
    (found,) = (
        found
        for gravity in content.gravities
        for group in gravity.groups
        for found in group.findings
        if found.number == number
    )
    assert found.status == "reopened"
    assert number not in (*changed.kept, *changed.new)
    page = html(content, built_in())
    assert "decision taken back since last time" in page


def test_the_last_report_is_named_by_its_day(tmp_path: Path) -> None:
    changed, _ = since(BEFORE, AFTER, tmp_path)
    assert changed.date == built_in().date(datetime.now(UTC).date())


@pytest.mark.parametrize("version", VERSIONS)
def test_a_report_of_every_version_there_was_is_read(version: str) -> None:
    sample = SAMPLES / f"report-version-{version}.json"
    assert json.loads(sample.read_text())["version"] == version
    content = report_of((SAMPLES / "shop.yml").read_text(), last=last_report(str(sample)))
    assert content.since is not None
    assert {"auto-follow-back", "unfollow-shaming"} <= rules(content, content.since.kept)
    changed = report_of("accounts: {}", last=last_report(str(sample)))
    assert changed.since is not None
    assert len(changed.since.gone) == len(json.loads(sample.read_text())["findings"])
    assert all(re.fullmatch(r"[^:]+, line \d+", gone.place) for gone in changed.since.gone)


def test_there_is_a_sample_of_what_is_written_now() -> None:
    assert VERSIONS[-1] == VERSION


def baseline(text: str, path: Path) -> str:
    file = path / "kept.jsonl"
    write_baseline(str(file), entries_of(examined(text).report.findings))
    return str(file)


def test_a_baseline_tells_the_same_of_what_it_holds_and_no_day(tmp_path: Path) -> None:
    by_report, content = since(BEFORE, AFTER, tmp_path)
    by_baseline = report_of(AFTER, last=last_report(baseline(BEFORE, tmp_path))).since
    assert by_baseline is not None
    for status in ("new", "kept", "worse", "better"):
        assert getattr(by_baseline, status) == getattr(by_report, status)
    assert {each.message for each in by_baseline.gone} >= {each.message for each in by_report.gone}
    assert {each.place for each in by_baseline.gone} == {"a.yml"}
    assert (by_baseline.date, by_baseline.by_baseline, by_report.by_baseline) == ("", True, False)
    page = html(content._replace(since=by_baseline), built_in())
    assert "Compared with a baseline" in page
    assert "Compared with a baseline" not in html(content, built_in())


def test_what_a_baseline_does_not_hold_is_new(tmp_path: Path) -> None:
    content = report_of(BEFORE, last=last_report(baseline("accounts: {}", tmp_path)))
    assert content.since is not None
    assert len(content.since.new) == sum(gravity.amount for gravity in content.gravities)


def test_a_baseline_with_a_line_that_is_none_is_refused_with_the_line(tmp_path: Path) -> None:
    file = Path(baseline(BEFORE, tmp_path))
    file.write_text(file.read_text() + "odd\n")
    with pytest.raises(BadBaseline, match=r"kept\.jsonl:\d+: this is no line of a baseline"):
        last_report(str(file))


@pytest.mark.parametrize("text", ["odd", "{}", "[]", "a: b", "\ufeff", '{"baseline": 1}'])
def test_what_is_neither_is_told_as_neither(text: str, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text(text)
    with pytest.raises(BadReport, match=r"odd\.json is neither a report of .* nor a baseline"):
        last_report(str(tmp_path / "odd.json"))


def test_a_report_of_a_version_to_come_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"version": "99", "findings": []}')
    with pytest.raises(BadReport, match="version '99'; known here are 1 and 2"):
        last_report(str(tmp_path / "odd.json"))
