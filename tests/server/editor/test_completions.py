"""What fits where somebody is typing."""

import pytest
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import VERBS

from tests.server.editor.marked import checked_text, offered

HEAD = "sociable: 1\naccounts:\n  shop: {platform: x, vars: {city: Oslo}}\n"
LISTS = "lists:\n  regulars: {came_by: form}\nplaces:\n  lounge: {members: 3}\n"
AUTOMATIONS = "automations:\n  - id: a\n    account: shop\n    when: replied\n"


@pytest.mark.parametrize(
    ("text", "fits", "does_not"),
    [
        ("sociable: 1\n‸", {"accounts", "automations", "lists"}, {"sociable", "platform"}),
        ("sociable: 1\naut‸", {"automations"}, {"platform"}),
        ("sociable: 1\naccounts:\n  shop:\n    ‸", {"platform", "handle"}, {"when"}),
        ("sociable: 1\naccounts:\n  shop:\n    platform: x\n    ha‸\n  other: {platform: x}", {"handle"}, {"platform"}),
        ("sociable: 1\naccounts:\n  shop: {platform: x, ‸}", {"handle"}, {"platform", "when"}),
        ("sociable: 1\naccounts:\n  shop: {platform: x, ‸", {"handle"}, {"platform"}),
        ("sociable: 1\naccounts:\n  shop: {platform: ‸}", set(PLATFORMS), {"handle"}),
        ("sociable: 1\naccounts:\n  shop: {platform: mas‸todon}", set(PLATFORMS), {"handle"}),
        ('sociable: 1\naccounts:\n  shop: {platform: "‸"}', set(PLATFORMS), {"handle"}),
        (f"{HEAD}automations:\n  - id: a\n    ‸", {"when", "do", "account"}, {"id", "platform"}),
        (f"{HEAD}automations:\n  - id: a\n    when: ‸", set(EVENTS), {"event"}),
        (f"{HEAD}automations:\n  - id: a\n    when:\n      ev‸", {"event"}, {"every"}),
        (f"{HEAD}automations:\n  - id: a\n    when: {{event: schedule, ‸}}", {"every", "at", "cron"}, {"contains"}),
        (f"{HEAD}automations:\n  - id: a\n    when: {{event: mentioned, ‸}}", {"contains", "in"}, {"every", "event"}),
        (f"{HEAD}automations:\n  - id: a\n    account: ‸", {"shop"}, {"regulars"}),
        (f"{HEAD}automations:\n  - id: a\n    account: [shop, ‸]", {"shop"}, {"regulars"}),
        (f"{HEAD}{AUTOMATIONS}    ignore: [‸]", {"bots", "regulars"}, {"shop"}),
        (f"{HEAD}{AUTOMATIONS}    do:\n      - ‸", {*VERBS, "if"}, {"when"}),
        (f"{HEAD}{AUTOMATIONS}    do:\n      - reply: hi\n        ‸", {"after", "limit"}, {"post", "reply"}),
        (f"{HEAD}{AUTOMATIONS}    do:\n      - follow: ‸", {"event.user", "followers", "regulars"}, {"lounge"}),
        (f"{HEAD}{AUTOMATIONS}    do:\n      - post: {{text: hi, in: ‸}}", {"lounge"}, {"shop"}),
        (f'{HEAD}{AUTOMATIONS}    do:\n      - reply: "Hi {{{{ ‸ }}}}"', {"event", "account", "today"}, {"post"}),
        (f'{HEAD}{AUTOMATIONS}    do:\n      - reply: "Hi {{{{ event.‸ }}}}"', {"user", "post"}, {"item", "event"}),
        (f'{HEAD}{AUTOMATIONS}    do:\n      - reply: "Hi {{{{ event.user.na‸ }}}}"', {"name"}, {"user"}),
        (f'{HEAD}{AUTOMATIONS}    do:\n      - reply: "Hi {{{{ event.user.‸', {"name"}, {"user"}),
        (f'{HEAD}{AUTOMATIONS}    do:\n      - reply: "In {{{{ account.‸ }}}}"', {"city"}, {"handle"}),
        (f"{HEAD}{AUTOMATIONS}    if: not event.user.is_‸", {"is_bot"}, {"user"}),
        (
            f"{HEAD}{AUTOMATIONS}    do:\n      - generate: {{answer: Answer}}\n      - reply: '{{{{ ‸ }}}}'",
            {"answer", "event"},
            set(),
        ),
        (f"{HEAD}{AUTOMATIONS}    # sociable: ignore[‸\n", {"auto-follow-back"}, {"shop"}),
        (f"{HEAD}{AUTOMATIONS}    # sociable: ignore[bulk-dm, unfol‸] -- why\n", {"unfollow-shaming"}, {"shop"}),
        (f"{HEAD}{AUTOMATIONS}    # sociable: ignore[bulk-dm] -- ‸\n", set(), {"auto-follow-back"}),
        (f"{HEAD}{AUTOMATIONS}    # [sic] sociable: # sociable: ignore[‸\n", {"auto-follow-back"}, {"shop"}),
        ('sociable: 1\naccounts: {a: {handle: "say \\"[", client: \'a "\', ‸', {"platform"}, {"handle", "when"}),
        (f'{HEAD}{AUTOMATIONS}    do: [{{reply: "say \\"hi {{{{ event.‸', {"user", "post"}, {"event"}),
    ],
)
def test_what_fits(text: str, fits: set[str], does_not: set[str]) -> None:
    found = offered(text, checked_text(HEAD + LISTS)).keys()
    assert fits <= found
    assert not does_not & found


@pytest.mark.parametrize("text", ["other: ‸", "a: 1\n# sociable 1\n‸", "sociable: 1\n# an ordinary ‸ comment"])
def test_what_is_no_place_for_a_word_of_ours(text: str) -> None:
    assert offered(text) == {}


def test_a_key_brings_its_colon_unless_it_has_one() -> None:
    assert offered("sociable: 1\naccounts:\n  shop:\n    plat‸")["platform"].text == "platform: "
    assert offered("sociable: 1\naccounts:\n  shop:\n    plat‸: x")["platform"].text == "platform"


def test_what_is_put_in_takes_the_place_of_the_whole_word() -> None:
    place = offered("sociable: 1\naccounts:\n  shop:\n    platform: mas‸todon\n")["bluesky"].place
    assert place.text == "mastodon"


def test_rules_fit_on_rule_pages() -> None:
    checked = checked_text(HEAD)
    assert "auto-follow-back" in offered("```rule\nrule mine\nsubsumes ‸\n", checked, "rules/own/mine.md")
    assert "auto-follow-back" in offered("```rule\nrule mine\nbeside bulk-dm, au‸\n", checked, "rules/own/mine.md")
    assert not offered("```rule\nrule mine\nseverity ‸\n", checked, "rules/own/mine.md")


def test_every_event_verb_and_platform_says_what_it_means() -> None:
    for text, words in (
        (f"{HEAD}automations:\n  - id: a\n    when: ‸", EVENTS),
        (f"{HEAD}{AUTOMATIONS}    do:\n      - ‸", VERBS),
        ("sociable: 1\naccounts:\n  shop: {platform: ‸}", PLATFORMS),
    ):
        found = offered(text)
        assert [word for word in words if not found[word].meaning] == []


RULE_PAGE = "# Mine\n\n```rule\nrule mine\nseverity warning\n\nfor each step s\nwhen {}\n```\n\nRunning text: s.‸\n"


@pytest.mark.parametrize(
    ("condition", "fits", "does_not"),
    [
        ("s.‸", {"verb", "account", "is_approved"}, {"platform"}),
        ("s.account.pl‸", {"platform", "inbox"}, {"verb"}),
        ("s.verb is ‸", set(VERBS), {"followed"}),
        ("s.verb not in [reply, co‸", set(VERBS), {"followed"}),
        ("s.automation.event is not f‸", set(EVENTS), {"follow"}),
        ("some step h in s.automation.steps has h.verb in [post,\n  ‸", set(VERBS), {"followed"}),
        ("s.account.platform is ‸", set(PLATFORMS), {"post"}),
        ("nobody.‸", set(), {"verb"}),
        ("‸", set(), {"verb"}),
    ],
)
def test_what_fits_in_a_rule(condition: str, fits: set[str], does_not: set[str]) -> None:
    text = RULE_PAGE.replace("‸", "").format(condition)
    found = offered(text, checked_text(HEAD), "rules/own/mine.md")
    assert fits <= found.keys()
    assert not does_not & found.keys()
    assert all(each.place.source.text == text.replace("‸", "") for each in found.values())


def test_what_fits_in_an_example_is_what_fits_in_a_file() -> None:
    text = "# Mine\n\n## Caught\n\n```yaml one\nsociable: 1\nautomations:\n  - id: a\n    when: fol‸\n```\n"
    found = offered(text, checked_text(HEAD), "rules/own/mine.md")
    assert set(EVENTS) <= found.keys()
    assert found["followed"].place.text == "fol"


def test_nothing_fits_in_the_text_of_a_page() -> None:
    assert offered(RULE_PAGE.format("s.verb is dm"), checked_text(HEAD), "rules/own/mine.md") == {}


@pytest.mark.parametrize(("size", "offers"), [(1_000_000, True), (1_100_000, False)])
def test_in_a_text_that_nobody_types_nothing_is_offered(size: int, offers: bool) -> None:
    """It is read up to four times, while the editor waits; what is found in it is told all the same."""
    comment = f"# {'x' * size}\n"
    assert bool(offered(f"sociable: 1\n{comment}‸", checked_text(HEAD))) == offers
