"""Ids: where they are declared, and where they are used."""

import pytest

from linter.deriving.names import declarations, references
from tests.setups import facts

YOURS = "One of yours has to be described under `accounts:`."

PROJECT = """
accounts:
  shop: {platform: x}
  cafe: {platform: x}
automations:
  - {id: one, account: [shop, caffe], when: mentioned, do: [follow: cafe]}
  - {id: two, account: shop, enabled: false, when: mentioned, do: [{fetch: {them: followers_of(tea)}}, follow: them]}
  - {id: three, account: shop, when: mentioned, do: [follow: followers_of(followers_of(bar)), dm: Hi]}
"""


def test_every_id_that_is_declared() -> None:
    found = declarations(facts(PROJECT))
    assert [(each.what, each.id) for each in found] == [
        ("account", "shop"),
        ("account", "cafe"),
        ("automation", "one"),
        ("automation", "two"),
        ("automation", "three"),
    ]
    assert [each.span.text for each in found] == [each.id for each in found]


def test_every_place_that_uses_an_account() -> None:
    found = references(facts(PROJECT))
    assert [(each.name, each.known) for each in found] == [
        ("shop", True),
        ("caffe", False),
        ("cafe", True),
        ("shop", True),
        ("tea", False),
        ("shop", True),
        ("bar", False),
    ]
    assert [each.account.id for each in found if each.account] == ["shop", "cafe", "shop", "shop"]


def test_hints() -> None:
    hints = {each.name: each.hint for each in references(facts(PROJECT)) if not each.known}
    assert hints == {
        "caffe": "Did you mean `cafe`?",
        "tea": 'Write "@tea" for an account that is not yours. ' + YOURS,
        "bar": 'Write "@bar" for an account that is not yours. ' + YOURS,
    }


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("rival", f'Write "@rival" for an account that is not yours. {YOURS}'),
        ("non-followers", "Did you mean `non_followers`?"),
        ("shopp", "Did you mean `shop`?"),
    ],
)
def test_what_a_step_may_have_been_aimed_at(target: str, hint: str) -> None:
    found = references(
        facts(f"""
accounts: {{shop: {{platform: x}}}}
automations: [{{id: a, account: shop, when: mentioned, do: [follow: {target}]}}]
""")
    )
    assert [each.hint for each in found if not each.known] == [hint]


def test_an_automation_runs_on_no_handle() -> None:
    found = references(facts("automations: [{id: a, account: rival, when: mentioned, do: [like]}]"))
    assert [each.hint for each in found] == ["Describe it under `accounts:` in one of the files."]


def test_an_account_of_another_file_is_known() -> None:
    first = "automations: [{id: a, account: shop, when: manual, do: [post: x]}]"
    (reference,) = references(facts(first, "accounts: {shop: {platform: x}}"))
    assert reference.known
