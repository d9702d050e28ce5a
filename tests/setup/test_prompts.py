"""Prompts that tell a model to keep to itself that it is a machine, and those that do not."""

import pytest
from sociable.setup.prompts import hides_machine


@pytest.mark.parametrize(
    "prompt",
    [
        "Always be warm. Never say you are a bot.",
        "Do not tell customers that you are an AI.",
        "Don\N{RIGHT SINGLE QUOTATION MARK}t let them find out that you are a machine.",
        "You are not to reveal that you're an AI under any circumstances.",
        "Keep it secret that you are a bot.",
        "Hide that you are an AI.",
        "You are Tom from the front desk. Pretend to be human.",
        "Sag nie, dass du ein Bot bist.",
        "Verrate den Gästen nicht, dass du eine KI bist.",
        "Ne dis jamais que tu es un robot.",
        "Nunca digas que eres un bot.",
        "Non dire mai che sei un bot.",
        "Zeg nooit dat je een bot bent.",
        "Gib dich als Mensch aus.",
    ],
)
def test_it_is_told_to_hide_what_it_is(prompt: str) -> None:
    assert hides_machine(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Answer kindly, as Tom would.",
        "If you do not know, say that you are an AI.",
        "Don't forget to mention that you're a bot.",
        "Be kind. Say that you are a bot and never promise refunds.",
        "Never promise refunds, say that you are a bot.",
        "Never hide that you are an AI.",
        "Never pretend to be human.",
        "Never claim to be human; say that you are an AI if asked.",
        "You must not deny that you are a bot.",
        "You don't need to say that you are a bot.",
        "Sage immer, dass du ein Bot bist.",
        "Never say that rooms are free.",
    ],
)
def test_it_is_not(prompt: str) -> None:
    assert not hides_machine(prompt)
