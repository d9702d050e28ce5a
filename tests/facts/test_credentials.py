"""Which password it is that stands in a file: of whom and for where, and never the password."""

import pytest
from sociable.facts.credentials import credentials

from tests.client_report.reports import facts_of


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://studio:gr33n-d00r-8812@intern.example/songs.xml", " (of “studio” for intern.example)"),
        ("https://intern.example/news?api_key=Zk3fQ9wLm2Xv7Tb4", " (for intern.example)"),
        ("https://hooks.example/x?lang=en&token=Zk3fQ9wLm2Xv7Tb4", " (for hooks.example)"),
        (f"https://{'ghp_' + 'aB3dE5fG7h' * 4}:x-oauth-b4sic@git.example/x", " (for git.example)"),
        ("Authorization Bearer IGQVJ" + "eX4mpl3zZ9" * 4, ""),
    ],
)
def test_the_address_says_whose_it_is_and_for_where(address: str, opens: str) -> None:
    text = f"accounts: {{a: {{platform: x, handle: '@a'}}}}\n# {address}\n"
    found = credentials(facts_of(text))
    assert {each.opens for each in found if each.opens or not opens} == {opens}
