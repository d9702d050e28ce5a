"""Advice that names a key of automations says where it stands: a step may have others."""

import re
from pathlib import Path

import pytest
from sociable.vocabulary.settable import SETTABLE

PROJECT = Path(__file__).parents[2]
ALONE = SETTABLE["automation"].keys() - SETTABLE["step"].keys()
ADVICE = [
    (page.stem, said)
    for page in sorted((PROJECT / "rules").glob("*/*.md"))
    for said in re.findall(r'(?m)^suggest "(.*)"$', page.read_text())
]


def test_some_keys_are_of_automations_alone() -> None:
    assert {"once_per", "ignore", "stop_on"} <= ALONE
    assert len(ADVICE) > 100


@pytest.mark.parametrize(("page", "said"), ADVICE)
def test_advice_says_where_a_key_of_automations_stands(page: str, said: str) -> None:
    named = ALONE.intersection(re.findall(r"`([a-z_]+):", said))
    assert not named or "beside `when:`" in said or "in the place of" in said, (page, named)
