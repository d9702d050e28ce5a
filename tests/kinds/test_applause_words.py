"""Whose applause it is, in words."""

from tests.engine.rules import found, rule
from tests.kinds.told import told
from tests.setups import facts


def test_many_accounts_of_one_name_cheer_each_other() -> None:
    automation = "  - {id: one, account: many, when: {event: account_posted, from: many}, do: [like]}"
    accounts = "accounts:\n  many: {platform: x, handle: '@many', count: 12}\nautomations:\n"
    page = rule("step s", report='report s: "{s.applause_words}"')
    (finding,) = found(facts(f"{accounts}{automation}\n"), page)
    assert finding.message == "likes posts of the others"


def test_a_number_that_is_made_larger_is_told_with_the_automation_that_does_so() -> None:
    automation = "  - {id: company, account: a, when: mentioned, admits: [false_numbers], do: [post: Hello]}"
    (said,) = told("step s", 'report s: "It {s.applause_words}"', automation)
    assert said.endswith("as the file says (`false_numbers` among `admits:`), in `company`")
