"""What to do about a deceit."""

import pytest

from tests.engine.rules import found, rule
from tests.setups import facts


@pytest.mark.parametrize(
    ("account", "keys", "remedy"),
    [
        ("", "admits: [evades_bans, untrue], do: [like]", "Stop the automation `one`. Get round neither"),
        ("", "admits: [evades_bans, hides_machine], do: [dm: Hi]", "Stop writing to people. Get round neither"),
        ("", "admits: [hides_machine, false_numbers], do: [like]", "Stop `one`: to say that there is a program"),
        (
            ", approved: {automation: false}",
            "admits: [hides_machine], do: [like]",
            "Stop `one`: no program has been allowed",
        ),
        ("", "admits: [hides_machine], via: browser, do: [like]", "Stop this program. If another one"),
        (", kind: persona", "admits: [hides_machine, untrue], do: [reply: Hi]", "Stop `one`, and let nobody speak who"),
        (
            ", kind: persona",
            "admits: [false_numbers, untrue], do: [reply: Hi]",
            "Stop `one`. What is said by people who",
        ),
        ("", "admits: [hides_machine, untrue], do: [reply: Hi]", "Stop hiding the program, and say in the profile"),
        ("", "admits: [untrue], purpose: support, do: [reply: Hi]", "Take out what is not true, or make it true"),
        ("", "admits: [untrue], purpose: promotion, do: [reply: Hi]", "Take out what is not true ("),
        ("", "admits: [pretends], do: [reply: Hi]", "Take out whatever makes people think"),
        (
            "",
            "admits: [conceals], do: [reply: Hi]",
            "Tell people beforehand what is kept from them, in the profile or in the text (",
        ),
        (
            "",
            "admits: [conceals], paid_by: the mill, do: [generate: {a: Hi}, reply: '{{ a }}']",
            "Tell people beforehand what is kept from them, such as who pays for it and that an AI writes, in",
        ),
        (
            "",
            "admits: [conceals], agreed_to: none, do: [store: '{{ event.user.name }}']",
            "Stop `one` until people have been",
        ),
    ],
)
def test_a_deceit_is_ended_or_put_right(account: str, keys: str, remedy: str) -> None:
    text = f"accounts: {{a: {{platform: x{account}}}}}\nautomations: [{{id: one, account: a, when: mentioned, {keys}}}]"
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    assert finding.message.startswith(remedy)
    is_over = remedy.startswith(("Stop the", "Stop writing", "Stop `one`:", "Stop `one`,", "Stop `one`.", "Stop this"))
    assert finding.message.endswith(" out of `admits:`).") is not is_over


@pytest.mark.parametrize(
    ("account", "when", "where"),
    [
        ("platform: email", "email_received", "in the text"),
        ("platform: discord, in: hall", "posted_here", "where they write"),
        ("platform: email", "opted_in", "where they sign up"),
    ],
)
def test_people_are_told_where_the_platform_has_room_for_it(account: str, when: str, where: str) -> None:
    text = (
        f"accounts: {{a: {{{account}}}}}\n"
        f"automations: [{{id: one, account: a, when: {when}, admits: [conceals], do: [post: Hi]}}]"
    )
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    said = f"Tell people beforehand what is kept from them, {where} (and take `conceals` out of `admits:`)."
    assert finding.message == said


def test_what_was_made_up_cannot_be_made_true() -> None:
    text = "automations: [{id: one, account: a, when: mentioned, admits: [untrue, false_numbers], do: [post: Hi]}]"
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    assert finding.message == (
        "Stop `one`, and show only what real people said, and numbers that are so (and take `untrue` and "
        "`false_numbers` out of `admits:`)."
    )


@pytest.mark.parametrize(
    ("keys", "remedy"),
    [
        (
            "admits: [untrue], do: [{generate: {a: Write a short review by a guest who loved it}}, post: '{{ a }}']",
            "Stop `one`, and show only what real people said (and take `untrue` out of `admits:`).",
        ),
        (
            "admits: [conceals, other_purpose], do: [notify: Most were awake at nine]",
            "Stop `one` until people have been told and have said yes (and take `conceals` out of `admits:`).",
        ),
    ],
)
def test_what_goes_on_in_secret_or_was_never_said_is_stopped(keys: str, remedy: str) -> None:
    text = f"automations: [{{id: one, account: a, when: {{event: schedule, every: day}}, {keys}}}]"
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    assert finding.message == remedy
