"""For whom something is said, in words, and how readers are told."""

import pytest

from tests.engine.rules import found, rule
from tests.kinds.told import told
from tests.setups import facts


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("run_by: business", "advertises what it sells"),
        ("run_by: person", "advertises for those who run it"),
        ("kind: app, client: the gardeners", "publishes advertising for the gardeners"),
        ("kind: persona, client: the streamer", "advertises in the name of somebody who does not exist"),
    ],
)
def test_only_who_sells_advertises_what_it_sells(account: str, words: str) -> None:
    text = f"""
accounts: {{a: {{platform: x, handle: "@a", {account}}}}}
automations:
  - {{id: bye, account: a, when: mentioned, paid_by: us, do: [{{post: Bye, disclose: none}}]}}
"""
    (finding,) = found(facts(text), rule("text t", report='report t: "{t.untold_words}"'))
    assert finding.message == f"{words}, and the file says that readers are not told"


@pytest.mark.parametrize(
    ("payer", "words"),
    [
        ("the mill", "is paid by the mill for what it says, and"),
        ("the maker, which gives the shoes", "speaks for the maker, and gets something for it, and"),
        ("the maker, which pays 20 €", "is paid by the maker for what it says, and"),
    ],
)
def test_money_is_named_only_where_it_is_said(payer: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, paid_by: '{payer}', do: [post: These shoes]}}"
    (said,) = told("text t", 'report t: "{t.untold_words}"', automation)
    assert said.startswith(words)


def test_words_out_of_a_table_may_say_already_that_they_advertise() -> None:
    said = [
        told(
            "text t",
            'report t: "{t.untold_words} / {t.untold_remedy}"',
            f"""
  - id: one
    account: a
    paid_by: a shop
    when: {{event: schedule, on: monday}}
    do: [{{fetch: {{pin: rows("pins")}}}}, {{post: "{words}"}}]""",
        )[0]
        for words in ("Lamps", "{{ pin.words }}")
    ]
    assert "nothing here tells readers so / Say it at the beginning" in said[0]
    assert "the file does not show whether readers are told / If the text already says so, only write" in said[1]


def test_somebody_invented_is_to_advertise_no_more() -> None:
    text = (
        "accounts: {fan: {platform: reddit, kind: persona, run_by: business}}\n"
        "automations: [{id: praise, account: fan, purpose: promotion, when: started, do: [post: Very good]}]"
    )
    (finding,) = found(facts(text), rule("text t", report='report t: "{t.untold_remedy}"'))
    assert finding.message == (
        "Take the posts out of `praise`. Advertise from an account of your own, in your own name."
    )
