"""Which names that other tools give to accounts name somebody."""

import pytest
from sociable.client_report.names.names_in_tools import names_in_tools
from sociable.findings.origin import OWN, Origin
from sociable.setup.model import Account, Named
from sociable.text.source import Source, Span

SPAN = Span(Source("a.json", ""), 0, 0)


def account(name: str, importer: str = "n8n") -> Account:
    return Account(Named(name, SPAN), SPAN, origin=Origin(importer, name) if importer else OWN)


@pytest.mark.parametrize(
    ("called", "names"),
    [
        ("telegram (Mühlenbot)", {"Mühlenbot"}),
        ("linkedin (Rose Bakery LinkedIn account 2)", {"Rose Bakery LinkedIn account 2", "Rose Bakery"}),
        ("x (Tessa Tuchel) in n8n", {"Tessa Tuchel"}),
        ("linkedin (page of the Town Museum)", {"page of the Town Museum"}),
        ("telegram (Telegram account 3)", set()),
        ("x (X OAuth2 account)", set()),
        ("whatsapp (WhatsApp Business Cloud 2)", set()),
        ("telegram (prod n8n bot)", set()),
        ("telegram", set()),
    ],
)
def test_a_name_counts_unless_it_only_says_what_it_is(called: str, names: set[str]) -> None:
    assert {*names_in_tools(account(called))} == names


def test_one_of_ours_is_called_as_the_exports_call_it() -> None:
    ours = account("council (Rose)", "")._replace(credentials=frozenset(("", "Rose bot")))
    assert {*names_in_tools(ours)} == {"Rose bot", "Rose"}
