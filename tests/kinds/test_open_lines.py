"""What files leave open is asked at one go."""

import pytest
from sociable.facts.open_facts import open_facts
from sociable.kinds.open_lines import open_lines

from tests.setups import facts

TEXT = """
accounts: {{a: {{platform: {platform}, handle: "@a", inbox: {{read_by: Jo}}, pause: Jo{said}}}}}
automations: [{{id: one, account: a, when: mentioned, do: [reply: "Thank you."]}}]
"""


@pytest.mark.parametrize(
    ("platform", "said", "asks"),
    [("x", "", True), ("mastodon", "", False), ("x", ', operator: "@jo"', False)],
)
def test_who_runs_a_machine_is_asked_together_with_whether_its_profile_says_so(
    platform: str, said: str, asks: bool
) -> None:
    (open_here,) = open_facts(facts(TEXT.format(platform=platform, said=said)))
    lines = open_lines(open_here)
    assert "`automated_label: true`" in lines
    assert (
        "if the profile says so (then also `operator:` with the account of the person or team that runs it), or"
        in lines
    ) is asks


@pytest.mark.parametrize(("rooms", "asked"), [("hall", "“hall”"), ("[hall, yard]", "“hall” and “yard”")])
def test_rooms_are_asked_about_by_name(rooms: str, asked: str) -> None:
    said = "accounts: {a: {platform: whatsapp, handle: '@a', run_by: business, inbox: {read_by: Jo}, pause: Jo}}\n"
    post = f"do: [post: {{in: {rooms}, text: Half price}}]"
    offer = f"automations: [{{id: one, account: a, purpose: promotion, when: {{event: schedule, on: monday}}, {post}}}]"
    (open_here,) = open_facts(facts(said + offer))
    assert f"whether those who keep {asked} agreed to the advertisements of @a" in open_here.says
    assert "or `approved: {automation: false}` if nobody did" in open_lines(open_here)
