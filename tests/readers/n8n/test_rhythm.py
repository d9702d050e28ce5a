"""How often something can happen that a look by a timetable finds."""

from typing import Any

import pytest

from tests.readers.n8n.exports import fragment, line, node, part

DAY = 86_400
SEARCH = node("Search", "twitter", {"operation": "search", "searchText": "compost", "limit": 20}, version=2)
ANSWER = node(
    "Answer", "twitter", {"text": "Hello", "additionalFields": {"inReplyToStatusId": "{{ $json.id }}"}}, version=2
)


@pytest.mark.parametrize(
    ("timetable", "times", "seconds"),
    [
        ({"field": "minutes"}, 20, 300),
        ({"field": "minutes", "minutesInterval": 15}, 20, 900),
        ({"field": "weeks"}, 20, 7 * DAY),
        ({"field": "weeks", "triggerAtDay": [0, 3], "triggerAtHour": 9}, 20, DAY),
        ({"field": "cronExpression", "expression": "0 9,17 * * 1-5"}, 40, DAY),
        ({"field": "cronExpression", "expression": "0 */30 * * * *"}, 960, DAY),
        ({"field": "cronExpression", "expression": "0 9 1 * *"}, 20, 0),
    ],
)
def test_the_timetable_says_how_often_so_many_are_found(timetable: dict[str, Any], times: int, seconds: int) -> None:
    daily = node("Clock", "scheduleTrigger", {"rule": {"interval": [timetable]}})
    (automation,) = fragment(line(daily, SEARCH, ANSWER)).automations
    (limit,) = [step.limit for step in automation.steps if step.limit is not None]
    assert (limit.times, limit.seconds) == (times, seconds)


COMMENTS = "https://www.googleapis.com/youtube/v3/commentThreads"
CLOCK = node("Clock", "scheduleTrigger", {"rule": {"interval": [{"field": "hours"}]}})
THANK = node(
    "Thank",
    "httpRequest",
    {
        "method": "POST",
        "url": "https://www.googleapis.com/youtube/v3/comments?part=snippet",
        "sendBody": True,
        "specifyBody": "json",
        "jsonBody": '={ "snippet": { "parentId": "{{ $json.id }}", "textOriginal": "Thank you!" } }',
    },
    version=4.2,
)


def looked_at(**query: str) -> dict[str, Any]:
    pairs = [{"name": key, "value": value} for key, value in {"part": "snippet", **query}.items()]
    given = {"url": COMMENTS, "sendQuery": True, "queryParameters": {"parameters": pairs}}
    return node("Comments", "httpRequest", given, version=4.2)


def compared(path: str, word: str) -> dict[str, Any]:
    test = {"leftValue": path, "rightValue": word, "operator": {"type": "string", "operation": "contains"}}
    return node("Which", "if", {"conditions": {"combinator": "and", "conditions": [test]}}, version=2.2)


SEEN = node("New", "removeDuplicates", {"operation": "removeItemsSeenInPreviousExecutions"}, version=2)
TABLE = node("Told", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}, version=4.5)


@pytest.mark.parametrize(
    ("nodes", "again"),
    [
        ((CLOCK, looked_at(), THANK), True),
        ((CLOCK, looked_at(), compared("={{ $json.text }}", "great"), THANK), True),
        ((CLOCK, looked_at(), compared("={{ $json.publishedAt }}", "2027"), THANK), False),
        ((CLOCK, looked_at(publishedAfter="={{ $now }}"), THANK), False),
        ((CLOCK, looked_at(), SEEN, THANK), False),
        ((CLOCK, looked_at(), TABLE, THANK), False),
        ((CLOCK, looked_at(), node("Filter", "code", {"jsCode": "return items.filter(isNew)"}), THANK), False),
        ((CLOCK, looked_at(), node("Filter", "n8n-nodes-odd.odd", {"a": "b"}), THANK), False),
        ((node("By hand", "manualTrigger"), looked_at(), THANK), False),
    ],
)
def test_only_where_the_flow_shows_it_the_same_is_found_again(nodes: tuple[dict[str, Any], ...], again: bool) -> None:
    automations = fragment(line(*nodes)).automations
    assert [("once_per" in each.denied) for each in automations] == [again]


def test_a_week_of_several_days_names_them() -> None:
    twice = {"field": "weeks", "triggerAtDay": [0, 3], "triggerAtHour": 9}
    post = node("Post", "linkedIn", {"text": "Market today"})
    (automation,) = fragment(line(node("Clock", "scheduleTrigger", {"rule": {"interval": [twice]}}), post)).automations
    assert automation.trigger.narrowed == {"on": ("wednesday", "sunday"), "at": ("09:00",)}


def started(kind: str, parameters: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    post = node("Post", "linkedIn", {"text": "Hello"})
    (automation,) = fragment(line(node("Clock", kind, parameters), post)).automations
    return dict(automation.trigger.narrowed)


DAILY_AT_SIX = {"field": "days", "triggerAtHour": 6}
WEEKLY = {"field": "weeks", "triggerAtDay": [0], "triggerAtHour": 6}


@pytest.mark.parametrize(
    ("rows", "when"),
    [
        ((DAILY_AT_SIX, {"triggerAtHour": 18, "triggerAtMinute": 30}), {"at": ("06:00", "18:30")}),
        ((DAILY_AT_SIX, DAILY_AT_SIX), {"at": ("06:00",)}),
        ((WEEKLY, {**WEEKLY, "triggerAtDay": [3]}), {"on": ("wednesday", "sunday"), "at": ("06:00",)}),
        ((WEEKLY, {**WEEKLY, "triggerAtHour": 9}), {"on": ("sunday",), "at": ("06:00", "09:00")}),
        ((WEEKLY, {"field": "weeks", "triggerAtDay": [3], "triggerAtHour": 9}), {}),
        ((DAILY_AT_SIX, WEEKLY), {}),
        ((DAILY_AT_SIX, {"field": "hours"}), {}),
        ((DAILY_AT_SIX, {"field": "days", "daysInterval": 3}), {}),
        (({"field": "hours"}, {"field": "minutes"}), {}),
    ],
)
def test_several_rows_of_a_clock_are_one_timetable_if_they_can_be(rows: Any, when: dict[str, Any]) -> None:
    assert started("scheduleTrigger", {"rule": {"interval": list(rows)}}) == when


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (("0 9 * * 1-5", "0 17 * * 1-5"), {"cron": ("0 9,17 * * 1-5",)}),
        (("0 0 9 * * *", "30 9 * * *"), {"cron": ("0,30 9 * * *",)}),
        (("0 9 * * 1", "0 9 * * 1"), {"cron": ("0 9 * * 1",)}),
        (("0 9 * * 1", "30 17 * * 1"), {}),
        (("0 9 * * 1", "={{ $json.when }}"), {}),
    ],
)
def test_lines_of_cron_that_differ_in_one_field_are_one(lines: Any, when: dict[str, Any]) -> None:
    rows = [{"field": "cronExpression", "expression": each} for each in lines]
    assert started("scheduleTrigger", {"rule": {"interval": rows}}) == when
    items = [{"mode": "custom", "cronExpression": each} for each in lines]
    assert started("cron", {"triggerTimes": {"item": items}}) == when


def test_a_line_of_cron_and_a_row_are_not_put_together() -> None:
    rows = [{"field": "cronExpression", "expression": "0 9 * * *"}, DAILY_AT_SIX]
    assert started("scheduleTrigger", {"rule": {"interval": rows}}) == {}


@pytest.mark.parametrize(
    ("items", "when"),
    [
        (({}, {"hour": 9, "minute": 15}), {"at": ("09:15", "14:00")}),
        (
            ({"mode": "everyWeek"}, {"mode": "everyWeek", "weekday": "5"}),
            {"on": ("monday", "friday"), "at": ("14:00",)},
        ),
        (({"mode": "everyWeek"}, {"mode": "everyHour"}), {}),
    ],
)
def test_several_rows_of_the_older_clock_are_one_timetable(items: Any, when: dict[str, Any]) -> None:
    assert started("cron", {"triggerTimes": {"item": list(items)}}) == when


REDDIT = ("reddit", {"resource": "post", "operation": "search", "keyword": "compost"})
YOUTUBE = ("youTube", {"resource": "video", "filters": {"q": "compost"}})
TWITTER = ("twitter", {"operation": "search", "searchText": "compost"})
REVIEWS = ("googleBusinessProfile", {"resource": "review", "operation": "getAll"})


@pytest.mark.parametrize(
    ("kind", "given", "version", "limit"),
    [
        (*REDDIT, 1, 100),
        (*YOUTUBE, 1, 25),
        (*TWITTER, 1, 50),
        (*TWITTER, 2, 50),
        (*REVIEWS, 1, 20),
        ("reddit", {**REDDIT[1], "limit": 5}, 1, 5),
        ("reddit", {**REDDIT[1], "returnAll": False}, 1, 100),
        ("reddit", {**REDDIT[1], "returnAll": True}, 1, 0),
        ("reddit", {**REDDIT[1], "returnAll": "={{ $json.all }}"}, 1, 0),
        ("reddit", {**REDDIT[1], "limit": "={{ $json.most }}"}, 1, 0),
        ("reddit", {"resource": "post", "operation": "get", "postId": "1"}, 1, 0),
    ],
)
def test_a_look_brings_as_many_as_its_version_does_by_itself(
    kind: str, given: dict[str, Any], version: int, limit: int
) -> None:
    assert part(kind, given, version=version).limit == limit


ROWS = {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}
DONE = node("Done", "googleSheets", {"operation": "delete", **ROWS}, version=4.5)


@pytest.mark.parametrize(
    ("kind", "given", "per"),
    [
        ("linkedIn", {"text": "={{ $json.text }}"}, "row"),
        ("twitter", {"text": "={{ $json.text }}"}, "row"),
        ("telegram", {"chatId": "@gardens", "text": "={{ $json.text }}"}, "row"),
        ("emailSend", {"toEmail": "={{ $json.email }}", "text": "Hello"}, "user"),
    ],
)
def test_what_a_table_keeps_is_each_of_its_rows(kind: str, given: dict[str, Any], per: str) -> None:
    act = node("Act", kind, given, version=2)
    (automation,) = fragment(line(CLOCK, TABLE, act, DONE)).automations
    assert automation.once_per is not None
    assert automation.once_per.what == per
    (automation,) = fragment(line(CLOCK, TABLE, act)).automations
    assert automation.once_per is None


@pytest.mark.parametrize(("zone", "said"), [("Europe/Lisbon", ("Europe/Lisbon",)), ("DEFAULT", None), ("", None)])
def test_a_schedule_is_in_the_time_zone_of_its_workflow(zone: str, said: tuple[str, ...] | None) -> None:
    clock = node("Clock", "scheduleTrigger", {"rule": {"interval": [{"field": "days"}]}})
    post = node("Post", "twitter", {"text": "Hello"}, version=2)
    (automation,) = fragment(line(clock, post, settings={"timezone": zone})).automations
    assert automation.trigger.narrowed.get("timezone") == said
