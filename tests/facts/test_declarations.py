"""Ids: where they are declared, and where they are used."""

import pytest
from sociable.facts.declarations import References, declarations
from sociable.facts.facts import derive
from sociable.project.load import load

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
    found = References(facts(PROJECT))
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
    hints = {each.name: each.hint for each in References(facts(PROJECT)) if not each.known}
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
    found = References(
        facts(f"""
accounts: {{shop: {{platform: x}}}}
automations: [{{id: a, account: shop, when: mentioned, do: [follow: {target}]}}]
""")
    )
    assert [each.hint for each in found if not each.known] == [hint]


def test_the_name_of_a_list_is_no_account() -> None:
    found = References(
        facts("""
accounts: {shop: {platform: x}}
automations: [{id: a, account: shop, when: mentioned, do: [list_add: VIPs]}]
""")
    )
    (unknown,) = [each for each in found if not each.known]
    assert unknown.hint == "Write `list_add: {list: VIPs, target: event.user}`, if that is the name of the list."


def test_an_automation_runs_on_no_handle() -> None:
    (found,) = References(facts("automations: [{id: a, account: rival, when: mentioned, do: [like]}]"))
    assert found.hint == (
        "If another file describes it, check both together. "
        "If none does, describe it under `accounts:`, or correct the name."
    )


def test_an_account_of_another_file_is_known() -> None:
    first = "automations: [{id: a, account: shop, when: manual, do: [post: x]}]"
    (reference,) = References(facts(first, "accounts: {shop: {platform: x}}"))
    assert reference.known


def used(text: str) -> dict[str, bool]:
    return {each.id: each.is_used for each in declarations(facts(text)) if each.what == "account"}


ACCOUNTS = """
accounts:
  shop: {platform: x, handle: "@shop", operator: "@owner"}
  owner: {platform: x, handle: "@Owner"}
  other: {platform: x, handle: "@other"}
  spare: {platform: x, handle: "@spare"}
"""


def test_an_account_is_used_where_it_runs_or_is_spoken_of() -> None:
    run = "automations: [{id: a, account: shop, when: {event: account_posted, from: '@other'}, do: [like]}]"
    assert used(f"{ACCOUNTS}{run}") == {"shop": True, "owner": True, "other": True, "spare": False}


@pytest.mark.parametrize("aimed", ["follow: spare", 'follow: "@Spare"', "fetch: {them: followers_of(spare)}"])
def test_an_account_is_used_where_a_step_is_aimed_at_it(aimed: str) -> None:
    assert used(f"{ACCOUNTS}automations: [{{id: a, account: shop, when: manual, do: [{aimed}]}}]")["spare"]


def test_an_automation_that_is_switched_off_still_speaks_of_its_account() -> None:
    assert used(f"{ACCOUNTS}automations: [{{id: a, account: spare, enabled: false, when: manual, do: [like]}}]")[
        "spare"
    ]


def test_without_automations_nothing_is_known() -> None:
    assert all(used(ACCOUNTS).values())


def test_an_account_may_be_used_by_what_could_not_be_read() -> None:
    text = "accounts: {a: {platform: x, handle: '@a'}, b: {platform: x, handle: '@b'}}\nautomations:\n"
    text += "  - {id: one, account: a, when: followed, do: [like]}\n"
    unused = [each.id for each in declarations(facts(text)) if not each.is_used]
    assert unused == ["b"]
    cut = load((), stdin=("a.yml", f"sociable: 1\n{text}  - {{id: two, account: b, do: [like]}}\n".encode()))
    assert all(each.is_used for each in declarations(derive(cut.setup)))


def test_places_that_use_an_account_are_counted_and_made_when_they_are_come_to() -> None:
    found = References(facts(PROJECT))
    assert len(found) == len(list(found))
    assert set(found.names()) == {each.name for each in found}
    assert next(iter(found)) is not next(iter(found))
