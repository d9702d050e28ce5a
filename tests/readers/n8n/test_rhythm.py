"""How often something can happen that a look by a timetable finds."""

from typing import Any

import pytest

from tests.readers.n8n.exports import fragment, line, node

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


def test_a_week_of_several_days_names_them() -> None:
    twice = {"field": "weeks", "triggerAtDay": [0, 3], "triggerAtHour": 9}
    post = node("Post", "linkedIn", {"text": "Market today"})
    (automation,) = fragment(line(node("Clock", "scheduleTrigger", {"rule": {"interval": [twice]}}), post)).automations
    assert automation.trigger.narrowed == {"on": ("wednesday", "sunday"), "at": ("09:00",)}
