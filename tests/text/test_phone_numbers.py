import re

import pytest
from sociable.text.phone_numbers import PHONE


@pytest.mark.parametrize(
    "text",
    [
        "+44 20 7946 0123",
        "call 020 7946 0123",
        "(+1) 555-010-0199",
        "0049/30/1234567",
        "wa.me/442079460123",
        "to_442079460123",
    ],
)
def test_a_phone_number_is_one(text: str) -> None:
    assert re.search(PHONE, text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-02",
        "open 2026-01-02 - 2026-01-05",
        "2026-01-02/2026-01-05",
        "on 02/01/2026",
        "02-01-2026",
        "12345678",
        "version 1.2.345678901",
    ],
)
def test_a_day_or_another_figure_is_none(text: str) -> None:
    assert re.search(PHONE, text) is None
