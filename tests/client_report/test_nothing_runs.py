"""Where nothing runs: all was switched off, all has ended, or there is nothing at all."""

from pathlib import Path

import pytest
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.parsed import Parsed
from tests.client_report.reports import examined, report_of, wishes

HEAD = "accounts: {shop: {platform: mastodon, handle: '@shop@x.example', run_by: business}}\nautomations:\n"
BACK = "  - {{id: {name}, account: shop, {state}, when: followed, do: [follow: event.user, dm: Buy now]}}\n"


def setup(*states: str) -> str:
    return HEAD + "".join(BACK.format(name=f"m{at}", state=state) for at, state in enumerate(states))


@pytest.mark.parametrize(
    ("states", "says"),
    [
        (("enabled: false", "enabled: false"), "All 2 automations in these files are switched off there"),
        (("enabled: false",), "The only automation in these files is switched off there"),
    ],
)
def test_where_all_is_switched_off_that_is_what_page_one_says(states: tuple[str, ...], says: str) -> None:
    content = report_of(setup(*states))
    (sentence,) = content.verdict
    assert sentence.text.startswith(f"{says}, so nothing was judged as running.")
    page = markdown(content, built_in())
    assert "No automation was found" not in page
    assert "There are no automations" not in page
    assert "leave nothing open" not in page
    assert "Nothing is asked, as nothing runs" in page


def test_of_an_account_on_which_all_is_off_nobody_asks_who_runs_it() -> None:
    said = {"enabled: false": "run by: not said (nor asked", "every: 1 day": ""}
    for state, words in said.items():
        (account,) = report_of(setup(state).replace(", run_by: business", "").replace("every", "cooldown")).accounts
        assert account.run_by.startswith(words)
        assert bool(account.run_by) == bool(words)


def test_where_there_is_none_that_is_said() -> None:
    (sentence,) = report_of("accounts: {shop: {platform: mastodon, handle: '@shop@x.example'}}").verdict
    assert sentence.text.startswith("No automation was found")


def test_where_nothing_runs_what_was_found_all_the_same_is_told_beside_it() -> None:
    key = "ghp_" + "aB3dE5fG7hJ9" * 3
    content = report_of(setup("enabled: false").replace("Buy now", f"'token: {key}'"))
    assert len(content.verdict) > 1
    assert "in plain sight" in content.verdict[1].text


def ended(*states: str) -> Content:
    return report_of(setup(*states))


def test_what_has_ended_does_not_go_on_until_it_is_changed() -> None:
    goes_on = "it goes on as it is"
    for page in (markdown(ended("until: 2025-01-31"), built_in()), html(ended("until: 2025-01-31"), built_in())):
        assert goes_on not in page
        assert "Nothing has to be switched off or changed." in page
    assert goes_on in markdown(ended("until: 2025-01-31", "purpose: news"), built_in())


def test_in_markdown_every_number_that_counts_something_leads_to_it() -> None:
    page = markdown(ended("until: 2025-01-31"), built_in())
    numbers = [line for line in page.splitlines() if line.startswith("- **")][:5]
    assert any("to know about" in line for line in numbers)
    assert not [line for line in numbers if not line.startswith("- **0**") and "](#" not in line]


@pytest.mark.parametrize("text", ["", "automations: []"])
def test_of_a_set_up_without_accounts_the_index_says_so(text: str) -> None:
    made, index = per_client(examined(text), wishes(), "folders", "html", [])
    assert made == {}
    for page in (html(index, built_in()), markdown(index, built_in())):
        assert "These files describe no account of a client" in page
        assert "All clients" not in page
    assert Parsed(html(index, built_in())).headings == [1]


def test_where_no_account_is_a_clients_the_index_names_them(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("sociable: 1\naccounts: {shop: {platform: x, handle: '@shop'}}\n")
    (tmp_path / "clients.toml").write_text("[clients]\n")
    found = examine(Request((str(tmp_path / "a.yml"),)))
    made, index = per_client(found, wishes(), str(tmp_path / "clients.toml"), "html", [])
    assert made == {}
    assert "@shop" in html(index, built_in())
    assert "no account of a client" not in html(index, built_in())


STOPPED = (
    "accounts: {shop: {platform: mastodon, handle: '@shop@x.example', run_by: business}}\nautomations:\n"
    "  - {id: five, account: shop, when: {event: schedule, every: 2 weeks}, do: [DO]}\n"
)


def test_what_stands_behind_a_stop_does_not_go_on_by_itself() -> None:
    content = report_of(STOPPED.replace("DO", "stop, {comment: {target: 'matching(\"x\")', text: Buy}}"))
    page = markdown(content, built_in())
    assert "ignored-step" in {group.rule for gravity in content.gravities for group in gravity.groups}
    assert "goes on by itself" not in page
    assert "nothing of it goes out, as one of its steps ends it before that" in page
    assert "the the" not in page
    assert "goes on by itself" in markdown(
        report_of(STOPPED.replace("DO", "{comment: {target: 'matching(\"x\")', text: Buy}}, stop")), built_in()
    )


def test_nobody_is_called_a_colleague_of_whom_no_file_speaks() -> None:
    text = STOPPED.replace("{event: schedule, every: 2 weeks}", "started").replace(
        "DO", '{dm: {target: found("x"), text: Buy}}, {notify: Look}, {ask: Yes?}, {draft: y}, {assign: team}'
    )
    page = markdown(report_of(text), built_in())
    assert "by hand" in page or "presses a button" in page
    assert "colleague" not in page
