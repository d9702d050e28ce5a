"""Every message about what a file says, word for word."""

import pytest
from sociable.project.load import read_text
from sociable.readers.automation_file.misfits import MAX_PER_PART
from sociable.readers.automation_file.texts import CUT_BY_COMMA
from sociable.readers.context import MAX_PROBLEMS
from sociable.vocabulary.said_elsewhere import INSTEAD

from tests.readers.automation_file.shapes import told

ROLE_OR_LIST = "Write `followers` for the people who follow this account, or say under `lists:` who is called `{}`."
GROUP = "Write each as `name: …` on a line of its own, indented, without “- ”."
LISTED = "Begin each of them with “- ”, also if there is only one."
TARGETS = 'Write `event.user`, "@handle", the id of an account, `followers`, or `followers_of("@handle")`.'
EXPRESSIONS = "Write for example `event.post.likes >= 3` or `not event.user.is_bot`; texts stand in quotes."
PLATFORM = "Write one key a line, beginning with `platform: mastodon`."
ID = "Write one key a line, beginning with `id: thank-new-followers`."
NO_OTHER = "Write `1`: there is no other yet."
VERB = "Name a verb, such as `post`, `reply` or `notify`."
A_STEP = 'this should be a step such as `reply: "Thank you"`, and not'
APPROVALS = "`approval` should be `human`, `bulk`, `once`, `veto`, `after` or `none`"
ACCOUNT_KEYS = (
    "Write `handle`, `run_by`, `automated_label`, `operator`, `inbox`, `pause`, `api_tier`, `server`, "
    "`ai_replies_approved`, `verified`, `moderates`, `kind`, `audience`, `based_in`, `count`, `client`, `approved`, "
    "`paid_by`, `purpose`, `in`, `admits` or `vars` instead, or take this out."
)
STEP_KEYS = (
    "Write `if`, `after`, `limit`, `approval`, `disclose`, `visibility`, `via`, `use`, "
    "`purpose`, `paid_by`, `during` or `as` instead beside the verb, or take this out."
)
POST_FIELDS = (
    "Write one of these instead, or take this out: `text`, `id`, `url`, `author`, `likes`, `reposts`, `replies`, "
    "`sentiment`, `language`, `hashtags`, `media`, `place`, `has_image`, `has_description`, `is_reply`, "
    "`is_repost` and `posted_at`."
)
PLATFORMS = "For one that has no word of its own write `other`."
PURPOSES = (
    "`support`, `alert`, `news`, `promotion`, `giveaway`, `growth`, `moderation`, `research`, `personal`, `reminder`, "
    "`receipt`, `thanks`, `accessibility`, `game`, `art`, `engagement`, `community`, `campaign` or `assistant`"
)
RUN_BY = "`person`, `business`, `public-body`, `community`, `institution` or `official`"
VIA = "`api`, `browser`, `unofficial` or `platform`, perhaps with a name as in `api: planner`"
DISCLOSURES = "`ai`, `automated`, `affiliate`, `sponsored`, `person` or `none`"
ONCE_PER = "`user`, `post`, `thread`, `message`, `row`, `item` or `payload`, alone or as in `user per 3 days`"
WHEN = "`when` should be an event, or a group such as `{event: mentioned, contains: help}`, and not"

Told = tuple[str, str, str]


def _brings_no(thing: str, event: str = "`mentioned` (somebody mentions us)") -> str:
    return f"`event.{thing}` stays empty: {event} brings no `{thing}`"


def in_file(text: str) -> list[Told]:
    return told(f"sociable: 1\n{text}")


def in_account(text: str) -> list[Told]:
    return in_file(f"accounts:\n  c: {text}\n")


def in_automation(text: str) -> list[Told]:
    return in_file(f"automations:\n  - {text}\n")


def beside(text: str) -> list[Told]:
    """A key of an automation that is right otherwise."""
    return in_automation(f"{{id: a, account: c, when: mentioned, do: [like], {text}}}")


def in_steps(text: str, when: str = "mentioned") -> list[Told]:
    return in_automation(f"{{id: a, account: c, when: {when}, do: [{text}]}}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sociable: 2", ("2", "`sociable` should be the format version, which is `1`, and not `2`", NO_OTHER)),
        ("sociable: true", ("true", "`sociable` should be the format version, which is `1`, and not `true`", NO_OTHER)),
        ('sociable: "1"', ('"1"', '`sociable` should be the format version, which is `1`, and not "1"', NO_OTHER)),
        ("sociable:", ("sociable", "`sociable` should be the format version, which is `1`, and not nothing", NO_OTHER)),
    ],
)
def test_the_version(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "accounts: []",
            ("accounts", "`accounts` should be a group of accounts, each under its id, and not a list", ""),
        ),
        (
            "accounts:",
            ("accounts", "`accounts` should be a group of accounts, each under its id, and not nothing", ""),
        ),
        (
            "automations: {}",
            ("automations", "`automations` should be a list of automations, and not a group of keys", ""),
        ),
        (
            "automation: []",
            ("automation", "an automation file takes no key `automation`", "Did you mean `automations`?"),
        ),
        (
            "people: []",
            (
                "people",
                "an automation file takes no key `people`",
                "Write `accounts`, `lists`, `places`, `imports` or `automations` instead, or take this out.",
            ),
        ),
        (
            "accounts: {}\naccounts: {}",
            (
                "accounts",
                "`accounts` stands twice in the same group, and only the first counts",
                "Remove one of the two.",
            ),
        ),
        ("? [a]\n: b", ("[a]", "a key has to be a word or a text", "Write `key: value`.")),
        ("<<: a", ("a", "`<<` takes in a group of keys, and this is none", "Write `<<: *name`.")),
    ],
)
def test_the_file(text: str, expected: Told) -> None:
    assert in_file(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("c", "`c` should be an account, and not nothing", PLATFORM)),
        ("x", ("x", "`c` should be an account, and not `x`", PLATFORM)),
        ("[x]", ("c", "`c` should be an account, and not a list", PLATFORM)),
        ("{}", ("c", "an account needs `platform`", "Add a line such as `platform: mastodon`.")),
        ("{platfrom: x}", ("platfrom", "an account takes no key `platfrom`", "Did you mean `platform`?")),
        (
            "{platform: x, colour: red}",
            (
                "colour",
                "an account takes no key `colour`",
                ACCOUNT_KEYS,
            ),
        ),
        (
            "{platform: twitter}",
            ("twitter", "`platform` should be a platform, and not `twitter`", "Write `x`; it is read as that for now."),
        ),
        (
            "{platform: MySpace}",
            (
                "MySpace",
                "`platform` should be a platform, and not `MySpace`",
                PLATFORMS,
            ),
        ),
        (
            "{platform: Mastodon}",
            (
                "Mastodon",
                "`platform` should be a platform, and not `Mastodon`",
                "Write `mastodon`; it is read as that for now.",
            ),
        ),
        (
            "{platform: x, run_by: firm}",
            (
                "firm",
                f"`run_by` should be {RUN_BY}, and not `firm`",
                "",
            ),
        ),
        (
            "{platform: x, api_tier: pro}",
            (
                "pro",
                "`api_tier` should be `self-serve` or `enterprise`, and not `pro`",
                "It is how X is paid for its API; what another platform has approved stands under `approved:`.",
            ),
        ),
        (
            "{platform: x, automated_label: yes}",
            ("yes", "`yes` is not a word for `automated_label`", "Write `true`."),
        ),
        (
            "{platform: x, automated_label: off}",
            ("off", "`off` is not a word for `automated_label`", "Write `false`."),
        ),
        (
            "{platform: x, automated_label: 1}",
            ("1", "`automated_label` should be `true` or `false`, and not `1`", ""),
        ),
        (
            "{platform: x, handle: [a]}",
            ("handle", "`handle` should be a handle such as `@examplecouncil`, and not a list", ""),
        ),
        (
            "{platform: x, pause: true}",
            ("true", "`pause` should be a name, or `false` for nobody, and not `true`", ""),
        ),
        (
            "{platform: x, inbox: read}",
            (
                "read",
                "`inbox` should be `unread`, or a group such as `{read_by: comms team}`, and not `read`",
                INSTEAD["inbox"],
            ),
        ),
        (
            "{platform: x, inbox: {}}",
            ("inbox", "an inbox needs `read_by`", "Add a line such as `read_by: comms team`."),
        ),
        ("{platform: x, inbox: {read: a}}", ("read", "an inbox takes no key `read`", "Did you mean `read_by`?")),
        (
            "{platform: x, inbox: {read_by: a, reply_within: soon}}",
            ("soon", "`reply_within` should be a length of time such as `3 days`, and not `soon`", ""),
        ),
        ("{platform: x, vars: [a]}", ("vars", "`vars` should be a group of names with texts, and not a list", GROUP)),
        ("{platform: x, vars: {a: {b: c}}}", ("a", "`a` should be a text, and not a group of keys", "")),
    ],
)
def test_accounts(text: str, expected: Told) -> None:
    assert in_account(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("", "this should be an automation, and not nothing", ID)),
        ("just text", ("just text", "this should be an automation, and not `just text`", ID)),
        (
            "{account: c, when: mentioned, do: [like]}",
            ("account", "an automation needs `id`", "Add a line such as `id: thank-new-followers`."),
        ),
        (
            "{id: a, when: mentioned, do: [like]}",
            ("id", "an automation needs `account`", "Add a line such as `account: council`."),
        ),
        (
            "{id: a, account: c, do: [like]}",
            ("id", "an automation needs `when`", "Add a line such as `when: mentioned`."),
        ),
        (
            "{id: a, account: c, when: mentioned}",
            ("id", "an automation needs `do`", "Add a line such as `do: [like]`."),
        ),
        ("{id: , account: c, when: mentioned, do: [like]}", ("id", "`id` should be a name, and not nothing", "")),
        ("{id: a, account: [], when: mentioned, do: [like]}", ("account", "`account` is empty", "Fill it in.")),
        (
            "{id: a, account: {c: d}, when: mentioned, do: [like]}",
            ("account", "`account` should be a name or a list of names, and not a group of keys", ""),
        ),
        (
            "{id: a, account: [[c]], when: mentioned, do: [like]}",
            ("[c]", "this entry of `account` should be a name, and not a list", ""),
        ),
        (
            "{id: a, account: c, when: mentioned, do: like}",
            ("like", "`do` should be a list of steps, and not `like`", LISTED),
        ),
        ("{id: a, account: c, when: mentioned, do: []}", ("do", "`do` is empty", "Fill it in.")),
        (
            "{id: a, account: c, when: unfolowed, do: [like]}",
            ("unfolowed", "there is no event `unfolowed`", "Did you mean `unfollowed`?"),
        ),
        (
            "{id: a, account: c, when: {event: liekd}, do: [like]}",
            ("liekd", "there is no event `liekd`", "Did you mean `liked`?"),
        ),
        (
            "{id: a, account: c, when: {contains: x}, do: [like]}",
            ("when", "`when` needs `event`", "Add a line such as `event: mentioned`."),
        ),
        (
            "{id: a, account: c, when: {event: mentioned, containing: x}, do: [like]}",
            ("containing", "`mentioned` takes no key `containing`", "Did you mean `contains`?"),
        ),
        (
            "{id: a, account: c, when: {event: followed, at: x}, do: [like]}",
            ("at", "`followed` takes no key `at`", "Write `from` instead, or take this out."),
        ),
        (
            "{id: a, account: c, when: {event: milestone, followers: 0}, do: [like]}",
            ("0", "`followers` should be a whole number from 1, and not `0`", ""),
        ),
        (
            "{id: a, account: c, when: {event: mentioned, contains: {a: b}}, do: [like]}",
            ("contains", "`contains` should be a text or a list of texts, and not a group of keys", ""),
        ),
    ],
)
def test_automations(text: str, expected: Told) -> None:
    assert in_automation(text) == [expected]


def test_an_event_that_is_nearly_none_says_what_there_is_for_all_others() -> None:
    ((_, message, advice),) = in_automation("{id: a, account: c, when: [x], do: [like]}")
    assert message == f"{WHEN} a list"
    assert advice.startswith("If another program or the platform tells of it, write `{event: webhook, named: …}`")
    ((_, message, advice),) = in_automation("{id: a, account: c, when: {event: gifted}, do: [like]}")
    assert (message, "`{event: webhook, named: gifted}`" in advice) == ("there is no event `gifted`", True)


@pytest.mark.parametrize(
    ("condition", "advice"),
    [
        ("event.review.rating > 5", "It goes from 1 to 5: write a condition that one of these numbers fulfils."),
        ("event.user.followers < 0", "It is 0 or more: write a condition that one of these numbers fulfils."),
    ],
)
def test_a_number_that_never_comes_is_told_with_those_that_can(condition: str, advice: str) -> None:
    automation = f"{{id: a, account: c, when: reviewed, if: {condition}, do: [notify: me]}}"
    assert [said for _, message, said in in_automation(automation) if "makes no sense" in message] == [advice]


def test_a_step_that_another_tool_has_is_told_once() -> None:
    assert [key for key, _, _ in in_steps("{poll: {options: [a, b]}}")] == ["poll"]


def test_a_key_of_an_automation_that_stands_in_an_account_belongs_there() -> None:
    advice = "It belongs to an automation: write `via:` beside its `when:`."
    assert in_account("{platform: x, via: api}") == [("via", "an account takes no key `via`", advice)]


def test_a_name_that_a_comma_cuts_is_put_into_quotes() -> None:
    told_of = in_steps('{fetch: {a: rows("b, c")}}')
    assert {advice for _, _, advice in told_of} == {CUT_BY_COMMA}
    assert 'a comma cuts a text in two, before `c")`' in [message for _, message, _ in told_of]


@pytest.mark.parametrize(("event", "counted"), [("webhook", "payload"), ("order_placed", "user")])
def test_what_can_be_counted_is_what_the_event_brings_itself(event: str, counted: str) -> None:
    ((_, _, advice),) = in_automation(f"{{id: a, account: c, when: {event}, once_per: thread, do: [notify: me]}}")
    assert advice == f"Write `once_per: {counted}`."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pupose: x", ("pupose", "an automation takes no key `pupose`", "Did you mean `purpose`?")),
        (
            "purpose: sell",
            (
                "sell",
                f"`purpose` should be {PURPOSES}, and not `sell`",
                "",
            ),
        ),
        ("enabled: no", ("no", "`no` is not a word for `enabled`", "Write `false`.")),
        (
            "limit: lots",
            (
                "lots",
                "`limit` should be a number such as `20`, or a rate such as `60 per hour`, and not `lots`",
                INSTEAD["limit"],
            ),
        ),
        (
            "limit: 0",
            ("0", "`limit` should be a number such as `20`, or a rate such as `60 per hour`, and not `0`", ""),
        ),
        (
            "cooldown: 3",
            (
                "3",
                "`cooldown` should be a length of time such as `3 days`, and not `3`",
                "Say of what, as in `3 hours`.",
            ),
        ),
        (
            "once_per: person per day",
            (
                "person per day",
                f"`once_per` should be {ONCE_PER}, and not `person per day`",
                INSTEAD["once_per"],
            ),
        ),
        (
            "approval: humna",
            (
                "humna",
                "`humna` is not a word for `approval`",
                "Did you mean `human`?",
            ),
        ),
        (
            "ignore: robots",
            (
                "robots",
                "`ignore: robots` is nobody known here: no role, no list and no account of these files",
                "Did you mean `bots`?",
            ),
        ),
        (
            "ignore: [bots, all]",
            (
                "all",
                "`ignore: all` is nobody known here: no role, no list and no account of these files",
                "Write one of `bots`, `own_accounts`, `followers`, `opted_out`, or the name of a list.",
            ),
        ),
        (
            "only_from: subscribers",
            (
                "subscribers",
                "`only_from: subscribers` is nobody known here: no role, no list and no account of these files",
                ROLE_OR_LIST.format("subscribers"),
            ),
        ),
        (
            "only_from: everybody",
            (
                "everybody",
                "`only_from: everybody` is nobody known here: no role, no list and no account of these files",
                "Leave it out: without it, anybody is meant.",
            ),
        ),
        (
            "if: event.user in fans",
            (
                "event.user in fans",
                "`in fans` is nobody known here: no role, no list and no account of these files",
                ROLE_OR_LIST.format("fans"),
            ),
        ),
        (
            "if: [event.post.has_image, 'not event.user.handle in [members, regulars]']",
            (
                "'not event.user.handle in [members, regulars]'",
                "`in regulars` is nobody known here: no role, no list and no account of these files",
                "Write a role such as `followers` or `members`, or say under `lists:` who is called `regulars`.",
            ),
        ),
        ("stop_on: [a, true]", ("true", "this entry of `stop_on` should be a text, and not `true`", "")),
        (
            "via: [api]",
            (
                "via",
                f"`via` should be {VIA}, and not a list",
                INSTEAD["via"],
            ),
        ),
        (
            "max_replies_per_thread: 1.5",
            ("1.5", "`max_replies_per_thread` should be a whole number from 1, and not `1.5`", ""),
        ),
        ("if: true", ("true", "`if` should be a condition or a list of conditions, and not `true`", "")),
        (
            "if: [{a: b}]",
            (
                "a",
                "this entry of `if` should be a condition such as `not event.user.is_bot`, and not a group of keys",
                "",
            ),
        ),
    ],
)
def test_keys_of_an_automation(text: str, expected: Told) -> None:
    assert beside(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("liek", ("liek", f"{A_STEP} `liek`", "Did you mean `like`?")),
        ("tweet", ("tweet", f"{A_STEP} `tweet`", "Did you mean `post`?")),
        ("frobnicate", ("frobnicate", f"{A_STEP} `frobnicate`", VERB)),
        ("post", ("post", f"{A_STEP} `post`", "Say what: `post: …`.")),
        ("[a]", ("[a]", f"{A_STEP} a list", VERB)),
        ("{}", ("{}", "this step does not say what to do", VERB)),
        ("{limit: 3}", ("limit", "this step does not say what to do", VERB)),
        ("{frobnicate: hi}", ("frobnicate", "this step does not say what to do", VERB)),
        ("{pst: hi}", ("pst", "a step takes no key `pst`", "Did you mean `post`?")),
        ("{post: hi, limt: 3}", ("limt", "a step takes no key `limt`", "Did you mean `limit`?")),
        (
            "{post: hi, colour: red}",
            (
                "colour",
                "a step takes no key `colour`",
                STEP_KEYS,
            ),
        ),
        (
            "{post: hi, reply: ho}",
            ("reply", "one step does `post` and `reply`", "Give each its own step: begin a new line with “- ”."),
        ),
        ("{reply: }", ("reply", "`reply` should be a text, or a group such as `{text: …}`, and not nothing", "")),
        ("{reply: [a]}", ("reply", "`reply` should be a text, or a group such as `{text: …}`, and not a list", "")),
        ("{reply: {}}", ("reply", "`reply` is empty", "Fill it in.")),
        ("{reply: {txt: a}}", ("txt", "`reply` takes no key `txt`", "Did you mean `text`?")),
        ("{reply: {text: [a]}}", ("text", "`text` should be a text, and not a list", INSTEAD["text"])),
        ("{like: true}", ("true", "`like` should be a post, or several, such as `event.post`, and not `true`", "")),
        ("{follow: []}", ("follow", "`follow` is empty", "Fill it in.")),
        (
            "{follow: [[a]]}",
            (
                "[a]",
                "this entry of `follow` should be a person, or a group of people, such as `event.user`, and not a list",
                "",
            ),
        ),
        (
            "{follow: [followers, followerz(x)]}",
            (
                "followerz(x)",
                "the target `followerz(x)` names no group of people or posts: `followerz`",
                "Did you mean `followers`?",
            ),
        ),
        ("{join: }", ("join", "`join` should be the name of a group, a channel or a server, and not nothing", "")),
        (
            "{assign: [a]}",
            (
                "assign",
                "`assign` should be the name of a colleague or team, or a group such as `{to: …}`, and not a list",
                "",
            ),
        ),
        (
            "{wait: }",
            (
                "wait",
                "`wait` should be a length of time such as `3 days`, or a group such as `{for: …}`, and not nothing",
                "",
            ),
        ),
        (
            "{wait: soon}",
            (
                "soon",
                "`wait` should be a length of time such as `3 days`, and not `soon`",
                INSTEAD["wait"],
            ),
        ),
        ("{wait: {}}", ("wait", "`wait` is empty", "Fill it in.")),
        (
            "{webhook: }",
            ("webhook", "`webhook` should be a web address such as `https://example.org/hook`, and not nothing", ""),
        ),
        (
            "{generate: hi}",
            ("hi", "`generate` should be a group of names, each with what it stands for, and not `hi`", GROUP),
        ),
        ("{fetch: {}}", ("fetch", "`fetch` is empty", "Fill it in.")),
        ("{stop: [a]}", ("stop", "`stop` should be nothing, or a reason, and not a list", "")),
        (
            "{reply: hi, disclose: robot}",
            (
                "robot",
                f"`disclose` should be {DISCLOSURES}, or a list of them, and not `robot`",
                "",
            ),
        ),
    ],
)
def test_steps(text: str, expected: Told) -> None:
    assert in_steps(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "followers_off(x)",
            (
                "followers_off(x)",
                "the target `followers_off(x)` names no group of people or posts: `followers_off`",
                "Did you mean `followers_of`?",
            ),
        ),
        ("zzz(x)", ("zzz(x)", "the target `zzz(x)` names no group of people or posts: `zzz`", TARGETS)),
        (
            "followers_of()",
            ("followers_of()", 'the target `followers_of()` should be `followers_of("@handle")`', TARGETS),
        ),
        ("matching()", ("matching()", 'the target `matching()` should be `matching("…")`', TARGETS)),
        ("followers(x)", ("followers(x)", "the target `followers(x)` should be `followers`", TARGETS)),
        (
            "3 days",
            ("3 days", "the target `3 days` names neither a person, nor a post, nor a group of people", TARGETS),
        ),
        ("all of them", ("of", "the target `all of them` does not make sense at `of`", TARGETS)),
        (
            "Our new opening hours",
            (
                "new",
                "the target `Our new opening hours` does not make sense at `new`",
                f"What people read goes under `text:`. Here stands for whom it is. {TARGETS}",
            ),
        ),
        (
            "event.psot",
            (
                "event.psot",
                _brings_no("psot"),
                "Did you mean `event.post`?",
            ),
        ),
    ],
)
def test_targets(text: str, expected: Told) -> None:
    assert in_steps(f'{{follow: "{text}"}}') == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "event.usr.name",
            (
                "event.usr.name",
                _brings_no("usr"),
                "Did you mean `event.user`?",
            ),
        ),
        (
            "event.row.x",
            (
                "event.row.x",
                _brings_no("row"),
                "`event.row` comes with `row_added`.",
            ),
        ),
        (
            "event.comment",
            (
                "event.comment",
                _brings_no("comment"),
                "Did you mean `event.post`?",
            ),
        ),
        (
            "event.sender",
            (
                "event.sender",
                _brings_no("sender"),
                "Did you mean `event.user`?",
            ),
        ),
        (
            "event.dm",
            (
                "event.dm",
                _brings_no("dm"),
                "Write what it brings: `event.user` or `event.post`.",
            ),
        ),
        (
            "event.zzz",
            (
                "event.zzz",
                _brings_no("zzz"),
                "Write what it brings: `event.user` or `event.post`.",
            ),
        ),
        ("event.user.nam", ("event.user.nam", "`event.user` has no `nam`", "Did you mean `event.user.name`?")),
        (
            "event.post.zzz",
            (
                "event.post.zzz",
                "`event.post` has no `zzz`",
                POST_FIELDS,
            ),
        ),
        (
            "acount.city",
            (
                "acount.city",
                "`acount.city` stays empty: nothing before it is called `acount`",
                "Did you mean `account`?",
            ),
        ),
        (
            "zzz",
            (
                "zzz",
                "`zzz` stays empty: nothing before it is called `zzz`",
                "Start with `event.` or `account.`, or use what a former step produced.",
            ),
        ),
        ("a b", ("b", "the expression `a b` does not make sense at `b`", EXPRESSIONS)),
        ("a is", ("", "the expression `a is` ends too early", EXPRESSIONS)),
        ("", ("  ", "the expression is empty", EXPRESSIONS)),
        ("a ; b", (";", "the expression `a ; b` has a character that means nothing here: `;`", EXPRESSIONS)),
    ],
)
def test_expressions(text: str, expected: Told) -> None:
    assert in_steps(f'{{reply: "Hi {{{{ event.user.name }}}}, {{{{ {text} }}}}"}}') == [expected]


def test_a_day_where_a_length_of_time_belongs() -> None:
    message = "`every` should be a length of time such as `3 days`, or `day`, and not `{}`"
    for day in ("monday", "weekdays", "first monday"):
        advice = f"Days stand under `on:`, without `every:`, as in `on: {day}`."
        assert in_steps("notify: Ann", when=f"{{event: schedule, every: {day}}}") == [
            (day, message.format(day), advice)
        ]


def test_an_event_without_anything() -> None:
    assert in_steps('{post: "{{ event.post }}"}', when="{event: schedule, on: monday}") == [
        (
            "event.post",
            _brings_no("post", "`schedule` (its time comes)"),
            "It brings nothing with it.",
        )
    ]


def test_an_address_beside_a_text() -> None:
    assert in_steps('{post: {text: "Look", link: "{{ event.psot.url }}"}}') == [
        (
            "event.psot.url",
            _brings_no("psot"),
            "Did you mean `event.post`?",
        )
    ]


def test_braces_that_stay_open() -> None:
    assert in_steps('{reply: "{{ event.user.name }} and {{ event"}') == [
        ("{{", "`{{` is opened here and never closed", "Close it with `}}`.")
    ]


@pytest.mark.parametrize("step", ["{reply: {{ a }}}", "{reply: {text: {{ a }}}}"])
def test_braces_without_quotes(step: str) -> None:
    assert in_steps(step) == [
        ("{{ a }}", "a text that begins with `{{` needs quotes", 'Write "{{ … }}", quotes and all.')
    ]


def test_two_mistakes_in_two_places_of_one_text_that_look_alike() -> None:
    text = '{reply: "{{event.user.name}} {{event.user.nam}} {{event.user.nam}}"}'
    assert [covered for covered, _, _ in in_steps(text)] == ["event.user.nam"]


def test_a_mistake_in_a_text_over_several_lines_shows_all_of_it() -> None:
    text = "automations:\n- id: a\n  account: c\n  when: mentioned\n  do:\n  - reply: >\n      Hi {{\n      zzz }}\n"
    assert [covered for covered, _, _ in in_file(text)] == [">\n      Hi {{\n      zzz }}"]


def test_long_words_are_cut() -> None:
    ((_, message, _),) = beside(f"approval: {'x' * 1000}")
    assert message == f"`approval` should be `human`, `bulk`, `once`, `veto`, `after` or `none`, and not `{'x' * 39}…`"
    ((_, message, _),) = beside(f'if: "{"x " * 100}"')
    assert message == f"the expression `{('x ' * 30)[:59]}…` does not make sense at `x`"


def test_a_mistake_hides_no_other() -> None:
    text = """
accounts:
  c: {platform: twitter, runby: x}
  d: {platform: x}
automations:
  - {id: a, account: c, when: mentoined, do: [liek, like]}
  - {id: b, account: d, when: mentioned, limit: lots, do: [{post: hi, via: x}, {reply: "{{ zzz }}"}]}
"""
    assert [covered for covered, _, _ in in_file(text)] == ["twitter", "runby", "mentoined", "liek", "lots", "x", "zzz"]


def test_one_part_does_not_tell_too_much() -> None:
    assert len(beside(", ".join(f"a{number}: b" for number in range(2 * MAX_PER_PART)))) == MAX_PER_PART


def test_one_file_does_not_tell_too_much() -> None:
    problems = in_file("automations:\n" + "- x\n" * (MAX_PROBLEMS + 20))
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1] == (
        "x",
        "from here on, 20 more parts of this file are not understood",
        "Mend the ones above first.",
    )


@pytest.mark.parametrize(
    ("written", "key", "advice"),
    [
        ('{dm: Hi, to: "@you"}', "to", "It belongs to the verb: write `dm: {text: …, target: …}`."),
        (
            "{reply: Hi, reply_to: event.post}",
            "reply_to",
            "It belongs to the verb: write `reply: {text: …, target: …}`.",
        ),
        ("{post: Hi, image: a.png}", "image", "It belongs to the verb: write `post: {text: …, media: …}`."),
        ("{post: Hi, aproval: human}", "aproval", "Did you mean `approval`?"),
    ],
)
def test_what_belongs_to_the_verb_but_stands_beside_it(written: str, key: str, advice: str) -> None:
    assert in_steps(written) == [(key, f"a step takes no key `{key}`", advice)]


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        (in_steps("{post: Hi, disclose: []}"), "Write what there is, in words such as `ai`, or write `none`."),
        (
            beside("if: event.post.reports > 2"),
            "How many have to report it is `times:`, as in `when: {event: reported, times: 3}`.",
        ),
        (in_account("{platform: x, audience: {countries: [XX]}}"), INSTEAD["countries"]),
        (in_steps("{pay: {amount: free entry and a bottle}}"), ""),
        (in_account("{platform: x, audience: {countries: [XK]}}"), ""),
    ],
)
def test_what_to_write_is_said_in_the_words_of_the_file(said: list[Told], advice: str) -> None:
    assert [each for _, _, each in said] == ([advice] if advice else [])


# ------------------------------------------------------------------------------- typographic quotes


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (in_account("{platform: x, handle: “@c”}"), ("“@c”", "`handle`", '"@c"')),
        (in_account("{platform: x, inbox: {read_by: „comms team“}}"), ("„comms team“", "`read_by`", '"comms team"')),
        (beside("only_from: [“@jane”]"), ("“@jane”", "this entry of `only_from`", '"@jane"')),
        (in_steps("{follow: “@rival”}"), ("“@rival”", "`follow`", '"@rival"')),
        (in_steps("{dm: {text: Hi, target: «@rival»}}"), ("«@rival»", "`target`", '"@rival"')),
        (beside("if: “event.user.is_bot”"), ("“event.user.is_bot”", "`if`", '"event.user.is_bot"')),
    ],
)
def test_typographic_quotes_around_what_has_to_be_met_exactly(told: list[Told], expected: Told) -> None:
    where, what, quoted = expected
    message = f"{what} stands in typographic quotes, which count as part of it"
    assert told == [(where, message, f"Write {quoted}, with straight quotes.")]


def test_typographic_quotes_in_an_expression() -> None:
    message = (
        "the expression `event.post.text contains “help”` has a typographic quote `“` where it needs a straight one"
    )
    assert beside("if: event.post.text contains “help”") == [("“", message, EXPRESSIONS)]


def test_typographic_quotes_around_a_text_are_part_of_it() -> None:
    assert in_steps("{reply: “Be the change.”}") == []
    assert in_steps('{reply: "“Be the change."}') == []


def test_typographic_quotes_do_not_keep_a_text_together() -> None:
    message = "the typographic quote that begins this text is never closed, so it ends early"
    advice = "Put straight quotes around the text; ` #` begins a comment."
    assert in_file(
        "automations:\n  - id: a\n    account: c\n    when: mentioned\n    do:\n      - reply: “See #1 here: # 1”\n"
    ) == [("“See", message, advice)]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("cooldown: 24h", "Write `24 hours`."),
        ("cooldown: soon", ""),
        ("cooldown: 24", "Say of what, as in `24 hours`."),
        ("limit: 60/hour", "Write `60 per hour`."),
        ("once_per: day", "Write `user per day`."),
    ],
)
def test_quantities_as_they_are_written_elsewhere(written: str, advice: str) -> None:
    ((_, _, told_advice),) = beside(written)
    assert told_advice == advice


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("automations:\n  - {id: a, account: c, when: mentioned, do: {like: event.post}}", "Begin each of them"),
        ("automations:\n  a: {account: c, when: mentioned, do: [like]}", "Begin each of them"),
        ("automations:\n  - {id: a, account: c, when: mentioned, do: 'reply \"Hi\"'}", "Begin each of them"),
        ("accounts:\n  - {platform: x}", "Write each as `name: …`"),
        ("accounts: council", "Write each as `name: …`"),
    ],
)
def test_a_list_for_a_group_and_a_group_for_a_list(text: str, advice: str) -> None:
    ((_, _, told_advice),) = in_file(text)
    assert told_advice.startswith(advice)


def test_keys_of_the_project_itself() -> None:
    own = "x-note: [anything, {at: all}]"
    assert in_file(f"{own}\n") == []
    assert in_account(f"{{platform: x, inbox: {{read_by: us, {own}}}, {own}}}") == []
    assert in_automation(f"{{id: a, account: c, when: mentioned, do: [{{like: , {own}}}], {own}}}") == []
    assert in_file("y-note: 1\n") == [
        (
            "y-note",
            "an automation file takes no key `y-note`",
            "Write `accounts`, `lists`, `places`, `imports` or `automations` instead, or take this out.",
        )
    ]
    assert in_automation(f"{{id: a, account: c, when: mentioned, do: [{{{own}}}]}}") != []


def test_a_verb_without_its_colon() -> None:
    ((where, _, advice),) = in_steps("wait 3 days")
    assert (where, advice) == ("wait 3 days", "Put a colon after the verb: `wait: …`.")


def test_words_in_a_list_are_values_and_paths_are_names() -> None:
    assert in_steps('{like: , if: "event.post.sentiment in [negative, neutral]"}') == []
    assert [each[0] for each in in_steps('{like: , if: "event.post.sentiment in [negative, evnt.post.text]"}')] == [
        "evnt.post.text"
    ]
    assert [each[0] for each in in_steps('{like: , if: "event.post.sentiment in [negative, account]"}')] == ["account"]


@pytest.mark.parametrize(
    "written",
    ['- like: matching("#bridges or #rivers")', '- like: event.post\n        if: event.post.text contains "no #1"'],
)
def test_a_comment_in_the_middle_of_an_expression_is_told(written: str) -> None:
    text = "sociable: 1\naccounts: {c: {platform: x}}\nautomations:\n  - id: a\n    account: c\n    when: mentioned\n"
    (problem,) = read_text("a.yml", f"{text}    do:\n      {written}\n").problems
    assert problem.message.endswith("has a text that is never closed")
    assert problem.advice == "In YAML ` #` begins a comment: put the whole into single quotes, `'…'`."


@pytest.mark.parametrize(
    ("when", "meant"),
    [
        ("daily at 9:00", '{event: schedule, every: day, at: "9:00"}'),
        ("every day", "{event: schedule, every: day}"),
        ("hourly", "{event: schedule, every: hour}"),
        ("at 9", '{event: schedule, every: day, at: "9:00"}'),
        ("every day at 9.30 pm", '{event: schedule, every: day, at: "21:30"}'),
        ("Mondays at 18:30", '{event: schedule, on: monday, at: "18:30"}'),
        ("every 2 hours", "{event: schedule, every: 2 hours}"),
        ("weekdays at 8", '{event: schedule, on: weekdays, at: "8:00"}'),
    ],
)
def test_times_in_words_are_told_as_a_schedule(when: str, meant: str) -> None:
    assert in_automation(f"{{id: a, account: c, when: {when}, do: [post: hi]}}")[-1][2] == f"Write `when: {meant}`."


@pytest.mark.parametrize("when", ["every weekday at 25:00", "each evening", "at night", "mentioning", "2 friends"])
def test_what_says_no_time_is_told_as_no_schedule(when: str) -> None:
    told = in_automation(f"{{id: a, account: c, when: {when}, do: [post: hi]}}")
    assert "schedule" not in told[0][2]


@pytest.mark.parametrize("word", ["ai", "gpt", "chatgpt", "llm"])
def test_the_name_of_a_model_is_told_as_generate(word: str) -> None:
    ((_, message, advice),) = in_steps(f'{{{word}: "Answer kindly"}}')
    assert (message, "`generate: " in advice) == (f"a step takes no key `{word}`", True)


@pytest.mark.parametrize("word", ["message", "send_message"])
def test_a_message_may_be_for_all_or_for_one(word: str) -> None:
    ((_, _, advice),) = in_steps(f"{{{word}: hi}}")
    assert "`post: …`" in advice
    assert "`dm: …`" in advice


@pytest.mark.parametrize("countries", ["[]", "[gb]", "[GB, gb]"])
def test_what_is_wrong_within_a_group_leaves_a_group(countries: str) -> None:
    text = f"sociable: 1\naccounts:\n  shop: {{platform: x, audience: {{countries: {countries}, region: north}}}}\n"
    read = read_text("a.yml", text)
    (account,) = read.setup.accounts
    assert account.audience.region == "north"
    assert account.audience.countries <= {"GB"}
