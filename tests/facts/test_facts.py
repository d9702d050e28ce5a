"""What a step means for people: who notices, who asked, who said yes, whom it reaches."""

from typing import Any

import pytest
from sociable.facts import waits
from sociable.facts.consent import is_for_our_people
from sociable.facts.facts import StepFacts
from sociable.facts.met_elsewhere import alongside
from sociable.facts.waits import hours_after_event
from sociable.kinds.table import KINDS
from sociable.readers.automation_file.keys import FORMS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import PLATFORMS, Platform
from sociable.vocabulary.values import VISIBILITIES
from sociable.vocabulary.verbs import VERBS

from tests.setups import facts

FILLERS: dict[str, Any] = {
    "text": "x",
    "target": "event.user",
    "person": "jane",
    "names": {"made": "trends"},
    "duration": "1 day",
    "address": "https://example.org",
}


def steps(
    *written: str, event: str = "mentioned", platform: str = "x", more: str = "", accounts: str = ""
) -> list[StepFacts]:
    """The steps of one automation on the account ``shop``."""
    listed = "".join(f"\n      - {each}" for each in written)
    event = "{event: schedule, on: monday}" if event == "schedule" else event
    return facts(f"""
accounts:
  shop: {{platform: {platform}, handle: "@shop"}}
{accounts}
automations:
  - id: a
    account: shop
    when: {event}
    {more}
    do: {listed}
""").steps


def one(written: str, **around: str) -> StepFacts:
    return steps(written, **around)[-1]


# ----------------------------------------------------------------------------------------- audience


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("visibility", ["", *VISIBILITIES])
def test_who_notices_public_words(platform: str, visibility: str) -> None:
    said = f", visibility: {visibility}" if visibility else ""
    step = one(f"{{post: Hello{said}}}", platform=platform)
    assert step.audience == (VISIBILITIES[visibility] if visibility else PLATFORMS[platform].hears)


@pytest.mark.parametrize(
    ("written", "platform", "audience"),
    [
        ("post: Hello", "x", "public"),
        ("post: Hello", "slack", "group"),
        ("post: Hello", "email", "group"),
        ("post: Hello", "messenger", "person"),
        ("reply: Hello", "mastodon", "public"),
        ("reply: Hello", "discord", "group"),
        ("repost: event.post", "bluesky", "public"),
        ("dm: Hello", "x", "person"),
        ("dm: Hello", "slack", "person"),
        ("follow: event.user", "x", "person"),
        ("mute: event.user", "x", "inward"),
        ("notify: Hello", "x", "inward"),
        ("notify: Hello", "slack", "inward"),
        ('join: members_of("x")', "telegram", "group"),
        ("{post: Hello, visibility: unlisted}", "mastodon", "public"),
        ("{post: Hello, visibility: followers}", "mastodon", "group"),
        ("{reply: Hello, visibility: private}", "mastodon", "person"),
        ("{post: Hello, visibility: public}", "telegram", "public"),
        ("{dm: Hello, visibility: public}", "x", "person"),
        ("{notify: Hello, visibility: public}", "x", "inward"),
    ],
)
def test_audience(written: str, platform: str, audience: str) -> None:
    assert one(written, platform=platform).audience == audience


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_platform_changes_who_notices_what_is_not_public(platform: str) -> None:
    verbs = [name for name, verb in VERBS.items() if verb.audience != "public"]
    found = steps(*(_filled(verb) for verb in verbs), platform=platform)
    assert [step.audience for step in found] == [VERBS[verb].audience for verb in verbs]


def _filled(verb: str) -> str:
    filler = "{text: Hello, to: jane}" if len(FORMS[verb].needs) > 1 else FILLERS.get(FORMS[verb].verb.argument)
    return (f"{verb}: {filler}" if filler else verb).replace("'", '"')


def test_an_account_nobody_describes_speaks_in_public() -> None:
    (step,) = facts("automations: [{id: a, account: nowhere, when: manual, do: [post: Hello]}]").steps
    assert (step.audience, step.account.platform, step.account.known) == ("public", "unstated", False)


# ----------------------------------------------------------------------------------------- approval


@pytest.mark.parametrize(
    ("written", "event", "more", "approved"),
    [
        (["post: one", "post: two"], "mentioned", "", [False, False]),
        (
            ["post: one", "ask: jane", "post: two", "wait: 1 day", "post: three"],
            "mentioned",
            "",
            [False, False, True, True, True],
        ),
        (["post: one", "{post: two, approval: human}", "post: three"], "mentioned", "", [False, True, True]),
        (["post: one", "{post: two, approval: none}"], "mentioned", "", [False, False]),
        (["ask: jane", "{post: two, approval: none}"], "mentioned", "", [False, True]),
        (["{ask: jane, if: event.user.followers > 9}", "post: two"], "mentioned", "", [False, False]),
        (["{post: one, approval: human, if: event.user.is_bot}", "post: two"], "mentioned", "", [True, False]),
        (["post: one", "post: two"], "mentioned", "approval: human", [True, True]),
        (["post: one"], "mentioned", "approval: none", [False]),
        (["post: one"], "manual", "", [True]),
        (["post: one"], "approved", "", [True]),
        (["post: one"], "{event: schedule, every: 1 day}", "", [False]),
        (["notify: one", "assign: jane", "draft: one", "post: two"], "mentioned", "", [False, False, False, False]),
    ],
)
def test_approval(written: list[str], event: str, more: str, approved: list[bool]) -> None:
    assert [step.approved for step in steps(*written, event=event, more=more)] == approved


def test_one_automation_is_approved_by_itself_only() -> None:
    found = facts("""
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: mentioned, approval: human, do: [post: one]}
  - {id: b, account: shop, when: mentioned, do: [post: two]}
""").steps
    assert [step.approved for step in found] == [True, False]


# ---------------------------------------------------------------------------------------- solicited


@pytest.mark.parametrize("event", EVENTS)
def test_whoever_spoke_to_us_asked_for_an_answer(event: str) -> None:
    asked = EVENTS[event].asked
    if "user" in EVENTS[event].carries:
        assert one("dm: Hello", event=event).solicited is (asked in ("yes", "chosen"))
    if "post" in EVENTS[event].carries:
        assert one("reply: Hello", event=event).solicited is (asked in ("yes", "chosen", "in_reply"))
        assert one("repost: event.post", event=event).solicited is (asked in ("yes", "chosen"))


@pytest.mark.parametrize(
    "written",
    ['dm: {text: Hi, target: "@somebody"}', "dm: {text: Hi, target: followers}", "post: Hello", "notify: Hello"],
)
def test_nobody_else_asked(written: str) -> None:
    assert one(written).solicited is False


# ------------------------------------------------------------------------------------------ targets


@pytest.mark.parametrize(
    ("target", "kind", "size", "through"),
    [
        ("event.user", "person", "one", "nothing"),
        ("event.post", "post", "one", "nothing"),
        ("event.post.author", "person", "one", "nothing"),
        ('"@somebody"', "handle", "one", "nothing"),
        ("other", "account", "one", "nothing"),
        ("followers", "followers", "bounded", "ours"),
        ("non_followers", "non_followers", "bounded", "ours"),
        ("following", "following", "bounded", "ours"),
        ("unfollowers", "unfollowers", "bounded", "ours"),
        ("'followers_of(\"@rival\")'", "followers_of", "open", "others"),
        ("'following_of(\"@rival\")'", "following_of", "open", "others"),
        ("'likers_of(\"@rival\")'", "likers_of", "open", "others"),
        ("'commenters_of(\"@rival\")'", "commenters_of", "open", "others"),
        ("followers_of(followers)", "followers_of", "open", "others"),
        ("followers_of(other)", "followers_of", "open", "others"),
        ("'members_of(\"a group\")'", "members_of", "open", "others"),
        ("'matching(\"coffee\")'", "matching", "open", "search"),
        ("'rows(\"sheet\")'", "rows", "bounded", "file"),
        ("'list(\"friends\")'", "list", "bounded", "file"),
        # our own people are our own, whatever they are called
        ("'followers_of(\"@shop\")'", "followers_of", "bounded", "ours"),
        ("'followers_of(\"@SHOP\")'", "followers_of", "bounded", "ours"),
        ("followers_of(shop)", "followers_of", "bounded", "ours"),
        ("'likers_of(\"@shop\")'", "likers_of", "bounded", "ours"),
    ],
)
def test_targets(target: str, kind: str, size: str, through: str) -> None:
    found = one(f"follow: {target}", accounts="  other: {platform: x}").aim
    assert (found.kind, found.size, found.through) == (kind, size, through)


@pytest.mark.parametrize(
    ("target", "own"),
    [
        ("other", "other"),
        ("elsewhere", "elsewhere"),
        ('"@Other"', "other"),
        ('"@elsewhere"', None),  # on another platform, that handle is somebody else's
        ('"@stranger"', None),
        ("nobody-known", None),
        ("event.user", None),
        ("followers", None),
    ],
)
def test_targets_of_our_own(target: str, own: str | None) -> None:
    accounts = '  other: {platform: x, handle: "@other"}\n  elsewhere: {platform: bluesky, handle: "@elsewhere"}'
    found = one(f"follow: {target}", accounts=accounts).aim.own
    assert (found.id if found else None) == own


def test_a_step_that_is_aimed_at_nobody() -> None:
    found = one("post: Hello").aim
    assert (found.kind, found.size, found.through, found.own) == ("nobody", "nobody", "nothing", None)


@pytest.mark.parametrize(
    ("fetched", "kind", "size"),
    [
        ("unfollowers", "unfollowers", "bounded"),
        ("'followers_of(\"@rival\")'", "followers_of", "open"),
        ("event.user", "person", "one"),
        ("shop", "account", "one"),
        ('"https://example.org/people"', "value", "bounded"),
    ],
)
def test_a_target_that_a_former_step_fetched(fetched: str, kind: str, size: str) -> None:
    found = steps(f"fetch: {{them: {fetched}}}", "fetch: {same: them}", "follow: same")[-1].target
    assert (found.aim.kind, found.aim.size) == (kind, size)
    assert found.span.text == "same"


# ------------------------------------------------------------------------- accounts and automations

AGENCY = """
automations:
  - {id: news, account: [shop, cafe, nowhere], when: manual, do: [{post: one}, {log: two}]}
  - {id: off, account: shop, enabled: false, when: manual, do: [post: three]}
"""


def test_accounts_and_automations_meet_across_files() -> None:
    found = facts(AGENCY, "accounts: {cafe: {platform: bluesky}}", "accounts: {shop: {platform: x}}")
    assert [(each.id, each.account.id, each.account.platform) for each in found.automations] == [
        ("news", "shop", "x"),
        ("news", "cafe", "bluesky"),
        ("news", "nowhere", "unstated"),
    ]
    assert [account.id for account in found.accounts] == ["cafe", "shop"]
    assert [(step.verb.name, step.account.id) for step in found.steps] == [
        ("post", "shop"),
        ("log", "shop"),
        ("post", "cafe"),
        ("log", "cafe"),
        ("post", "nowhere"),
        ("log", "nowhere"),
    ]


def test_everything_knows_what_it_belongs_to() -> None:
    found = facts(AGENCY, "accounts: {cafe: {platform: bluesky}, shop: {platform: x}}")
    for automation in found.automations:
        assert automation in automation.account.automations
        for step in automation.steps:
            assert step.automation is automation
            assert step.account is automation.account
            assert step in step.account.steps
            assert step.text.step is step
            assert step.target.step is step
    assert sum(len(account.steps) for account in found.accounts) == 4


def test_what_is_switched_off_does_nothing() -> None:
    found = facts("accounts: {shop: {platform: x}}", AGENCY)
    assert {each.id for each in found.automations} == {"news"}
    assert [each.id for each in found.by_id["shop"].automations] == ["news"]


def test_an_account_nobody_describes_is_one_account() -> None:
    found = facts("""
automations:
  - {id: a, account: nowhere, when: manual, do: [post: one]}
  - {id: b, account: nowhere, when: manual, do: [post: two]}
""")
    assert found.accounts == []
    assert found.automations[0].account is found.automations[1].account


def test_of_two_accounts_with_one_id_the_first_counts() -> None:
    found = facts("accounts: {shop: {platform: x}}", "accounts: {shop: {platform: reddit}}", AGENCY)
    assert [account.platform for account in found.accounts] == ["x", "reddit"]
    assert found.automations[0].account is found.accounts[0]
    assert found.accounts[1].automations == []


@pytest.mark.parametrize(("handle", "shown"), [('handle: "@shop"', "@shop"), ("", "`shop`")])
def test_how_an_account_is_called(handle: str, shown: str) -> None:
    (account,) = facts(f"accounts:\n  shop:\n    platform: x\n    {handle}\n").accounts
    assert account.shown == shown


# ------------------------------------------------------------------------------------------ handles


@pytest.mark.parametrize(
    ("handle", "server", "written"),
    [
        ("cafe", "", '"@cafe"'),
        ("@cafe", "", '"@Cafe"'),
        ("@cafe", "wales.social", '"@cafe@wales.social"'),
        ("@cafe@wales.social", "", '"@cafe"'),
        ("@cafe@wales.social", "", "cafe@wales.social"),
        ("@cafe", "wales.social", "https://wales.social/@cafe"),
        ("https://wales.social/@cafe", "", '"@cafe@wales.social"'),
    ],
)
def test_a_handle_of_ours_is_known_however_it_is_written(handle: str, server: str, written: str) -> None:
    said = f', server: "{server}"' if server else ""
    accounts = f'  cafe: {{platform: mastodon, handle: "{handle}"{said}}}'
    own = one(f"{{follow: {written}}}", platform="mastodon", accounts=accounts).aim.own
    assert own is not None
    assert own.shown.strip("“”") == handle


def test_the_same_name_on_another_server_is_somebody_else() -> None:
    accounts = '  cafe: {platform: mastodon, handle: "@cafe", server: wales.social}'
    assert one('{follow: "@cafe@other.example"}', platform="mastodon", accounts=accounts).aim.own is None


# -------------------------------------------------------------------------- for whom, and how much later


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ("", False),
        ('only_from: ["@ann"]', True),
        ('if: event.user.handle is "@ann"', True),
        ('if: event.user.handle in ["@ann", "@bob"]', True),
        ('if: event.user.handle is not "@ann"', False),
        ("if: event.user.followers > 5", False),
    ],
)
def test_whether_it_is_for_people_the_file_names(more: str, named: bool) -> None:
    assert one("like", more=more).automation.is_for_named_people is named


@pytest.mark.parametrize(
    ("event", "named"),
    [
        ('{event: account_posted, from: ["@ann"]}', True),
        ("{event: account_posted, contains: [news]}", False),
    ],
)
def test_whether_the_event_is_for_people_the_file_names(event: str, named: bool) -> None:
    assert one("like", event=event).automation.is_for_named_people is named


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        (["dm: Hello"], 0),
        (["wait: 2 days", "dm: Hello"], 48),
        (["wait: 59 minutes", "dm: Hello"], 0),
        (["wait: 30 minutes", "{dm: Hello, after: 30 minutes}"], 1),
        (["{dm: one, after: 3 hours}", "dm: two"], 3),
        (["dm: one", "wait: 1 day"], 24),
        (["{wait: 1 day, if: event.user.is_bot}", "dm: Hello"], 0),
        (["{dm: Hello, after: 1 day, if: event.user.is_bot}"], 24),
    ],
)
def test_how_many_hours_after_the_event(written: list[str], hours: int) -> None:
    assert hours_after_event(steps(*written)[-1]) == hours


def test_what_comes_later_is_not_waited_for() -> None:
    assert [hours_after_event(step) for step in steps("dm: one", "wait: 1 day", "dm: one")] == [0, 24, 24]


def test_what_steps_wait_for_together_is_kept_in_rows_of_numbers() -> None:
    """A dictionary of many steps, and a number of its own for each, took twice as much."""
    written = steps(*["dm: one", "wait: 1 day"] * 500)
    hours_after_event(written[-1])
    ids, seconds, skipped, guarded = waits._waits_before(written[-1].automation)
    assert not guarded
    assert (ids.itemsize, len(ids), len(skipped)) == (8, 1000, 1000)
    assert len({id(each) for each in seconds}) == 500, "a day is added at every other step, and else it is the same"


# ------------------------------------------------------------------------------------- whom it is for


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        ("", False),
        ('only_from: ["@jane"]', True),
        ("if: event.user.handle is '@jane'", True),
        ("if: event.user.handle is not '@jane'", False),
        ("if: event.user.followers > 3", False),
    ],
)
def test_whether_only_named_people_set_it_off(beside: str, named: bool) -> None:
    assert one("like: event.post", more=beside).automation.is_for_named_people == named


def test_names_beside_the_event_are_names_as_well() -> None:
    assert one("like: event.post", event='{event: account_posted, from: "@jane"}').automation.is_for_named_people


@pytest.mark.parametrize(
    ("written", "beside", "left_out"),
    [
        ("dm: Hi", "", False),
        ("dm: Hi", "if: event.user.is_follower", True),
        ("{dm: Hi, if: event.user.is_follower}", "", True),
        ("{dm: Hi, if: not event.user.is_follower}", "", False),
        ("{dm: Hi, if: event.user.is_follower or event.user.is_verified}", "", False),
    ],
)
def test_whether_it_is_only_for_followers(written: str, beside: str, left_out: bool) -> None:
    assert KINDS.rows["step"].attributes["is_for_followers"].get(one(written, more=beside)) == left_out


# ---------------------------------------------------------------------------------- what it is aimed at


@pytest.mark.parametrize(
    ("written", "event", "there"),
    [
        ("reply: Hi", "mentioned", True),
        ("reply: Hi", "messaged", True),
        ("reply: Hi", "reviewed", True),
        ("reply: Hi", "followed", True),  # to whatever they wrote last
        ("reply: Hi", "webhook", False),
        ("reply: Hi", "{event: schedule, every: 1 day}", False),
        ("dm: Hi", "followed", True),
        ("dm: Hi", "feed_item", False),
        ("{dm: {text: Hi, target: followers}}", "{event: schedule, every: 1 day}", True),
        ('like: "@jane"', "{event: schedule, every: 1 day}", True),
        ("like", "{event: schedule, every: 1 day}", False),
        ("post: Hi", "{event: schedule, every: 1 day}", True),
        ("{email: {text: Hi, target: event.row.address}}", "row_added", True),
        ("email: Hi", "row_added", False),
    ],
)
def test_whether_there_is_something_to_act_on(written: str, event: str, there: bool) -> None:
    assert one(written, event=event).has_aim == there


@pytest.mark.parametrize(
    ("written", "event", "author"),
    [
        ("like", "posted", "shop"),
        ("like", "mentioned", None),
        ("like", "account_posted", None),
        ("like", '{event: account_posted, from: "@Branch"}', "branch"),
        ("like", "{event: account_posted, from: branch}", "branch"),
        ("like", '{event: account_posted, from: ["@branch", "@stranger"]}', None),
        ("like", '{event: account_posted, from: ["@stranger", "@branch"]}', None),
        ("like", '{event: account_posted, from: ["@branch", branch]}', "branch"),
        ("like", '{event: account_posted, from: "@stranger"}', None),
        ("like: branch", "{event: schedule, every: 1 day}", "branch"),
        ('like: "@branch"', "{event: schedule, every: 1 day}", "branch"),
        ("follow: event.user", "account_posted", None),
    ],
)
def test_whose_post_of_ours_it_is_aimed_at(written: str, event: str, author: str | None) -> None:
    step = one(written, event=event, accounts='  branch: {platform: x, handle: "@branch"}')
    found = step.own_post_of
    assert (found.id if found else None) == author
    assert KINDS.rows["step"].attributes["own_author"].get(step) == (author or "")


def test_posts_that_only_some_listened_to_accounts_write() -> None:
    step = one(
        "like",
        event="account_posted",
        more='only_from: ["@branch"]',
        accounts="  branch: {platform: x, handle: '@branch'}",
    )
    assert step.own_post_of is not None


# ----------------------------------------------------------------------------------- what can be done


def test_a_stop_that_every_run_comes_to_ends_it() -> None:
    assert [step.reached for step in steps("log: a", "stop", "log: b", "log: c")] == [True, True, False, False]


def test_a_stop_for_some_ends_nothing_for_certain() -> None:
    assert [step.reached for step in steps("{stop: , if: event.user.is_bot}", "log: b")] == [True, True]


@pytest.mark.parametrize(
    ("written", "platform", "needed"),
    [("like", "x", True), ("quote: Hi", "x", True), ("reply: Hi", "x", False), ("like", "bluesky", False)],
)
def test_what_the_api_takes_under_a_contract_only(written: str, platform: str, needed: bool) -> None:
    assert one(written, platform=platform).needs_contract == needed


@pytest.mark.parametrize("platform", PLATFORMS.values(), ids=PLATFORMS)
def test_what_platforms_lack_has_a_name(platform: Platform) -> None:
    assert platform.lacks <= VERBS.keys() | EVENTS.keys()
    assert platform.by_contract <= VERBS.keys()


def test_what_is_not_listed_may_be_there() -> None:
    assert one("story: Hi", platform="instagram").account.has("story")
    assert not one("story: Hi", platform="linkedin").account.has("story")
    stranger = facts("automations: [{id: a, account: nowhere, when: manual, do: [story: Hi]}]").steps[0]
    assert stranger.account.has("story")


# -------------------------------------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("prompt", "said", "same"),
    [
        ("Write a joke", "{{ made }}", True),
        ("Write a joke about {{ account.handle }}", "{{ made }}", True),
        ("Answer {{ event.post.text }}", "{{ made }}", False),
        ("Write a joke", "Hello", False),
    ],
)
def test_whether_a_model_is_told_the_same_each_time(prompt: str, said: str, same: bool) -> None:
    step = steps(f'{{generate: {{made: "{prompt}"}}}}', f'{{post: "{said}"}}')[-1]
    assert KINDS.rows["text"].attributes["repeats_prompt"].get(step.text) == same


def test_what_a_model_was_told_is_known_through_another_one() -> None:
    step = steps(
        '{generate: {one: "About {{ event.post.text }}"}}',
        '{generate: {two: "Shorter: {{ one }}"}}',
        'post: "{{ two }}"',
    )[-1]
    assert not KINDS.rows["text"].attributes["repeats_prompt"].get(step.text)


@pytest.mark.parametrize(
    ("written", "link", "paid"),
    [
        ("{post: {text: Hi, link: 'https://awin1.com/'}}", True, True),
        ("{post: {text: Hi, link: '{{ event.post.url }}'}}", True, False),
        ("{post: {link: 'https://example.org'}}", True, False),
        ("post: Hi", False, False),
        ("post: 'https://awin1.com/'", True, True),
        ("like", False, False),
    ],
)
def test_links_in_and_beside_a_text(written: str, link: bool, paid: bool) -> None:
    text = one(written).text
    asked = KINDS.rows["text"].attributes
    assert (asked["has_link"].get(text), asked["has_paid_link"].get(text)) == (link, paid)


@pytest.mark.parametrize(
    ("written", "admitted"),
    [
        ("post: Hi", set()),
        ("{post: Hi, disclose: [ai]}", {"ai"}),
        ("{post: 'Anzeige: Zelte', disclose: [affiliate]}", {"affiliate", "sponsored"}),
        ("like", set()),
    ],
)
def test_what_a_text_admits(written: str, admitted: set[str]) -> None:
    assert KINDS.rows["text"].attributes["admits"].get(one(written).text) == admitted


def test_what_several_accounts_do_to_the_same_is_aimed_once() -> None:
    """The accounts of an automation share an aim where it is the same for them; rules see one for each step."""
    found = facts("""
accounts: {one: {platform: x}, two: {platform: x, handle: "@two"}, other: {platform: mastodon}}
automations: [{id: a, account: [one, two, other], when: manual, do: [follow: "@two"]}]
""").steps
    assert found[0].aim is found[1].aim
    assert found[0].aim.own is found[1].account
    assert found[2].aim.own is None  # the handle is one on X
    assert found[0].target.step is found[0]


@pytest.mark.parametrize(
    ("first", "second", "is_theirs"), [("", "", True), ("", "Inn", True), ("Inn", "Inn", True), ("Inn", "Bar", False)]
)
def test_accounts_of_different_clients_are_not_of_the_same_people(first: str, second: str, is_theirs: bool) -> None:
    clients = {"inn": first, "bar": second}
    said = {name: f", client: {client}" if client else "" for name, client in clients.items()}
    accounts = "".join(f"  {name}: {{platform: telegram, in: hall{more}}}\n" for name, more in said.items())
    posted = "when: {event: account_posted, from: [bar]}, do: [like]"
    asked = "when: join_requested, do: [accept: event.user]"
    found = facts(
        f"accounts:\n{accounts}automations:\n  - {{id: one, account: inn, {posted}}}\n"
        f"  - {{id: two, account: inn, {asked}}}\n  - {{id: three, account: bar, {asked}}}\n"
    )
    one, two, _ = found.automations
    assert (one.steps[0].own_post_of is not None) == is_theirs
    assert is_for_our_people(one) == is_theirs
    assert bool(alongside(two)) == is_theirs
