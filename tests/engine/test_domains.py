"""Groups of things that are alike, and lists of things by a word."""

from sociable.engine.domains import Things
from sociable.kinds.group import Group
from sociable.kinds.table import KINDS
from sociable.language.types import Type

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


def test_where_all_things_are_alike_an_index_has_no_list_of_its_own() -> None:
    things = Things(
        facts("""
accounts: {shop: {platform: x}}
automations: [{id: a, account: shop, when: mentioned, do: [like, like]}]
""")
    )
    names = ("verb",)
    get, _ = KINDS.follow(names, Type("step"))
    assert things.index("step", names, get)["like"] is things.all("step")
