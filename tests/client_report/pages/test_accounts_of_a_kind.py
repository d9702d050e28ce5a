"""Accounts of a kind stand together, and each can still be found with what was found of it."""

import re

import pytest
from sociable.client_report.pages.accounts_of_a_kind import accounts_of_a_kind
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in

from tests.client_report.parsed import Parsed
from tests.client_report.reports import report_of

FEWEST = 10


def setup(number: int, **said: str) -> str:
    """As many accounts of a kind, of which those that are named have something of their own."""
    accounts = "".join(f"  a{n}: {{platform: x, handle: '@a{n}'{said.get(f'a{n}', '')}}}\n" for n in range(number))
    automations = "".join(
        f"  - {{id: back{n}, account: a{n}, when: followed, do: [follow: event.user]}}\n" for n in range(number)
    )
    return f"accounts:\n{accounts}automations:\n{automations}"


def together(text: str) -> list[int]:
    return [len(each.all_of_them) for each in accounts_of_a_kind(report_of(text))]


def test_only_many_of_a_kind_stand_together() -> None:
    assert together(setup(FEWEST - 1)) == [1] * (FEWEST - 1)
    assert together(setup(FEWEST)) == [FEWEST]


@pytest.mark.parametrize(
    "said", [", run_by: person", ", inbox: {read_by: Ann}", ", pause: Ben", ", client: Museum", ", inbox: unread"]
)
def test_an_account_of_which_something_else_is_said_stands_by_itself(said: str) -> None:
    assert sorted(together(setup(FEWEST + 1, a3=said))) == [1, FEWEST]


def test_an_account_on_which_something_else_was_found_stands_by_itself() -> None:
    allowed = setup(FEWEST + 1).replace(
        "  - {id: back3,", "  # sociable: ignore[auto-follow-back] -- agreed with them\n  - {id: back3,"
    )
    other = setup(FEWEST + 1).replace("account: a3, when: followed", "account: a3, when: mentioned")
    assert sorted(together(allowed)) == [1, FEWEST]
    assert sorted(together(other)) == [1, FEWEST]


def test_each_is_named_with_its_own_findings_and_every_link_arrives() -> None:
    content = report_of(setup(FEWEST))
    page = html(content, built_in())
    doing = page[page.index('<section id="doing"') : page.index('<section id="fine"')]
    words = re.sub(r"<[^>]+>", "", doing)
    assert "Each of 10 accounts" in words
    assert "These accounts are: @a0 (No. 1, No. 11, No. 12), @a1 (No. 2, No. 11, No. 12)," in words
    assert doing.count("when somebody follows") == 1
    parsed = Parsed(page)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {link for link in parsed.links if link.startswith("#")} <= {f"#{each}" for each in parsed.ids}
    assert all(f'id="{each}"' in doing for row in content.accounts for each in (row.anchor, row.automations[0].anchor))


def test_they_stand_together_in_markdown_too() -> None:
    text = markdown(report_of(setup(FEWEST)), built_in())
    assert text.count("| Each of 10 accounts, such as @a0, @a1, @a2 and 7 more · X · ") == 1
    assert "- **such as back0**: when somebody follows: follows them back" in text
    assert "@a9 (No. 10, No. 11, No. 12)." in text


def test_an_automation_that_runs_on_all_of_them_has_its_name() -> None:
    accounts = ", ".join(f"a{n}" for n in range(FEWEST))
    text = setup(FEWEST).split("automations:")[0]
    content = report_of(f"{text}automations:\n  - {{id: all, account: [{accounts}], when: followed, do: [like]}}\n")
    (alike,) = accounts_of_a_kind(content)
    assert [each.name for each in alike.automations] == ["all"]
