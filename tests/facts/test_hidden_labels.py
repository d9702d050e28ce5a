"""Labels of advertisements that readers miss."""

import pytest
from sociable.facts.hidden_labels import hidden_label

from tests.facts.test_text_contents import text

NOTHING, SAID = frozenset[str](), frozenset(("sponsored",))


@pytest.mark.parametrize(
    ("said", "disclosed", "label"),
    [
        ("Good shoes. #run #sp", SAID, "#sp"),
        ("Good shoes. #run #Collab", NOTHING, "#Collab"),
        ("Good shoes. #run #trail #ad", NOTHING, "#ad"),
        ("Good shoes. #run #trail #ad", SAID, ""),
        ("Good shoes. #run #ad", NOTHING, ""),
        ("#ad Good shoes. #run #trail #sp", NOTHING, ""),
        ("Advertisement. Good shoes. #sp", NOTHING, ""),
        ("Good shoes for $9 &#sp;", NOTHING, ""),
    ],
)
def test_the_tag_that_alone_says_it(said: str, disclosed: frozenset[str], label: str) -> None:
    assert hidden_label(text(said), disclosed) == label
