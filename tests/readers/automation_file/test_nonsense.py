"""What means nothing is refused, in every key that takes no free text; and it makes no rule speak."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import Finding
from sociable.findings.problem import Problem
from sociable.project.load import Project, read_text
from sociable.readers.automation_file.keys import FORMS
from sociable.rulebook.rulebook import with_built_in
from sociable.vocabulary.values import VIA

from tests.readers.automation_file.nonsense_places import places

PAGES = with_built_in().rules
UNKNOWN_NAME = [CompiledRule(page) for page in PAGES if page.name == "unknown-account"]
RULES = [CompiledRule(page) for page in PAGES if page.name != "unknown-account"]

NAMES = {
    *("account.handle", "account.operator", "account.pause", "account.client", "account.paid_by", "account.vars.*"),
    *("account.inbox.read_by", "account.audience.region", "account.in", "account.in.0", "account.in.allowed_by"),
    *("list.agreed_to", "list.agreed_to.0", "list.stop_on", "list.stop_on.0", "place.allowed_by"),
    *("import.files", "import.files.0", "import.accounts.*", "import.approved.*", "import.lists.*", "$schema"),
    *("automation.id", "automation.title", "automation.stop_on", "automation.stop_on.0", "automation.agreed_to"),
    *("automation.agreed_to.0", "automation.paid_by", "step.paid_by", "step.as", "step.stop"),
    *("automation.reviews_on", "automation.reviews_on.0"),
    *("mentioned.contains", "mentioned.contains.0", "mentioned.in", "mentioned.in.0", "mentioned.in.allowed_by"),
    *("opted_in.to", "command.named", "joined.group", "post_matched.keywords"),
    *("post_matched.hashtags", "post_matched.search", "trend_started.place", "approved.by"),
    *("feed_item.feed", "row_added.sheet", "order_placed.shop", "verb.react.emoji", "verb.invite.group"),
    *("verb.post.text", "verb.post.title", "verb.post.channel", "verb.post.template", "verb.email.subject"),
    *("verb.post.link", "verb.post.in", "verb.list_add.list"),
    *(
        "verb.post.media",
        "verb.post.media.0",
        "verb.post.media.image",
        "verb.post.media.video",
        "verb.post.media.sound",
    ),
    *("verb.post.media.alt", "verb.post.buttons.0", "verb.post.buttons.0.text", "verb.post.buttons.0.link"),
    *("verb.share.to", "step.join", "step.leave", "verb.generate.*"),
    *("verb.join.0", "verb.join.target"),
    *(f"{where}.via.{way}" for where in ("automation", "step") for way in VIA),
    *(f"step.{name}" for name, form in FORMS.items() if form.short in ("text", "to")),
}
"""Keys that hold names, words and texts of people's own."""

IN_WORDS = {"account.inbox.hours", "verb.wait.until"}
"""Keys that take hours and times, and words for them as well."""

NUMBERS = ("", "-3", "2027-02-30", "25:70", "99 99 * * *")
NONSENSE = (*NUMBERS, "zzqx", "wobbly 7", "0 per hour", "[]", "“x”", "klingonish")
"""No word, amount, day, time, language, address or condition of the format."""

PUT = dict(places())
PLACES = [each for each in PUT if each not in NAMES]


def written(place: str, value: Any) -> str:
    """A file that is right but for one value."""
    return json.dumps(PUT[place](value))


def refusals(reading: Project) -> list[Problem | Finding]:
    """What is told of a file: what was not understood, and the account or person of that name whom nobody knows."""
    found = judge(derive(reading.setup), UNKNOWN_NAME)
    return [*reading.problems, *found]


def test_names_are_those_of_the_schema() -> None:
    assert PUT.keys() >= NAMES | IN_WORDS


@pytest.mark.parametrize("place", PLACES)
def test_nonsense_is_refused_with_its_key_and_value(place: str) -> None:
    for value in NUMBERS if place in IN_WORDS else NONSENSE:
        told = refusals(read_text("a.json", written(place, value)))
        assert len(told) == 1, (value, [each.message for each in told])
        (problem,) = told
        assert problem.rule in ("not-understood", "unknown-account")
        words = f"{problem.message} {problem.advice} {problem.span.text}"
        (*_, name) = (each for each in place.split(".") if each not in ("0", "*"))
        assert name in words or value in words, (value, words)


values = st.one_of(
    st.sampled_from(NUMBERS),
    st.text("qxz%&", min_size=4, max_size=12),
    st.integers(-9, -1).map(str),
    st.floats(allow_nan=False, allow_infinity=False, max_value=-0.5).filter(lambda number: number % 1 != 0),
)


def spoken(place: str, value: Any) -> list[str]:
    """The rules that have something to say of a file that is right but for one value, which is refused."""
    reading = read_text("a.json", written(place, value))
    assert refusals(reading)
    return [finding.rule for finding in judge(derive(reading.setup), RULES) if finding.severity != "info"]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([each for each in PLACES if each not in IN_WORDS]), values)
def test_no_nonsense_makes_a_rule_speak(place: str, value: Any) -> None:
    assert spoken(place, value) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("verb.post.media.ai", ""),
        ("verb.post.media.ai", {"a": 1}),
        *(("verb.post.buttons", "zzqx"), ("verb.post.buttons.0.call", "-3"), ("verb.post.mentions", "-3")),
        *((place, "zzqx") for place in ("verb.post.language", "step.repost", "verb.dm.target", "step.like")),
    ],
)
def test_what_random_search_found_makes_no_rule_speak(place: str, value: Any) -> None:
    assert spoken(place, value) == []


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("commented.on", "blue", "`on: blue` is no post"),
        ("feed_item.feed", "", "`feed` is empty"),
        ("command.named", " ", "`named` is empty"),
        ("automation.once_per", "row", "`mentioned` (somebody mentions us) brings no row"),
        ("automation.once_per", "item per day", "`mentioned` (somebody mentions us) brings no item"),
    ],
)
def test_what_cannot_come_is_refused(place: str, value: str, told: str) -> None:
    (problem,) = read_text("a.json", written(place, value)).problems
    assert told in problem.message


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("event.post.media.has_no_description", "Did you mean `event.post.has_description`?"),
        ("event.user.name.colour", "It is one value: write `event.user.name` alone."),
    ],
)
def test_a_plain_value_has_no_parts(part: str, told: str) -> None:
    (problem,) = read_text("a.json", written("automation.if", part)).problems
    assert problem.advice == told


def test_a_handle_used_twice_makes_no_rule_speak_of_a_circle() -> None:
    accounts = {name: {"platform": "mastodon", "handle": "@zoo@animals.example"} for name in ("zoo", "zoo2")}
    answer = {"id": "a", "account": ["zoo", "zoo2"], "when": "mentioned", "do": [{"reply": "Tickets are at the gate."}]}
    reading = read_text("a.json", json.dumps({"sociable": 1, "accounts": accounts, "automations": [answer]}))
    assert [each.rule for each in reading.problems] == ["not-understood"]
    assert "reply-loop" not in {finding.rule for finding in judge(derive(reading.setup), RULES)}


@pytest.mark.parametrize("post", ["https://example.org/post/1", "17854360229135492", "urn:li:share:7"])
def test_a_post_goes_by_its_address_or_number(post: str) -> None:
    assert not read_text("a.json", written("commented.on", post)).problems


def test_a_place_is_said_once() -> None:
    text = written("automation.when", {"event": "left", "in": "lounge", "group": "kitchen"})
    (problem,) = read_text("a.json", text).problems
    assert problem.message == "`group` and `in` both say where"


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("automation.when", {"event": "form"}, "Write `opted_in` if people sign up for something with the form"),
        ("account.operator", "none", "admits: [nobody_answers]"),
        ("account.pause", "nobody", "pause: false"),
        ("account.inbox", {"read_by": "nobody"}, "inbox: unread"),
        ("place.allowed_by", "no one", "approved: {automation: false}"),
        ("automation.out_by", ["none", "link"], "Write `none` alone"),
        ("automation.agreed_to", ["none", "news"], "Write `none` alone"),
        ("automation.entry", ["nothing", "follow"], "Write `nothing` alone"),
        ("step.disclose", [], "or write `none`"),
        ("account.inbox", {"read_by": "us", "hours": "-18:00"}, '"0:00-18:00"'),
        ("account.handle", "@", ""),
        ("automation.title", " ", "Fill it in."),
        ("schedule.cron", "0 9 31 feb *", "no such day"),
        ("automation.cooldown", "100y", "write at most `99 years`"),
        ("automation.once_per", "user per 100 years", "write at most `99 years`"),
        ("automation.once_per", "user/day", "Write `user per day`."),
        ("step.wait", {"until": "25:00"}, "from 00 to 23"),
        ("step.wait", {"until": "3 days"}, "wait: 3 days"),
        ("step.draw", {"winner": "followers", "count": 3}, "`limit:`"),
        ("automation.if", 'event.post.text in "help"', "Write a list"),
        ("automation.if", "today < 2027-02-28", 'Put the date into quotes: `"2027-02-28"`.'),
        ("automation.if", 'today < "2027-02-30"', "Mend the date."),
        ("automation.if", "event.post.posted_at is whenever", 'event.post.posted_at > "2027-06-30"'),
        ("automation.if", 'now > "25:00"', "a time of day"),
        ("automation.if", 'today in [monday, "blursday"]', "Write a date"),
        ("step.wait", {"until": "whenever"}, "the end of the match"),
        ("verb.pay.amount", "free", "take the step out"),
        ("verb.pay.amount", "0 EUR", "such as `5 EUR`"),
        ("step.webhook", "example.org/hook", "Write `https://example.org/hook`."),
        ("step.webhook", "not an address", "write `notify:`"),
        ("verb.post.buttons.0.call", "our desk", "for a page write `link:`"),
        ("account.server", "https://mastodon.example/@us", "Write only `mastodon.example`."),
        ("account.automated_label", [], ""),
        ("account.automated_label", {"a": 1}, ""),
        ("step.post", "event.post.text", 'Write "{{ event.post.text }}".'),
        ("verb.post.link", "event.post.url", 'Write "{{ event.post.url }}".'),
        ("step.post", "event.payload.text", "comes with `webhook`, `called` and `failed`"),
    ],
)
def test_it_is_said_what_to_write(place: str, value: Any, told: str) -> None:
    (problem,) = read_text("a.json", written(place, value)).problems
    assert told in problem.advice


def test_stars_are_compared_with_stars() -> None:
    text = (
        "sociable: 1\naccounts: {spa: {platform: google-business}}\nautomations:\n"
        "  - {id: good, account: spa, when: reviewed, if: event.review.rating contains five, do: [reply: Thanks]}\n"
    )
    (problem,) = read_text("a.yml", text.replace("five", '"five"')).problems
    assert problem.advice == "Compare it: `event.review.rating > 3`."


SHAPES: tuple[Any, ...] = ([], {}, ["x"], [["x"]], [{"x": 1}], {"x": ["y"]}, {"x": {"y": None}}, [None, True, 1.5])


@pytest.mark.parametrize("place", PUT)
def test_lists_and_groups_are_told_or_taken_wherever_a_word_is_due(place: str) -> None:
    for value in SHAPES:
        assert read_text("a.json", written(place, value)).faults == ()


def test_a_group_of_which_a_part_is_empty_keeps_the_others() -> None:
    reading = read_text("a.json", written("account.audience", {"countries": [], "region": "north"}))
    (account,) = reading.setup.accounts
    assert (account.audience.countries, account.audience.region) == (frozenset[str](), "north")
    assert [each.message for each in reading.problems] == ["`countries` is empty"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *(
            ("verb.pay.amount", each)
            for each in (5, 0.5, "$25", "50 (or 75) EUR", "1,000 points", "one dollar by cheque")
        ),
        *(("verb.pay.amount", each) for each in ("EUR 5", "phone credit for 2000 coins", "{{ event.user.name }}")),
        *(("step.webhook", each) for each in ("https://example.org/hook?a=b", "{{ account.hook }}")),
        *(("verb.post.buttons.0.call", each) for each in (112, "+44 1632 960000", "(01632) 960-000")),
        *(("automation.if", f"today is {each}") for each in ("monday", "December", '"2027-02-28"')),
        *(("automation.if", f'now > "{each}"') for each in ("09:30", "2027-02-28 09:30")),
        *(("step.wait", {"until": each}) for each in ("the end of the match", "2 hours before kick-off", "sunset")),
        *(("account.server", each) for each in ("mastodon.example", "localhost.example:3000")),
    ],
)
def test_what_means_something_is_taken(place: str, value: Any) -> None:
    assert read_text("a.json", written(place, value)).problems == ()


def test_the_name_of_a_value_is_read_as_the_value() -> None:
    steps = [{"generate": {"answer": "Answer: {{ event.post.text }}"}}, {"reply": "answer"}]
    reading = read_text("a.json", written("automation.do", steps))
    assert [each.advice for each in reading.problems] == ['Write "{{ answer }}".']
    text = reading.setup.automations[0].steps[1].text
    assert text is not None
    assert [getattr(part, "text", part) for part in text.parts] == ["answer"]


def test_whom_a_verb_is_aimed_at_is_no_text() -> None:
    reading = read_text("a.json", written("automation.do", [{"invite": "event.user"}]))
    assert reading.problems == ()
    (step,) = reading.setup.automations[0].steps
    assert step.text is None
    assert step.target is not None
    assert step.target.name == "event.user"
