"""What was given but not understood makes no second finding; what was understood is judged all the same."""

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.engine.misread import keys_asked_for, misread
from sociable.facts.facts import derive
from sociable.facts.misread_keys import misread_of_automation
from sociable.kinds.loop import BRAKES
from sociable.kinds.table import KINDS
from sociable.project.load import read_text
from sociable.readers.automation_file.keys import ACCOUNT_KEYS, AUTOMATION_KEYS, LONG_KEYS, NARROWING_KEYS, STEP_KEYS
from sociable.rulebook.rulebook import with_built_in

from tests.engine.rules import places, rule

RULES = [CompiledRule(page) for page in with_built_in().rules]
KEYS = {*ACCOUNT_KEYS, *AUTOMATION_KEYS, *STEP_KEYS, *LONG_KEYS, *NARROWING_KEYS, "target", "lists", "places"}

SHAMES = """sociable: 1
accounts:
  shop: {{platform: x, handle: "@shop", {account}}}
automations:
  - id: shame
    account: shop
    when: unfollowed
    {automation}
    do:
      - post: "{{{{ event.user.handle }}}} has left us."
      {step}
"""


def found(account: str = "inbox: {read_by: us}", automation: str = "", step: str = "") -> set[str]:
    reading = read_text("a.yml", SHAMES.format(account=account, automation=automation, step=step))
    return {finding.rule for finding in judge(derive(reading.setup), RULES)}


def test_what_these_rules_say_of_the_file_as_it_is() -> None:
    assert "unfollow-shaming" in found()
    assert "silent-inbox" not in found()
    assert {"unfollow-shaming", "silent-inbox"} <= found("inbox: unread")


@pytest.mark.parametrize("inbox", ["inbox: read", "inbox: {read: us}", "inbx: {read_by: us}", "inbox: {read_by: true}"])
def test_an_inbox_that_was_misread_is_not_taken_for_none(inbox: str) -> None:
    assert "silent-inbox" not in found(inbox)
    assert "unfollow-shaming" in found(inbox)


@pytest.mark.parametrize("approval", ["approval: yes", "aproval: human"])
def test_an_approval_that_was_misread_is_not_taken_for_none(approval: str) -> None:
    assert "unfollow-retaliation" in found(automation="titel: Goodbye", step="- unfollow: event.user")
    assert "unfollow-retaliation" not in found(automation=approval, step="- unfollow: event.user")
    assert "unfollow-retaliation" not in found(step=f"- {{unfollow: event.user, {approval}}}")


def test_a_step_that_was_misread_may_have_been_the_one_that_is_missed() -> None:
    assert "silent-inbox" in found("inbox: unread", step="- log")
    assert "silent-inbox" not in found("inbox: unread", step="- notfy: us")
    assert "unfollow-shaming" in found("inbox: unread", step="- notfy: us")


LOOP = """sociable: 1
accounts: {{ann: {{platform: x, handle: "@ann", inbox: {{read_by: us}}}}}}
automations:
  - {{id: again, account: ann, when: posted, {brake} do: [{{post: Again}}, notify: us]}}
"""


@pytest.mark.parametrize(
    ("brake", "told"),
    [("", True), ("titel: x,", True), ("once_per: human,", False), ("limit: often,", False), ('if: "a b",', False)],
)
def test_a_brake_that_was_misread_may_have_ended_the_loop(brake: str, told: bool) -> None:
    reading = read_text("a.yml", LOOP.format(brake=brake))
    assert ("self-trigger" in {finding.rule for finding in judge(derive(reading.setup), RULES)}) == told


ELSEWHERE = """sociable: 1
accounts: {{club: {{platform: {platform}, handle: "@club", {account}inbox: {{read_by: us}}}}}}
lists: {{readers: {{{people}}}}}
places: {{square: {{members: 30{room}}}}}
automations:
  - {{id: one, account: club, when: {when}, {automation}do: [{step}]}}
"""
DAILY = "{event: schedule, every: 1 day}"
OFFER = '{email: {target: readers, text: "Our offer of the day: buy now!"}}'
FLOOD = "{event: post_matched, keywords: [flood]}"
IN_SQUARE = "{event: post_matched, keywords: [flood], in: square}"
ADVICE = 'reply: "Flood advice is at https://example.org"'
LATE = '{dm: "It is open again", after: 30 hours}'


@pytest.mark.parametrize(
    ("rule", "said", "otherwise", "misread", "beside"),
    [
        ("no-opt-out", {}, {"people": "out_by: [link]"}, {"people": "out_by: lnk"}, {"when": DAILY, "step": OFFER}),
        ("no-opt-out", {}, {"people": "stop_on: stop"}, {"people": "stop_on: ''"}, {"when": DAILY, "step": OFFER}),
        *(
            ("unsolicited-reply", {}, {"room": ", inside: true"}, {"room": ", inside: zzqx"}, each)
            for each in (
                {"when": IN_SQUARE, "step": ADVICE},
                {"when": FLOOD, "step": ADVICE, "account": "in: square, "},
            )
        ),
        *(
            ("unsolicited-reply", {}, {"account": f"in: {{{right}}}, "}, {"account": f"in: {{{wrong}}}, "}, each)
            for right, wrong in (
                ("inside: true", "inside: tru"),
                ("allowed_by: Ann", "allowed_by: nobody"),
                ("approved: {automation: true}", "approved: {automation: zzqx}"),
            )
            for each in ({"when": FLOOD, "step": ADVICE},)
        ),
        (
            "fake-engagement",
            {"step": "like: club"},
            {"step": "like: event.post"},
            {"step": "like: clb"},
            {"when": "mentioned"},
        ),
        (
            "unsolicited-dm",
            {"step": 'dm: {target: "@other", text: Hello}'},
            {"step": "dm: {target: event.user, text: Hello}"},
            {"step": "dm: {target: othr, text: Hello}"},
            {"when": "mentioned"},
        ),
        (
            "unsolicited-dm",
            {"step": '{fetch: {them: "@other"}}, {dm: {target: them, text: Hello}}'},
            {"step": "{fetch: {them: event.user}}, {dm: {target: them, text: Hello}}"},
            {"step": "{fetch: {them: othr}}, {dm: {target: them, text: Hello}}"},
            {"when": "mentioned"},
        ),
        (
            "mirror-loop",
            {"automation": "if: event.post.is_reply, "},
            {"automation": "if: not event.user.is_bot, "},
            {"automation": "if: not event.user.is_bt, "},
            {"when": "mentioned", "step": "reply: Hello"},
        ),
        (
            "unsolicited-mention",
            {},
            {"step": '{post: "Thanks {{ event.user.name }}", approval: human}'},
            {"step": '{post: "Thanks {{ event.user.name }}", approval: humn}'},
            {"when": FLOOD, "step": 'post: "Thanks {{ event.user.name }}"'},
        ),
        (
            "late-reply-window",
            {},
            {"when": "{event: messaged, came_by: ad}"},
            {"when": "{event: messaged, came_by: advert}"},
            {"when": "messaged", "step": LATE, "platform": "messenger"},
        ),
    ],
)
def test_what_was_misread_in_a_group_or_elsewhere_is_not_taken_for_unsaid(
    rule: str, said: dict[str, str], otherwise: dict[str, str], misread: dict[str, str], beside: dict[str, str]
) -> None:
    plain = {"platform": "mastodon", "account": "", "people": "", "room": "", "automation": "", **beside}
    spoken = [
        rule
        in {
            each.rule
            for each in judge(derive(read_text("a.yml", ELSEWHERE.format_map({**plain, **more})).setup), RULES)
        }
        for more in (said, otherwise, misread)
    ]
    assert spoken == [True, False, False]


@pytest.mark.parametrize(
    ("automation", "step", "keys"),
    [
        ("if: event.user in readers, ", "like: event.post", {"if"}),
        ("", "{like: event.post, if: not (event.user in Readers)}", {"if"}),
        ("only_from: readers, ", "like: event.post", {"lists"}),
        ("", "{fetch: {them: readers}}, {like: them}", {"lists"}),
        ("if: event.user in followers, ", "like: event.post", set()),
    ],
)
def test_where_a_misread_list_is_named_the_key_that_names_it_is_misread(
    automation: str, step: str, keys: set[str]
) -> None:
    plain = {"platform": "mastodon", "account": "", "room": "", "when": "mentioned", "people": "came_by: frm"}
    facts = derive(read_text("a.yml", ELSEWHERE.format(**plain, automation=automation, step=step)).setup)
    assert {*misread_of_automation(facts.automations[0])} == keys


MISREAD_PARTS = {
    "media: []": {"media"},
    "media: {image: a.jpg, ai: zzqx}": {"media"},
    "media: {imag: a.jpg}": {"media"},
    "media: [{image: a.jpg, alt: []}]": {"media", "text"},
    "buttons: zzqx": {"buttons"},
    "buttons: [{text: Yes, lnk: 'https://example.org'}]": {"buttons"},
    "link: []": {"link", "text"},
}


@pytest.mark.parametrize("part", MISREAD_PARTS)
def test_a_part_of_a_step_that_was_misread_is_noted_by_the_key_that_rules_ask_for(part: str) -> None:
    setup = read_text("a.yml", REACHES.format(when="mentioned", step=f"post: {{text: Hello, {part}}}")).setup
    (step,) = setup.automations[0].steps
    assert step.misread == MISREAD_PARTS[part]


@pytest.mark.parametrize(
    ("step", "misread"),
    [
        ("share: People", {"to"}),
        ("share: {text: People}", {"to"}),
        ("{reply: }", {"text"}),
        ("reply: {}", {"text"}),
        ("webhook: {}", {"url"}),
        ("{like: }", set()),
    ],
)
def test_what_a_step_needs_and_does_not_say_is_not_known(step: str, misread: set[str]) -> None:
    setup = read_text("a.yml", REACHES.format(when="mentioned", step=step)).setup
    (read,) = setup.automations[0].steps
    assert read.misread == misread


@pytest.mark.parametrize("step", ["generate: zzqx", "generate: {}", "generate: {answer: []}", "fetch: 3"])
def test_what_gives_no_value_that_can_be_read_may_be_any_step(step: str) -> None:
    setup = read_text("a.yml", REACHES.format(when="mentioned", step=step)).setup
    (made,) = setup.automations[0].steps
    assert "do" in made.misread


@pytest.mark.parametrize(
    "inbox", ["{read_by: us, reply_within: soon}", "{read_by: us, hours: [9]}", "{read_by: us, x: 1}"]
)
def test_an_inbox_of_which_a_part_was_misread_is_misread(inbox: str) -> None:
    (account,) = read_text("a.yml", SHAMES.format(account=f"inbox: {inbox}", automation="", step="")).setup.accounts
    assert account.inbox == "read"
    assert account.misread == {"inbox"}


def test_a_setup_without_mistakes_is_not_in_doubt() -> None:
    text = SHAMES.format(account="inbox: unread", automation="approval: human", step="- like: event.post")
    assert not misread(derive(read_text("a.yml", text.replace("unfollowed", "mentioned")).setup))


REACHES = """sociable: 1
accounts:
  baker: {{platform: mastodon, handle: "@baker", inbox: {{read_by: us}}}}
automations:
  - id: bread
    account: baker
    purpose: promotion
    when: {when}
    do: [{step}]
"""
SEARCHED = "{event: post_matched, keywords: [bread]}"


@pytest.mark.parametrize(
    ("when", "step", "told"),
    [
        (SEARCHED, "reply: We bake today", True),
        (SEARCHED, "reply: {txt: We bake today}", True),  # it answers a search, whatever it says
        ("tagged", "reply: We bake today", True),
        ("tagged", "reply: {txt: We bake today}", False),  # it may be thanks alone
        (SEARCHED, "rply: We bake today", False),
        (SEARCHED, "{reply: We bake today, aproval: human}", False),
    ],
)
def test_what_holds_whatever_was_meant_is_told(when: str, step: str, told: bool) -> None:
    facts = derive(read_text("a.yml", REACHES.format(when=when, step=step)).setup)
    assert ("unsolicited-reply" in {each.rule for each in judge(facts, RULES)}) == told


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ("s.verb is reply or s.text.is_fixed", True),
        ("s.verb is reply and (s.text.is_fixed or s.target.kind is post)", True),
        ("s.verb is reply and s.text.is_fixed", False),
        ("not (s.text.is_fixed and s.verb is post)", True),
        ("not (s.text.is_fixed or s.verb is post)", False),
        ("s.verb is reply\nunless s.text.is_fixed", False),
        ("s.verb is reply\nunless s.text.is_fixed and s.target.kind is person", True),
        ("s.verb is reply\nunless s.text.is_fixed or s.target.kind is person", False),
        ("s.verb is reply and some step t in s.automation.steps has t.verb is reply", True),
        ("some step t in s.automation.steps has (t.verb is reply and t.text.is_fixed)", False),
        ("s.verb is reply\nunless some step t in s.automation.steps has (t.text.is_fixed and t.verb is post)", True),
        ("s.verb is reply\nunless some step t in s.automation.steps has (t.text.is_fixed and t.verb is reply)", False),
        ("no step t in s.automation.steps has (t.text.is_fixed and t.verb is post)", True),
    ],
)
def test_of_each_condition_only_what_was_read_counts(conditions: str, told: bool) -> None:
    text = REACHES.format(when=SEARCHED, step="reply: {txt: We bake today}")
    assert bool(places(derive(read_text("a.yml", text).setup), rule("step s", conditions))) == told


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ("s.text.is_fixed", True),
        ("s.text.is_fixed\nunless some step t in s.automation.steps has t.verb is quote", True),
        ("s.text.is_fixed\nunless some step t in s.automation.steps has ai in t.text.admits", False),
        (
            "s.text.is_fixed\nunless s.is_limited and some step t in s.automation.steps has t.text.is_fixed",
            True,
        ),
    ],
)
def test_a_text_beside_it_decides_only_where_it_is_looked_at(conditions: str, told: bool) -> None:
    text = REACHES.format(when=SEARCHED, step="{reply: Bread}, {dm: {txt: We bake today}}")
    setup = derive(read_text("a.yml", text).setup)
    assert bool(places(setup, rule("step s", f"s.verb is reply and {conditions}"))) == told


def test_what_attributes_rest_on_are_keys_of_the_file() -> None:
    attributes = (attribute for row in KINDS.rows.values() for attribute in row.attributes.values())
    assert {key for each in attributes for key in each.rests_on or ()} <= KEYS
    assert BRAKES <= KEYS


def test_what_a_rule_asks_for() -> None:
    asked = {rule.rule.name: keys_asked_for(rule.rule) for rule in RULES}
    assert {"inbox", "do"} <= asked["silent-inbox"]
    assert "approval" in asked["unfollow-retaliation"]
    assert "inbox" not in asked["unfollow-retaliation"]
    assert asked["self-trigger"] >= BRAKES


@pytest.mark.parametrize("in_turn", [False, True])
def test_what_was_looked_at_last_decides_nothing(in_turn: bool) -> None:
    follows = "  - {id: f, account: shop, when: followed, do: [{follow: event.user}]}\n"
    leaves = "  - {id: l, account: shop, when: unfollowed, do: [{follow: pool}, {unfollow: event.user}]}\n"
    said = leaves + follows if in_turn else follows + leaves
    reading = read_text("a.yml", f"sociable: 1\naccounts: {{shop: {{platform: x}}}}\nautomations:\n{said}")
    rules = {finding.rule for finding in judge(derive(reading.setup), RULES)}
    assert "auto-follow-back" in rules
    assert "unfollow-retaliation" not in rules  # whether whoever is followed agreed to it is not understood
