"""A report for each client, in which no other client shows."""

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.client_report.about_the_check.since_last_time import last_report
from sociable.client_report.clients.per_client import ClientReport, part_of, per_client
from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import Content, Gravity, ToldFinding
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.errors import BadClients
from sociable.output.formats import written
from sociable.pipeline import Request, examine
from sociable.setup.model import Setup

from tests.client_report.parsed import Parsed
from tests.client_report.reports import wishes

ONE = """\
sociable: 1
accounts:
  alpha: {platform: bluesky, handle: "@alphahandle.example", inbox: {read_by: alphareader}}
automations:
  - id: alphafollows
    title: Alphatitle
    account: alpha
    when: followed
    do: [follow: event.user]
  - id: alphasale
    account: alpha
    when: {event: schedule, every: 1 day}
    do: [post: "Half price until Sunday in all our shops."]
"""
TWO = ONE.replace("alpha", "omega").replace("Alpha", "Omega")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("alpha", ONE), ("omega", TWO)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}file.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(clients: str = "folders") -> tuple[dict[str, ClientReport], Index]:
    return per_client(examine(Request((".",))), wishes(), clients, "html", [])


@pytest.mark.usefixtures("folders")
def test_nothing_of_another_client_shows_in_a_report_not_even_through_a_loop() -> None:
    made, _ = reports()
    assert set(made) == {"alpha.html", "omega.html"}
    for mine, other in (("alpha", "omega"), ("omega", "alpha")):
        content = made[f"{mine}.html"].content
        for page in (html(content, built_in()), markdown(content, built_in())):
            assert mine in page
            assert other not in page.casefold()


@pytest.mark.usefixtures("folders")
def test_what_is_found_between_clients_says_what_is_ones_own_and_asks_the_reviewer() -> None:
    made, _ = reports()
    content = made["alpha.html"].content
    titles = {crossing.title: crossing for crossing in content.crossings}
    loop = titles["Accounts that follow each other by machine"]
    assert [mark.name for mark in loop.own] == ["Alphatitle on @alphahandle.example"]
    assert "The same post from several accounts" in titles
    assert any("ask the reviewer" in sentence.text for sentence in content.verdict)
    for crossing in content.crossings:
        (to_do,) = (passage for passage in crossing.passages if passage.label == "do")
        assert to_do.sentences[-1].startswith("Ask the reviewer what is to be changed")
        assert any("alphareader" in clause for clause in crossing.ask)
    assert html(content, built_in()).count("we keep it, because") == len(findings_in(content)) + len(content.crossings)


@pytest.mark.usefixtures("folders")
def test_the_index_names_all_of_it_and_its_links_arrive() -> None:
    made, index = reports()
    assert [client.name for client in index.clients] == ["alpha", "omega"]
    assert index.total.automations == 4
    between = [found for gravity in index.between for group in gravity.groups for found in group.findings]
    assert any(step.automation == "Alphatitle" for found in between for step in found.loop)
    text = html(index, built_in())
    assert "counts once what several clients have a part in. It also counts" in text
    assert "counts once what several clients have a part in. It also counts" in markdown(index, built_in())
    assert not re.search(r'<td role="cell">[1-9]', text), "a number that leads nowhere"
    page = Parsed(text)
    pages = {name: set(Parsed(html(each.content, built_in())).ids) for name, each in made.items()}
    for link in page.links:
        file, _, anchor = link.partition("#")
        if not file.startswith("https://"):
            assert not anchor or anchor in (pages[file] if file else page.ids)


def _rules(graded: tuple[Gravity, ...]) -> set[str]:
    return {group.rule for each in graded for group in each.groups}


BOTS = """\
accounts:
  {mine}: {{platform: x, handle: "@{mine}bot"}}
automations:
  - id: {mine}answers
    account: {mine}
    when: mentioned
    do: [reply: "Thank you!"]
"""


def test_what_has_to_stop_with_others_has_to_stop_for_each(folders: Path) -> None:
    for mine in ("alpha", "omega"):
        (folders / mine / f"{mine}file.yml").write_text(f"sociable: 1\n{BOTS.format(mine=mine)}")
    made, index = reports()
    for mine, each in zip(("alpha", "omega"), made.values(), strict=True):
        content = each.content
        (loop,) = (crossing for crossing in content.crossings if crossing.severity == "error")
        assert content.verdict[0].text.startswith("1 thing has to stop now: “")
        assert f"” on @{mine}bot (No. " in content.verdict[0].text
        assert content.verdict[0].links[0].anchor == "crossing"
        assert (content.numbers[0].amount, content.numbers[0].anchor) == (1, "crossing")
        (pause,) = content.pauses
        assert (loop.title, (loop.number,)) in [(said.message, said.numbers) for said in pause.because]
        assert all(loop.number in row.findings for account in content.accounts for row in account.automations)
        assert not any(merit.automations for merit in content.merits)
        page = Parsed(html(content, built_in()))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert [(client.error, client.crossings) for client in (*index.clients, index.total)] == [(1, 1)] * 3


def test_what_is_accepted_between_clients_has_not_to_stop(folders: Path) -> None:
    for mine in ("alpha", "omega"):
        accepted = "sociable: 1  # sociable: ignore[reply-loop] until=2027-03-01 -- until omega moves\n"
        (folders / mine / f"{mine}file.yml").write_text(f"{accepted}{BOTS.format(mine=mine)}")
    made, _ = reports()
    told = {mine: made[f"{mine}.html"].content.crossings[0].decision for mine in ("alpha", "omega")}
    reasons = {each and each.reason for each in told.values()}
    assert reasons == {"until ‹an account of another client› moves", "until omega moves"}
    for decision in told.values():
        assert decision is not None
        assert decision.until == "1 March 2027"
        for page in (html(made["alpha.html"].content, built_in()), markdown(made["alpha.html"].content, built_in())):
            assert "we keep it, because" in page
            assert decision.until in page
    assert made["alpha.html"].content.numbers[0].amount == 0
    assert "omega" not in html(made["alpha.html"].content, built_in())


@pytest.mark.usefixtures("folders")
def test_each_finding_is_in_one_report_or_between() -> None:
    made, index = reports()
    total = len(examine(Request((".",))).report.findings)
    between = sum(gravity.amount for gravity in index.between)
    own = sum(gravity.amount for each in made.values() for gravity in each.content.gravities)
    assert own + between == total + 1  # what the files leave open is one finding, and one of each client
    assert between == 2


def test_a_table_says_whose_an_account_is(folders: Path) -> None:
    (folders / "clients.toml").write_text('[clients]\n"Ålpha & Sons" = ["alpha"]\n"Index" = ["omega"]\n')
    made, _ = reports("clients.toml")
    assert list(made) == ["Index-2.html", "Ålpha-Sons.html"]


def test_where_one_file_describes_all_accounts_their_automations_tell_clients_apart(folders: Path) -> None:
    accounts = []
    for name in ("alpha", "omega"):
        head, automations = (folders / name / f"{name}file.yml").read_text().split("automations:")
        accounts.append(head.removeprefix("sociable: 1\naccounts:\n"))
        (folders / name / f"{name}file.yml").unlink()
        (folders / f"{name}.yml").write_text(f"sociable: 1\nautomations:{automations}")
    (folders / "accounts.yml").write_text("sociable: 1\naccounts:\n" + "".join(accounts))
    also = "sociable: 1\nautomations: [{id: more, account: alpha, when: mentioned, do: [reply: Thanks]}]\n"
    (folders / "also.yml").write_text(also)
    made, _ = reports()
    assert {file: each.content.accounts[0].name for file, each in made.items()} == {
        "alpha.html": "@alphahandle.example",
        "omega.html": "@omegahandle.example",
    }
    assert "more" in {row.name for row in made["alpha.html"].content.accounts[0].automations}


def test_files_that_share_an_account_are_those_of_one_client(folders: Path) -> None:
    for name in ("alpha", "omega"):
        (folders / name / f"{name}file.yml").unlink()
    (folders / "accounts.yml").write_text(
        "sociable: 1\naccounts: {alpha: {platform: x}, omega: {platform: x}, sigma: {platform: x}}\n"
    )
    for file, runs in {
        "c": "alpha",
        "b": "omega",
        "a": "[omega, alpha]",
        "bb": "omega",
        "cc": "alpha",
        "d": "sigma",
    }.items():
        (folders / f"{file}.yml").write_text(
            f"sociable: 1\nautomations: [{{id: {file}1, account: {runs}, when: mentioned, do: [like: event.post]}}]\n"
        )
    made, _ = reports()
    assert {file: len(each.content.accounts) for file, each in made.items()} == {"a.html": 2, "d.html": 1}


def test_a_configuration_says_whose_an_account_is_and_folders_the_rest(folders: Path) -> None:
    (folders / "sociable.toml").write_text('[clients]\n"Harbour Museum" = ["alpha"]\n')
    made, _ = reports()
    assert list(made) == ["Harbour-Museum.html", "omega.html"]


@pytest.mark.parametrize("clients", ["folders", "clients.toml"])
def test_what_an_account_says_comes_first(folders: Path, clients: str) -> None:
    (folders / "clients.toml").write_text('[clients]\nAlpha = ["alpha"]\nOmega = ["omega"]\n')
    (folders / "sociable.toml").write_text('[clients]\nAlpha = ["alpha"]\n')
    file = folders / "alpha" / "alphafile.yml"
    file.write_text(file.read_text().replace("platform: ", "client: Harbour Museum, platform: ", 1))
    made, _ = reports(clients)
    assert [name.casefold() for name in made] == ["harbour-museum.html", "omega.html"]


def test_a_configuration_that_names_an_unknown_account_is_told(folders: Path) -> None:
    (folders / "sociable.toml").write_text('[clients]\nAlpha = ["alhpa"]\n')
    with pytest.raises(BadClients, match="alpha"):
        reports()


def test_who_belongs_to_nobody_stands_in_no_report_and_is_named_in_the_index(folders: Path) -> None:
    (folders / "clients.toml").write_text('[clients]\nAlpha = ["alpha"]\n')
    made, index = reports("clients.toml")
    assert list(made) == ["Alpha.html"]
    assert index.unassigned == ("@omegahandle.example",)
    assert index.of_nobody is not None
    assert index.of_nobody[2:4] == (1, 2)
    rules = {key: _rules(found) for key, found in (("between", index.between), ("nobodys", index.nobodys))}
    assert "auto-follow-loop" in rules["between"]
    assert "auto-follow-back" in rules["nobodys"] - rules["between"]
    assert index.total.crossings == sum(each.amount for each in index.between)
    page = Parsed(html(index, built_in()))
    assert "No client has a part in what follows" in page.text
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "No client has a part in what follows" in markdown(index, built_in())


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "needs a table"),
        ("clients = 3", "needs a table"),
        ("[clients]\nA = 'alpha'", "needs a list"),
        ("[clients]\nA = ['alhpa']", "alpha"),
        ("[clients]\nA = ['alpha']\nB = ['alpha']", "two clients"),
        ("[clients", "clients.toml"),
    ],
)
def test_a_table_that_makes_no_sense_is_told(table: str, says: str, folders: Path) -> None:
    (folders / "clients.toml").write_text(table)
    with pytest.raises(BadClients, match=re.escape(says)):
        reports("clients.toml")


SALE = "post: Half price until Sunday in all our shops."
WORDS = ("follow: event.user", SALE, "repost: event.post", "reply: Thank you")
EVENTS = ("followed", "mentioned", "replied", "account_posted", "{event: schedule, every: 1 day}")


@settings(max_examples=25, deadline=None)
@given(
    done=st.lists(st.tuples(st.sampled_from(EVENTS), st.sampled_from(WORDS)), min_size=1, max_size=4), data=st.data()
)
def test_whatever_clients_do_none_shows_in_the_report_of_another(
    done: list[tuple[str, str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("clients")
    for name in ("alpha", "omega"):
        automations = "".join(
            f"  - {{id: {name}{at}, account: {name}, when: {event}, do: [{do}]}}\n"
            for at, (event, do) in enumerate(data.draw(st.permutations(done)))
        )
        (folder / name).mkdir()
        (folder / name / f"{name}.yml").write_text(
            f"sociable: 1\naccounts:\n  {name}: {{platform: x, handle: '@{name}'}}\nautomations:\n{automations}"
        )
    made, _ = per_client(examine(Request((str(folder),))), wishes(), "folders", "html", [])
    assert "omega" not in html(made["alpha.html"].content, built_in())
    assert "alpha" not in html(made["omega.html"].content, built_in())


def test_what_is_gone_of_one_client_is_told_to_that_one_only(folders: Path) -> None:
    last = folders / "last.json"
    last.write_text(written("report", examine(Request((".",))).report, "json"))
    for name, text in (("alpha", ONE), ("omega", TWO)):
        (folders / name / f"{name}file.yml").write_text(text.replace("when: followed", "when: mentioned"))
    made, _ = per_client(examine(Request((".",))), wishes(last=last_report(str(last))), "folders", "html", [])
    for mine, other in (("alpha", "omega"), ("omega", "alpha")):
        content = made[f"{mine}.html"].content
        assert content.since is not None
        assert any(f"@{mine}handle.example" in gone.message for gone in content.since.gone)
        assert other not in html(content, built_in())


def test_of_a_file_that_clients_share_no_line_is_shown(folders: Path) -> None:
    for name in ("alpha", "omega"):
        (folders / name / f"{name}file.yml").unlink()
    (folders / "all.yml").write_text(
        "sociable: 1\naccounts: {alpha: {platform: x, handle: '@alpha'}, omega: {platform: x, handle: '@omega'}}\n"
        "automations:\n  - {id: both, account: [alpha, omega], when: followed, do: [follow: event.user]}\n"
        "  - {id: odd, account: omega, omegakey: 3, when: followed, do: [notify: us]}\n"
    )
    (folders / "clients.toml").write_text('[clients]\nAlpha = ["alpha"]\nOmega = ["omega"]\n')
    made, _ = reports("clients.toml")
    content = made["Alpha.html"].content
    assert any(group.rule == "auto-follow-back" for gravity in content.gravities for group in gravity.groups)
    assert "omega" not in html(content, built_in()).casefold()


def test_what_somebody_accepted_is_accepted_in_the_report_of_a_client_too(folders: Path) -> None:
    file = folders / "alpha" / "alphafile.yml"
    note = "# sociable: ignore[auto-follow-back] -- members asked for it"
    file.write_text(file.read_text().replace("do: [follow: event.user]", f"do: [follow: event.user]  {note}"))
    made, index = reports()
    (kept,) = (found for found in findings_in(made["alpha.html"].content) if found.decision)
    assert kept.decision is not None
    assert kept.decision.reason == "members asked for it"
    assert not [found for found in findings_in(made["omega.html"].content) if found.decision]
    assert [client.error for client in index.clients] == [0, 1]


def test_the_reason_of_what_was_accepted_for_several_clients_is_not_repeated(folders: Path) -> None:
    (folders / "sociable.toml").write_text(
        '[[suppress]]\nfile = "**/*.yml"\nsays = "ignore[auto-follow-back] -- alphareader and omegareader agreed"\n'
    )
    made, _ = reports()
    for name in ("alpha.html", "omega.html"):
        (kept,) = (found.decision for found in findings_in(made[name].content) if found.decision)
        assert "agreed" not in kept.reason
        assert kept.reason.endswith("ask the reviewer")


def test_a_client_is_told_how_grave_a_finding_is_as_the_configuration_has_it(folders: Path) -> None:
    (folders / "sociable.toml").write_text('[severity]\nauto-follow-back = "info"\n')
    made, _ = reports()
    graded = {gravity.severity: gravity for gravity in made["alpha.html"].content.gravities}
    assert "auto-follow-back" in [group.rule for group in graded["info"].groups]


def test_a_client_whose_own_files_name_another_one_reads_no_name(folders: Path) -> None:
    file = folders / "alpha" / "alphafile.yml"
    file.write_text(
        file.read_text() + "  - {id: alphanews, title: As for Omega Limited, account: alpha, when: {event: mentioned, "
        'from: ["@OmegaHandle.example"]}, do: [follow: event.user, post: "@omegahandle.example is not us"]}\n'
    )
    (folders / "clients.toml").write_text('[clients]\n"Alpha" = ["alpha"]\n"Omega Limited" = ["omega"]\n')
    made, index = reports("clients.toml")
    content = made["Alpha.html"].content
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "alphanews" in page or "As for" in page
        assert "omegahandle.example" not in page.casefold()
        assert "omega limited" not in page.casefold()
        assert "an account of another client" in page
    assert [client.name for client in index.clients] == ["Alpha", "Omega Limited"]


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page of Alpha, one of three clients: files name them as people write, one lies in a folder of others."""
    (tmp_path / "Fernhill Garden").mkdir()
    (tmp_path / "Fernhill Garden" / "news.yml").write_text(
        "sociable: 1\naccounts:\n  alpha: {platform: bluesky, handle: '@alpha.example', inbox: {read_by: Ann}}\n"
        "  fernhill: {platform: bluesky, handle: '@garden.example'}\n"
        "  news: {platform: bluesky, handle: '@tidings.example'}\n"
        "automations:\n  - {id: alphaback, title: As for fernhill and its news, account: alpha, when: followed, "
        "do: [follow: event.user, post: 'Good news from the fernhill garden and from news']}\n"
        "  - {id: alphaask, title: what `news` and @Garden.example do, account: alpha, when: followed, "
        "do: [follow: event.user]}\n"
    )
    (tmp_path / "clients.toml").write_text(
        '[clients]\nAlpha = ["alpha"]\n"Fernhill Garden" = ["fernhill"]\nTidings = ["news"]\n'
    )
    monkeypatch.chdir(tmp_path)
    return html(reports("clients.toml")[0]["Alpha.html"].content, built_in())


def test_ids_titles_in_small_letters_and_folders_of_other_clients_are_not_read(shared: str) -> None:
    assert "alphaback" in shared or "As for" in shared
    for name in ("fernhill", "garden.example", "tidings", "<code>news</code>"):
        assert name not in shared.casefold()


def test_ordinary_words_are_left_although_an_account_is_called_so(shared: str) -> None:
    assert "and its news" in shared
    assert "Good news from the ‹an account of another client›" in shared


def findings_in(content: Content) -> list[ToldFinding]:
    return [found for gravity in content.gravities for group in gravity.groups for found in group.findings]


@pytest.mark.parametrize("field", sorted({*Setup._fields} - {"accounts", "automations", "files"}))
def test_a_part_of_a_setup_keeps_all_but_the_accounts_and_files_of_others(field: str) -> None:
    said: dict[str, Any] = {field: object()}
    assert getattr(part_of(Setup((), ())._replace(**said), Client("Shop", frozenset())), field) is said[field]


def test_a_key_in_a_file_in_which_nothing_runs_stands_in_the_index_alone(folders: Path) -> None:
    (folders / "left-over.yml").write_text(f"sociable: 1\n# before: https://us:{'gr33n-d00r'}@intern.example/post\n")
    made, index = reports()
    assert not any("secret-in-file" in _rules(each.content.gravities) for each in made.values())
    assert not any("plain sight" in markdown(each.content, built_in()) for each in made.values())
    assert "secret-in-file" in _rules(index.nobodys)


TWO_CLIENTS = """\
sociable: 1
{top}
accounts:
  shop: {{platform: {platform}, handle: "@shop.example", client: Shop, inbox: {{read_by: us}}}}
  club: {{platform: x, handle: "@club", client: Club}}
automations:
  - {{id: news, account: shop, {shop}}}
  - {{id: thanks, account: club, when: {{event: schedule, every: 7 days}}, do: [post: Thanks]}}
"""


@pytest.mark.parametrize(
    ("top", "platform", "shop", "rule"),
    [
        (
            "lists: {leads: {came_by: bought}}",
            "email",
            'when: {event: schedule, every: 7 days}, do: [email: {target: list("leads"), text: "News: open at 9."}]',
            "cold-email",
        ),
        (
            "places: {lounge: {approved: {automation: false}}}",
            "discord",
            "when: {event: schedule, every: 1 hour}, do: [post: {in: lounge, text: Half price today!}]",
            "unwelcome-post",
        ),
        ("", "x", 'when: mentioned, until: "2026-11-01", do: [reply: Back soon]', "date-passed"),
    ],
    ids=["list", "place", "day"],
)
@pytest.mark.usefixtures("folders")
def test_a_client_is_told_what_the_check_tells_of_its_accounts(top: str, platform: str, shop: str, rule: str) -> None:
    text = TWO_CLIENTS.format(top=top, platform=platform, shop=shop)
    whole = examine(Request((), ("a.yml", text.encode()), today=date(2026, 11, 28)))
    made, index = per_client(whole, wishes(), "folders", "html", [])
    (told,) = (finding.fingerprint for finding in whole.report.findings if finding.rule == rule)
    shop_content, club = made["Shop.html"].content, made["Club.html"].content
    assert told in {each.fingerprint for each in findings_in(shop_content)}
    assert not index.between
    assert not shop_content.crossings
    page = html(club, built_in())
    assert "leads" not in page
    assert "lounge" not in page


@pytest.mark.usefixtures("folders")
def test_a_client_is_judged_on_the_day_and_as_kept_by_whom_the_whole_is() -> None:
    made, _ = per_client(
        examine(Request((".",), today=date(2020, 2, 3), profile="public-body")), wishes(), "folders", "html", []
    )
    for each in made.values():
        assert each.facts.today == "2020-02-03"
        assert {account.run_by for account in each.facts.accounts} == {"public-body"}


@pytest.mark.usefixtures("folders")
def test_a_loop_that_others_are_on_too_is_counted_where_it_is_told() -> None:
    made, _ = reports()
    for each in made.values():
        (loop,) = (number for number in each.content.numbers if "loop" in number.words)
        (crossing,) = (each for each in each.content.crossings if "follow each other" in each.title)
        assert (loop.amount, loop.anchor) == (1, f"f{crossing.number}")
        assert not each.content.picture.loops


def test_of_what_was_found_between_others_at_the_same_place_a_client_reads_nothing(folders: Path) -> None:
    accounts = {"a1": "bluesky", "o1": "bluesky", "o2": "linkedin", "s1": "linkedin", "s2": "threads", "s3": "threads"}
    whose = {"a": "Alpha", "o": "Omega", "s": "Sigma"}
    (folders / "omega" / "omegafile.yml").unlink()
    (folders / "alpha" / "alphafile.yml").write_text(
        "sociable: 1\naccounts:\n"
        + "".join(f"  {name}: {{platform: {on}, client: {whose[name[0]]}}}\n" for name, on in accounts.items())
        + f"automations:\n  - {{id: sale, account: [{', '.join(accounts)}], when: {{event: schedule, every: 1 day}}, "
        'do: [post: "Half price until Sunday in all our shops."]}\n'
    )
    made, index = reports()
    for file, content in ((name, each.content) for name, each in made.items()):
        page = html(content, built_in())
        (crossing,) = content.crossings
        assert ("LinkedIn" in page) == (file != "Alpha.html")
        assert len(crossing.own) == (2 if file == "Omega.html" else 1)
        twice = [group.rule for gravity in content.gravities for group in gravity.groups]
        assert ("duplicate-posts" in twice) == (file == "Sigma.html")
    assert "Threads" not in "".join(
        found.message for each in index.between for group in each.groups for found in group.findings
    )


def test_a_loop_with_others_that_goes_on_for_ever_is_not_said_to_end(folders: Path) -> None:
    for mine in ("alpha", "omega"):
        (folders / mine / f"{mine}file.yml").write_text(f"sociable: 1\n{BOTS.format(mine=mine)}")
    made, _ = reports()
    for each in made.values():
        (loop,) = (number for number in each.content.numbers if "loop" in number.words)
        assert loop.words == "loop in which automations can set each other off, with an account of another client"


def test_what_stands_in_a_file_of_several_clients_is_told_in_the_index_as_markdown_too(folders: Path) -> None:
    file = folders / "both.yml"
    file.write_text(
        "sociable: 1\nautomations:\n  # sociable: ignore[welcome-dm] -- nobody is greeted\n"
        "  - {id: both, account: [alpha, omega], when: mentioned, do: [notify: come]}\n"
    )
    _, index = reports()
    assert [group.rule for gravity in index.between for group in gravity.groups if gravity.severity == "warning"]
    for page in (html(index, built_in()), markdown(index, built_in())):
        assert "both.yml" in page
        assert "unused-suppression" in page


FLOW = {
    "nodes": [
        {"name": "T", "type": "n8n-nodes-base.scheduleTrigger", "typeVersion": 1, "parameters": {}},
        {"name": "P", "type": "n8n-nodes-base.linkedIn", "typeVersion": 1, "parameters": {"text": "Half price today"}},
    ],
    "connections": {"T": {"main": [[{"node": "P", "type": "main", "index": 0}]]}},
}


@pytest.fixture
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Workflows of two clients on an account to which none of them gives a name."""
    for client, flows in (("alpha", ("Tides", "Winds")), ("omega", ("Moons",))):
        (tmp_path / client).mkdir()
        for name in flows:
            (tmp_path / client / f"{name}.json").write_text(json.dumps({"name": name, **FLOW}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_account_that_tools_call_alike_in_two_folders_is_one_of_each_client(exports: Path) -> None:
    made, index = reports()
    runs = {
        file: {row.name for account in each.content.accounts for row in account.automations}
        for file, each in made.items()
    }
    assert runs == {"alpha.html": {"Tides", "Winds"}, "omega.html": {"Moons"}}
    assert [(each.accounts, each.automations) for each in (*index.clients, index.total)] == [(1, 2), (1, 1), (2, 3)]
    alpha, omega = (html(each.content, built_in()) for each in made.values())
    assert "Moons" not in alpha
    assert "omega" not in alpha
    assert "Tides" not in omega
    assert "alpha" not in omega
    assert {file.path for file in made["omega.html"].content.files} == {os.path.join("omega", "Moons.json")}


def test_what_is_only_found_of_both_is_named_to_each_without_the_other(exports: Path) -> None:
    made, index = reports()
    assert [group.rule for gravity in index.between for group in gravity.groups] == ["said-again"]
    for each in made.values():
        (crossing,) = each.content.crossings
        assert crossing.severity == "warning"
        assert each.content.begin_with is not None
        assert crossing.number == each.content.begin_with.number


def test_a_table_gives_a_client_all_of_such_an_account(exports: Path) -> None:
    (exports / "clients.toml").write_text('[clients]\nAlpha = ["linkedin"]\n')
    made, _ = reports("clients.toml")
    assert len(made["Alpha.html"].content.accounts[0].automations) == 3


def test_an_account_that_nothing_uses_and_a_note_that_is_none_touch_no_other_client(folders: Path) -> None:
    (folders / "alpha" / "alphafile.yml").write_text(
        'sociable: 1\naccounts:\n  alpha: {platform: sms, handle: "+33 1", client: alpha}\n'
    )
    note = "# sociable: ignore[auto-follow-back] until 2027-03-01 -- so it is\n"
    (folders / "omega" / "omegafile.yml").write_text(f"{TWO}{note}")
    made, index = reports()
    rules = {
        file: {group.rule for gravity in each.content.gravities for group in gravity.groups}
        for file, each in made.items()
    }
    assert rules["alpha.html"] == {"unused-account"}
    assert "malformed-suppression" in rules["omega.html"]
    assert not [crossing for each in made.values() for crossing in each.content.crossings]
    assert (index.between, index.nobodys) == ((), ())


BESIDE = """\
sociable: 1
accounts:
  brew: {platform: mastodon, handle: "@malt@beer.example", inbox: {read_by: Hugo}, pause: Ilse Quandt%s}
  hall: {platform: mastodon, handle: "@hall@town.example", automated_label: true%s}
automations:
  - {id: brew-post, account: brew, when: {event: schedule, every: 1 day}, do: [{post: "A beer a day"}]}
  - {id: hall-follow, account: hall, when: unfollowed, do: [{post: "{{ event.user.handle }} left"}]}
"""


@pytest.mark.parametrize(
    ("clients", "is_asked"),
    [(("", ""), True), ((", client: B", ", client: B"), True), ((", client: B", ", client: H"), False)],
)
def test_nobody_is_sent_to_the_people_of_another_client(clients: tuple[str, str], is_asked: bool) -> None:
    content = compose(examine(Request((), ("a.yml", (BESIDE % clients).encode()))), wishes())
    assert any("start with Ilse Quandt" in said for pause in content.pauses for said in pause.ask) == is_asked


def test_nobody_is_sent_to_the_people_of_whom_a_table_makes_another_client(tmp_path: Path) -> None:
    (tmp_path / "clients.toml").write_text('[clients]\nBrewery = ["brew"]\nHall = ["hall"]\n')
    text = (
        BESIDE % ("", "")
        + '  - {id: on, account: brew, when: {event: account_posted, from: [hall]}, do: [comment: "Hi"]}\n'
    )
    text += '  - {id: back, account: hall, when: {event: commented, from: [brew]}, do: [post: "Ho"]}\n'
    examined = examine(Request((), ("a.yml", text.encode())))
    _, index = per_client(examined, wishes(), str(tmp_path / "clients.toml"), "html", [])
    asked = [said for each in index.between for group in each.groups for found in group.findings for said in found.ask]
    assert asked
    assert not any("start with Ilse Quandt" in said for said in asked)


def test_the_shared_file_keeps_its_name_where_an_account_of_nobody_is_called_after_it() -> None:
    text = BESIDE % (", client: B", ", client: H")
    stray = text.replace("automations:", '  stray: {platform: x, handle: "@stray"}\nautomations:')
    made, _ = per_client(examine(Request((), ("shared.yml", stray.encode()))), wishes(), "folders", "html", [])
    assert set(made) == {"B.html", "H.html", "shared.html"}
    assert [each.path for each in made["H.html"].content.files] == ["shared.yml"]
