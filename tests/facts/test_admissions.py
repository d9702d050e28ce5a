"""What people would object to, wherever the files say it."""

import pytest
from sociable.facts.admissions import admitted, bares

from tests.setups import facts

LISTS = """lists:
  crew: {inside: true, AGREED admits: [other_purpose]}
  others: {admits: [not_ours]}
accounts:
  club: {platform: slack, admits: [slow_out]}
automations:
  - id: a
    account: club
    admits: [untrue]
    when: WHEN
    do:
"""
EMAIL = "      - email: {target: crew, text: Hello}\n"
FETCHED = '      - fetch: {member: rows("crew")}\n      - post: "{{ member.name }} is {{ member.age }}"\n'
NOTE = "      - notify: us\n"


@pytest.mark.parametrize(
    ("when", "do", "more"),
    [
        ("started", NOTE, set()),
        ("started", EMAIL, {"other_purpose"}),
        ("started", FETCHED, {"other_purpose"}),
        ("{event: row_added, sheet: crew}", NOTE, {"other_purpose"}),
        ("{event: account_posted, from: crew}", NOTE, {"other_purpose"}),
        ("{event: row_added, sheet: sheep}", NOTE, set()),
    ],
)
def test_account_automation_and_the_lists_that_it_uses(when: str, do: str, more: set[str]) -> None:
    automation = facts(LISTS.replace("AGREED", "").replace("WHEN", when) + do).automations[0]
    assert admitted(automation) == {"untrue", "slow_out"} | more


@pytest.mark.parametrize(
    ("agreed", "is_bare"), [("", True), ("agreed_to: [naming],", False), ("agreed_to: [data],", False)]
)
def test_what_people_keep_to_themselves_is_told_where_they_agreed(agreed: str, is_bare: bool) -> None:
    found = facts(LISTS.replace("AGREED", agreed).replace("WHEN", "started") + FETCHED).steps[-1]
    assert bares(found.text) is is_bare


def test_a_text_without_such_a_column_bares_nothing() -> None:
    found = facts(LISTS.replace("AGREED", "").replace("WHEN", "started") + FETCHED.replace("age", "town")).steps[-1]
    assert not bares(found.text)
