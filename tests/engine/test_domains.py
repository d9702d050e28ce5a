"""Groups of things that are alike."""

from sociable.kinds.group import Group

from tests.setups import facts

TWICE = """
accounts: {ann: {platform: x}, bob: {platform: x}}
automations:
  - {id: a, account: [ann, bob], when: mentioned, do: [like]}
  - {id: b, account: ann, when: mentioned, do: [like]}
"""


def test_the_second_of_a_group_stands_at_another_place_if_there_is_one() -> None:
    one, same, other = facts(TWICE).steps
    assert Group([one, same, other]).second is other
    assert Group([one, same]).second is same
    assert Group([one]).second is one
