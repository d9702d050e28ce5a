"""What each client's report tells of the last one: the same finding is the same, alone or together with others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sociable.client_report.about_the_check.since_last_time import LastReport, last_report
from sociable.client_report.clients.per_client import ClientReport, per_client
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.output.formats import written
from sociable.pipeline import Request, examine
from sociable.review.baseline import write_baseline
from sociable.review.compare import entries_of

from tests.client_report.reports import wishes

NAMES = ("alpha", "omega")
FILE = """\
sociable: 1
accounts:
  {name}: {{platform: mastodon, handle: "@{name}handle@x.example"{client}}}
  {name}old: {{platform: x, handle: "@{name}former"{client}}}
automations:
  - {{id: {name}back, account: {name}, when: followed, do: [follow: event.user]}}
  - {{id: {name}greets, account: {name}, when: followed, do: [dm: "Buy {name} now!"]}}
  - {{id: {name}shames, account: {name}old, when: unfollowed, do: [post: "{{{{ event.user.handle }}}} left us"]}}
"""


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "file.yml").write_text(FILE.format(name=name, client=""))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def as_report(folder: Path) -> LastReport:
    file = folder / "last.json"
    file.write_text(written("report", examine(Request((".",))).report, "json"))
    return last_report(str(file))


def as_baseline(folder: Path) -> LastReport:
    file = folder / "last.jsonl"
    write_baseline(str(file), entries_of(examine(Request((".",))).report.findings))
    return last_report(str(file))


def reports(last: LastReport) -> dict[str, ClientReport]:
    return per_client(examine(Request((".",))), wishes(last=last), "folders", "html", [])[0]


@pytest.mark.parametrize("told", [as_report, as_baseline])
def test_of_the_same_files_nothing_is_new_for_any_client(told: Callable[[Path], LastReport], folders: Path) -> None:
    for each in reports(told(folders)).values():
        assert each.content.since is not None
        assert {group.rule for g in each.content.gravities for group in g.groups} >= {"open-facts", "welcome-dm"}
        crossings = each.content.crossings
        assert {crossing.status for crossing in crossings} == {"kept"}
        own = sum(gravity.amount for gravity in each.content.gravities)
        assert len(each.content.since.kept) == own + len(crossings)
        assert each.content.since[1:2] + each.content.since[3:6] == ((), (), (), ())


FOLLOW = """\
sociable: 1
accounts:
  {name}: {{platform: mastodon, handle: "@{name}handle@x.example"}}
automations:
  - {{id: {name}back, account: {name}, when: followed, do: [{deed}: event.user]}}
"""


def following(folder: Path, deed: str) -> None:
    for name in NAMES:
        (folder / name / "file.yml").write_text(FOLLOW.format(name=name, deed=deed))


def with_index(last: LastReport) -> tuple[dict[str, ClientReport], Index]:
    return per_client(examine(Request((".",))), wishes(last=last), "folders", "html", [])


@pytest.mark.parametrize("told", [as_report, as_baseline])
def test_a_loop_between_clients_that_is_gone_is_told_to_each_and_in_the_index(
    told: Callable[[Path], LastReport], folders: Path
) -> None:
    following(folders, "follow")
    last = told(folders)
    following(folders, "mute")
    made, index = with_index(last)
    for mine, other in (NAMES, NAMES[::-1]):
        since = made[f"{mine}.html"].content.since
        assert since is not None
        (loop,) = (each for each in since.gone if each.message == "Accounts that follow each other by machine")
        assert "an account of another client" in loop.place
        assert other not in html(made[f"{mine}.html"].content, built_in())
    assert index.since is not None
    between = index.since.beyond[0]
    assert between.changes.gone == len(between.gone) >= 1
    assert any("alphaback" in each.message or "@alphahandle" in each.message for each in between.gone)
    for page in (html(index, built_in()), markdown(index, built_in())):
        assert "What was found between clients: no longer found" in page
    assert '<a href="#gone-between">' in html(index, built_in())
    assert '<a href="alpha.html#since-gone">' in html(index, built_in())


@pytest.mark.parametrize("told", [as_report, as_baseline])
def test_a_loop_between_clients_that_is_new_is_told_to_each_and_in_the_index(
    told: Callable[[Path], LastReport], folders: Path
) -> None:
    following(folders, "mute")
    last = told(folders)
    following(folders, "follow")
    made, index = with_index(last)
    for each in made.values():
        (loop,) = (one for one in each.content.crossings if one.title == "Accounts that follow each other by machine")
        assert loop.status == "new"
        assert each.content.since is not None
        assert loop.number in each.content.since.new
        assert '<span class="status new">' in html(each.content, built_in()).partition('id="crossing"')[2]
    assert index.since is not None
    assert index.since.beyond[0].changes.new == sum(each.amount for each in index.between)
    found = [one for gravity in index.between for group in gravity.groups for one in group.findings]
    assert {each.status for each in found} == {"new"}


def test_what_crosses_clients_and_became_graver_or_milder_is_told_as_such(folders: Path) -> None:
    following(folders, "follow")
    last = as_report(folders)
    (folders / "sociable.toml").write_text('severity = {auto-follow-loop = "info"}\n')
    made, index = with_index(last)
    assert index.since is not None
    assert index.since.beyond[0].changes.better == 1
    assert all(len(each.content.since.better) == 1 for each in made.values() if each.content.since)


def gone(made: dict[str, ClientReport]) -> dict[str, list[str]]:
    since = {file: each.content.since for file, each in made.items()}
    others = built_in().say("since", "with_others")
    return {
        file: [one.message for one in each.gone if one.place != others]
        for file, each in since.items()
        if each is not None
    }


@pytest.mark.parametrize("told", [as_report, as_baseline])
def test_what_went_with_an_automation_or_an_account_is_told_as_gone_to_its_client_only(
    told: Callable[[Path], LastReport], folders: Path
) -> None:
    last = told(folders)
    for name in NAMES:
        file = folders / name / "file.yml"
        lines = file.read_text().splitlines(keepends=True)
        file.write_text("".join(line for line in lines if f"{name}old" not in line and "greets" not in line))
    made = reports(last)
    for mine, other in (NAMES, NAMES[::-1]):
        messages = gone(made)[f"{mine}.html"]
        assert any(f"@{mine}handle@x.example writes in private" in each for each in messages)
        assert any(f"@{mine}former" in each for each in messages)
        page = html(made[f"{mine}.html"].content, built_in())
        assert other not in page
        assert "Word for word the same" not in page


def test_what_an_automation_of_several_clients_no_longer_does_on_one_is_gone_for_that_one(folders: Path) -> None:
    shared = folders / "shared.yml"
    text = "sociable: 1\nautomations: [{id: both, account: [alpha, omega], when: quoted, do: [like: event.post]}]\n"
    shared.write_text(text)
    last = as_report(folders)
    shared.write_text(text.replace("alpha, ", ""))
    assert gone(reports(last)) == {"alpha.html": ["Liking what nobody has read"], "omega.html": []}


def test_whose_an_account_was_that_is_gone_with_its_file_is_what_it_said_itself(folders: Path) -> None:
    for name in NAMES:
        (folders / name / "file.yml").write_text(
            FILE.format(name=name, client=f", client: {name}").replace("greets", "thanks")
        )
        (folders / f"{name}.yml").write_text(FILE.format(name=f"{name}2", client=f", client: {name}"))
    last = as_report(folders)
    for name in NAMES:
        (folders / f"{name}.yml").unlink()
    for name, messages in gone(reports(last)).items():
        assert any(f"@{name[:5]}2former" in each for each in messages)
        assert len(messages) == 2


def test_of_what_stood_where_everybody_has_something_nobody_is_told(folders: Path) -> None:
    (folders / "gone.yml").write_text(FILE.format(name="sigma", client=""))
    last = as_report(folders)
    (folders / "gone.yml").unlink()
    assert gone(reports(last)) == {"alpha.html": [], "omega.html": []}
    assert all("sigma" not in html(each.content, built_in()) for each in reports(last).values())


def test_exports_that_call_an_account_alike_are_told_apart_by_their_folders(folders: Path) -> None:
    flow = (
        '{"name": "NAME", "nodes": [{"name": "T", "type": "n8n-nodes-base.scheduleTrigger", "typeVersion": 1, '
        '"parameters": {}}, {"name": "P", "type": "n8n-nodes-base.linkedIn", "typeVersion": 1, "parameters": '
        '{"text": "Half price today at WHOSE"}}], "connections": '
        '{"T": {"main": [[{"node": "P", "type": "main", "index": 0}]]}}}'
    )
    for name in NAMES:
        for number in "12":
            (folders / name / f"{number}.json").write_text(flow.replace("NAME", name + number).replace("WHOSE", name))
        (folders / name / "file.yml").unlink()
    last = as_report(folders)
    (folders / "alpha" / "2.json").unlink()
    assert [bool(each) for each in gone(reports(last)).values()] == [True, False]


SALE = """\
sociable: 1
accounts:
  {name}: {{platform: mastodon, handle: "@{name}@x.example", client: {name}}}
automations:
  - id: {name}sale
    account: {name}
    when: {{event: schedule, every: 1 day}}
    do: [post: "Half price until Sunday in all our shops."]
"""


def test_what_one_of_three_leaves_is_as_it_was_for_the_others_and_the_index_says_who_left(folders: Path) -> None:
    for name in (*NAMES, "sigma"):
        (folders / f"{name}.yml").write_text(SALE.format(name=name))
    for name in NAMES:
        (folders / name / "file.yml").unlink()
    last = as_report(folders)
    (folders / "sigma.yml").unlink()
    made, index = with_index(last)
    for each in made.values():
        (same,) = each.content.crossings
        assert same.status == "kept"
        assert each.content.since is not None
        assert (each.content.since.new, each.content.since.gone) == ((), ())
    assert index.since is not None
    between, left = index.since.beyond
    assert (between.changes.kept, between.changes.new, between.gone) == (1, 0, ())
    assert left.name == "sigma"
    assert left.changes.gone == len(left.gone) >= 1
    for page in (html(index, built_in()), markdown(index, built_in())):
        assert "sigma: no longer found" in page
    (folders / "sigma.yml").write_text(SALE.format(name="sigma").partition("automations:")[0])
    stays = with_index(last)[1].since
    assert stays is not None
    assert (stays.beyond[0].changes.kept, stays.beyond[0].changes.new, stays.beyond[0].gone) == (1, 0, ())
    (folders / "sigma.yml").write_text(SALE.format(name="sigma"))
    assert all(not each.content.since.new for each in reports(last).values() if each.content.since)


def test_a_note_that_is_still_there_is_not_gone(folders: Path) -> None:
    file = folders / "alpha" / "file.yml"
    file.write_text(f"{file.read_text()}# sociable: ignore[auto-follow-back] until 2027-03-01 -- so it is\n")
    for each in reports(as_report(folders)).values():
        assert each.content.since is not None
        assert (each.content.since.gone, each.content.since.new) == ((), ())
