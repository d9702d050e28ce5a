"""What the link by which people leave is called in a text that nothing fills it into."""

import pytest
from sociable.facts.unfilled_places import Gap


@pytest.mark.parametrize(
    ("shown", "is_way_out"),
    [
        ("account.unsubscribe", True),
        ("{unsubscribe_link}", True),
        ("{opt_out}", True),
        ("account.abmelden", True),
        ("{link}", False),
        ("{end}", False),
        ("account.town", False),
    ],
)
def test_a_place_is_known_by_its_name_as_that_of_the_link_by_which_people_leave(shown: str, is_way_out: bool) -> None:
    assert Gap(shown, "", True).is_way_out is is_way_out
