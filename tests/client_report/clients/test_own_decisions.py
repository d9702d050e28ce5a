"""What one client decided is no decision of another."""

import json
from pathlib import Path

import pytest
from sociable.client_report.about_the_check.since_last_time import last_report
from sociable.client_report.clients.per_client import ClientReport, per_client
from sociable.client_report.content.content_of_report import Decision
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.output.formats import written
from sociable.pipeline import Request, examine

from tests.client_report.reports import of_clients, wishes

ACCOUNT = '  {0}: {{platform: mastodon, handle: "@{0}@x.example", client: {0}}}\n'
FOLLOWS = """\
  - id: {0}back
    account: {0}
    when: followed
    do:
      - follow: event.user{1}
"""
NOTE = "  # sociable: ignore[auto-follow-loop, auto-follow-back] -- Ruth wants it"
TITLE = "Accounts that follow each other by machine"


def file_of(client: str, note: str = "") -> str:
    return f"sociable: 1\naccounts:\n{ACCOUNT.format(client)}automations:\n{FOLLOWS.format(client, note)}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("hotel", "school"):
        (tmp_path / f"{name}.yml").write_text(file_of(name))
    return tmp_path


def reports(last: str = "") -> dict[str, ClientReport]:
    told = wishes(last=last_report(last)) if last else wishes()
    return per_client(examine(Request((".",))), told, "folders", "html", [])[0]


def decisions() -> tuple[Decision | None, Decision | None]:
    """That of the hotel and that of the school on the loop that both are on."""
    of = {
        file: crossing.decision
        for file, each in reports().items()
        for crossing in each.content.crossings
        if crossing.title == TITLE
    }
    return of["hotel.html"], of["school.html"]


def statuses_since() -> dict[str, str]:
    """What became of the loop for each since the last report."""
    return {
        file: crossing.status
        for file, each in reports("last.json").items()
        for crossing in each.content.crossings
        if crossing.title == TITLE
    }


def test_what_one_file_accepts_is_open_for_the_other_client(folder: Path) -> None:
    (folder / "hotel.yml").write_text(file_of("hotel", NOTE))
    hotel, school = decisions()
    assert hotel is not None
    assert hotel.reason == "Ruth wants it"
    assert school is None
    content = reports()["school.html"].content
    assert "kept on purpose" not in [each.words for each in content.numbers]
    assert "we keep it, because <b>" not in html(content, built_in())
    kept = {each.key: len(each.numbers) for each in reports()["hotel.html"].content.counted}["kept"]
    assert kept == 1


def test_in_one_file_it_is_whose_automation_the_note_stands_at(folder: Path) -> None:
    for name in ("hotel", "school"):
        (folder / f"{name}.yml").unlink()
    both = "".join(ACCOUNT.format(name) for name in ("hotel", "school"))
    runs = FOLLOWS.format("hotel", "") + FOLLOWS.format("school", NOTE)
    (folder / "all.yml").write_text(f"sociable: 1\naccounts:\n{both}automations:\n{runs}")
    hotel, school = decisions()
    assert hotel is None
    assert school is not None
    assert school.reason == "the reviewer knows why"


@pytest.mark.parametrize(
    ("where", "decided"),
    [
        ('file = "**/*.yml"', (True, True)),
        ('account = "school"', (False, True)),
        ('automation = "hotelback"', (True, False)),
    ],
)
def test_a_configuration_decides_for_whom_it_names(where: str, decided: tuple[bool, bool], folder: Path) -> None:
    says = 'says = "ignore[auto-follow-loop, auto-follow-back] -- Ruth wants it"'
    (folder / "sociable.toml").write_text(f"[[suppress]]\n{where}\n{says}\n")
    assert tuple(each is not None for each in decisions()) == decided


def test_a_decision_since_is_told_to_whoever_made_it(folder: Path) -> None:
    last = folder / "last.json"
    for now, then, status in ((NOTE, "", "accepted"), ("", NOTE, "reopened")):
        (folder / "hotel.yml").write_text(file_of("hotel", then))
        last.write_text(written("report", examine(Request((".",))).report, "json"))
        (folder / "hotel.yml").write_text(file_of("hotel", now))
        assert statuses_since() == {"hotel.html": status, "school.html": "kept"}


@pytest.mark.parametrize("hotel_stays", [True, False])
def test_what_another_had_accepted_before_is_told_as_accepted_since(hotel_stays: bool, folder: Path) -> None:
    (folder / "hotel.yml").write_text(file_of("hotel", NOTE))
    (folder / "last.json").write_text(written("report", examine(Request((".",))).report, "json"))
    (folder / "hotel.yml").write_text(file_of("hotel", NOTE if hotel_stays else ""))
    (folder / "school.yml").write_text(file_of("school", NOTE))
    assert statuses_since() == {"hotel.html": "kept" if hotel_stays else "reopened", "school.html": "accepted"}


def test_of_a_report_of_before_nobody_knows_who_else_had_accepted_it(folder: Path) -> None:
    (folder / "hotel.yml").write_text(file_of("hotel", NOTE))
    last = json.loads(written("report", examine(Request((".",))).report, "json"))
    for finding in last["findings"]:
        if finding["suppressed"]:
            del finding["suppressed"]["others"]
    (folder / "last.json").write_text(json.dumps(last))
    (folder / "school.yml").write_text(file_of("school", NOTE))
    assert statuses_since() == {"hotel.html": "kept", "school.html": "kept"}


def test_what_both_accept_each_has_decided_and_neither_note_is_idle(folder: Path) -> None:
    for name in ("hotel", "school"):
        (folder / f"{name}.yml").write_text(file_of(name, NOTE))
    examined = examine(Request((".",)))
    assert [each.rule for each in examined.report.findings].count("unused-suppression") > 0
    (folder / "last.json").write_text(written("report", examined.report, "json"))
    for each in reports("last.json").values():
        assert "nother suppression" not in html(each.content, built_in())
        assert each.content.since is not None
        assert (*each.content.since.accepted, *each.content.since.reopened, *each.content.since.gone) == ()
    assert None not in decisions()
    (folder / "hotel.yml").write_text(file_of("hotel"))
    since = reports("last.json")["school.html"].content.since
    assert since is not None
    assert (*since.accepted, *since.reopened, *since.gone) == ()


def test_a_reason_that_is_given_for_several_clients_is_said_to_be_there() -> None:
    text = """\
sociable: 1
accounts:
  zoo: {platform: facebook, handle: Tierpark Eiche, client: Tierpark Eiche}
  kino: {platform: facebook, handle: Kino Lux, client: Kino Lux}
automations:
  # sociable: ignore[unreviewed-ai-reply] -- Agreed with Kino Lux
  - {id: answer, account: [zoo, kino], when: commented, do: [generate: {a: Answer}, reply: "{{ a }}"]}
"""
    for said in (text, text.replace(" -- Agreed with Kino Lux", "")):
        is_given = "Agreed" in said
        for made in of_clients(said).values():
            told = markdown(made.content, built_in())
            assert "Agreed" not in told
            assert ("because: a reason is in the file (line 6)" in told) == is_given
