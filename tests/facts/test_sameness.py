"""What counts as the same thing again, and that it takes no longer than there is to compare."""

import pytest
from sociable.facts import nearly_same
from sociable.facts.nearly_same import Wording
from sociable.facts.said_again import Repeat
from sociable.facts.sameness import repeats

from tests.setups import facts

TWO = """
accounts:
  leeds: {{platform: x, handle: "@leeds", vars: {{town: Leeds, street: Quay Street}}}}
  york: {{platform: x, handle: "@york", vars: {{town: York, street: Mill Lane}}}}
automations:
  - {{id: a, account: leeds, when: {{event: schedule, on: monday}}, do: [post: "{one}"]}}
  - {{id: b, account: york, when: {{event: schedule, on: monday}}, do: [post: "{other}"]}}
"""


def told(text: str) -> list[str]:
    return [each.again for each in repeats(facts(text))]


def one_each(line: str, one: str, other: str) -> str:
    """Two accounts, each with an automation of the same form, filled in once with this and once with that."""
    automations = "\n".join(
        f"  - {{id: {account}, account: {account}, {line.format(filled)}}}"
        for account, filled in (("leeds", one), ("york", other))
    )
    return f"accounts: {{leeds: {{platform: x}}, york: {{platform: x}}}}\nautomations:\n{automations}"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (
            "Open house today: come in and lift something heavy!",
            "Open house today! Come in, lift something heavy 💪",
            True,
        ),
        ("Fresh rolls from seven until noon, Leeds.", "Fresh rolls from seven until noon, York.", True),
        ("Come to our sale #sale", "Come to our sale @anna", True),
        ("Sale in {{ account.street }}", "Sale in {{ account.street }}", False),
        ("Sale in {{ account.town }}, all week", "Sale in {{ account.town }}, all week", True),
        ("Open from 9:00 to 17:00, come and see us", "Open from 10:00 to 16:00, come and see us", False),
        ("The pool is closed because of the flood", "The library is closed because of a pipe", False),
        ("New on our shelves", "In the reading room", False),
        ("Half price cakes in Milton Keynes today!", "Half price cakes in York today!", True),
        ("Half price cakes in Milton Keynes today!", "Half price bikes in York today!", False),
        ("Warm coats in Garforth Street, all week long", "Warm coats in Otley Street, all week long", False),
        ("Warm bread in Leeds today", "Warm bread in York today", True),  # as the accounts are called
        ("Warm bread in Selby today", "Warm bread in Otley today", False),  # two words are few
        ("Die Brote im Laden sind frisch", "Die Kuchen im Laden sind frisch", False),
        ("Good evening, Selby!", "Good evening, Otley!", False),
        ("See https://a.example/sale?utm_source=x", "See http://www.a.example/sale/", True),
        ("See https://a.example/sale?day=1", "See https://a.example/sale?day=2", False),
    ],
)
def test_two_accounts_with_one_text(one: str, other: str, is_same: bool) -> None:
    assert told(TWO.format(one=one, other=other)) == ["accounts"] * is_same


@pytest.mark.parametrize(
    ("when", "text", "again"),
    [
        ("{event: feed_item, feed: 'https://a.example/x'}", "{{ event.item.title }}", ["accounts"]),
        ("{event: row_added, sheet: news}", "{{ event.row.text }}", ["accounts"]),
        ("{event: webhook, named: done}", "{{ event.payload.who }} is home", ["accounts"]),
        ("mentioned", "{{ event.post.text }}", []),  # each has mentions of its own
        ("{event: feed_item, feed: 'https://a.example/{{ account.id }}'}", "{{ event.item.title }}", []),
    ],
)
def test_what_fills_a_text(when: str, text: str, again: list[str]) -> None:
    accounts = "accounts: {one: {platform: x}, two: {platform: x}}"
    automation = f'{{id: a, account: [one, two], when: {when}, do: [post: "{text}"]}}'
    assert told(f"{accounts}\nautomations:\n  - {automation}") == again


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://a.example/x?utm_source=l", "https://a.example/x?utm_medium=y&fbclid=3", True),
        ("https://a.example/x", "http://www.A.example/x/", True),
        ("https://a.example/x?a=1&b=2", "https://a.example/x?b=2&utm_id=7&a=1", True),
        ("https://a.example/x?utm_source={{ account.id }}", "https://a.example/x", True),
        ("https://a.example/x?lang=cy", "https://a.example/x?lang=en", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/x#gid=0", "https://a.example/x#gid=1", False),
        ("https://a.example/x#top", "https://a.example/x", True),
    ],
)
def test_two_addresses_of_one_feed(one: str, other: str, is_same: bool) -> None:
    line = """when: {{event: feed_item, feed: '{}'}}, do: [post: "{{{{ event.item.title }}}}"]"""
    assert told(one_each(line, one, other)) == ["accounts"] * is_same


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (
            "Write a cheerful post about {{ event.payload.sale }}",
            "Write a merry post about {{ event.payload.sale }}",
            True,
        ),
        (
            "Write a cheerful post about {{ event.payload.sale }}",
            "Write a cheerful post about {{ event.payload.shoe }}",
            False,
        ),
        (
            "Write a post in Welsh about {{ event.payload.sale }}",
            "Write a post in Dutch about {{ event.payload.sale }}",
            False,
        ),
        ("Praise {{ event.payload.sale }}", "Mock {{ event.payload.sale }}", False),
        ("Write a thought for the day", "Write a joke for the day", False),
    ],
)
def test_two_prompts(one: str, other: str, is_same: bool) -> None:
    line = """when: {{event: webhook, named: news}}, do: [generate: {{words: "{}"}}, post: "{{{{ words }}}}"]"""
    assert told(one_each(line, one, other)) == ["accounts"] * is_same


@pytest.mark.parametrize(
    ("fetched", "text", "again"),
    [
        ("https://a.example/feed.xml", "{{ r.title }}", True),
        ("https://a.example/tide.json", "{{ r.height }}", False),
        ('rows("x")', "{{ r.text }} {{ c }}", False),  # worked out anew each time
        ('rows("x")', "{{ r.count }} of us", False),
    ],
)
def test_what_is_read_from_the_top(fetched: str, text: str, again: bool) -> None:
    assert (
        told(f"""
accounts: {{one: {{platform: x}}}}
automations:
  - id: a
    account: one
    when: {{event: schedule, every: 1 day}}
    do: [fetch: {{r: '{fetched}'}}, fetch: {{c: code}}, post: "{text}"]
""")
        == ["restart"] * again
    )


def test_a_table_from_the_top_unless_each_line_comes_once() -> None:
    table = """
accounts: {{one: {{platform: x}}}}
automations:
  - id: a
    account: one
    {once}when: {{event: schedule, every: 1 day}}
    do: [fetch: {{r: rows("x")}}, post: "{{{{ r.t }}}}"]
"""
    assert told(table.format(once="")) == ["restart"]
    assert told(table.format(once="once_per: row\n    ")) == []


@pytest.mark.parametrize(
    ("taken", "again"),
    [
        ("r.day is today", False),
        ("today = r.day", False),
        ("r.comes_on <= 1 day", False),
        ("2 days > r.comes_on", False),
        ("not r.published", False),
        ("r.published = false", False),
        ("r.day is today and account.city is not rome", False),
        ("r.day <= today", True),
        ("r.day != today", True),
        ("not r.day is today", True),
        ("r.comes_on > 1 day", True),
        ("r.day is today or r.day is not today", True),
        ('r.singer is "Ann"', True),
        ('today < "2027-02-01"', True),
    ],
)
def test_the_line_of_the_day_and_what_a_mark_keeps_back_come_once(taken: str, again: bool) -> None:
    assert (
        told(f"""
accounts: {{one: {{platform: x, vars: {{city: oslo}}}}}}
automations:
  - id: a
    account: one
    when: {{event: schedule, every: 1 day}}
    do: [fetch: {{r: rows("x")}}, {{post: "{{{{ r.t }}}}", if: '{taken}'}}]
""")
        == ["restart"] * again
    )


def test_what_a_table_is_fetched_as_tells_that_it_is_of_the_day() -> None:
    table = """
accounts: {{one: {{platform: x}}}}
automations:
  - id: a
    account: one
    when: {{event: schedule, every: 1 day}}
    do: [fetch: {{{name}: rows("the harbour's")}}, post: "{{{{ {name}.high }}}}"]
"""
    assert told(table.format(name="tide")) == []
    assert told(table.format(name="song")) == ["restart"]


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        ("{event: feed_item, feed: 'https://a.example/news.xml'}", "webhook", True),
        (
            "{event: feed_item, feed: 'https://a.example/news.xml'}",
            "{event: feed_item, feed: 'https://a.example/dates.xml'}",
            False,
        ),
    ],
)
def test_two_feeds_tell_of_two_things_and_two_programs_of_one(one: str, other: str, again: bool) -> None:
    brings = "payload" if again else "item"
    second = f"New: {{{{ event.{brings}.title }}}} {{{{ event.{brings}.url }}}}"
    assert (
        told(f"""
accounts: {{one: {{platform: mastodon}}}}
automations:
  - {{id: a, account: one, when: {one}, do: [post: "{{{{ event.item.title }}}} {{{{ event.item.url }}}}"]}}
  - {{id: b, account: one, when: {other}, do: [post: "{second}"]}}
""")
        == ["routes"] * again
    )


@pytest.mark.parametrize(
    ("when", "once", "step", "again"),
    [
        ("commented", "once_per: none", "reply: Thanks", True),
        ("messaged", "once_per: none", "dm: Thanks", True),
        ("commented", "once_per: none", "like", False),  # a second one does nothing
        ("commented", "once_per: post", "reply: Thanks", False),
        ("commented", "", "reply: Thanks", False),
        ("{event: schedule, every: 1 day}", "once_per: none", "post: Hello", False),
    ],
)
def test_an_answer_that_nothing_remembers(when: str, once: str, step: str, again: bool) -> None:
    assert (
        told(f"""
accounts: {{one: {{platform: youtube}}}}
automations:
  - id: a
    account: one
    when: {when}
    {once}
    do: [{step}]
""")
        == ["unremembered"] * again
    )


def test_it_compares_no_more_than_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    really = nearly_same.is_same

    def counting(one: Wording, other: Wording, enough: int) -> bool:
        nonlocal compared
        compared += 1
        return really(one, other, enough)

    monkeypatch.setattr(nearly_same, "is_same", counting)

    def cost(number: int) -> int:
        nonlocal compared
        compared = 0
        lines = "\n".join(
            f'  - {{id: a{each}, account: one, when: {{event: schedule, on: monday}}, do: [post: "The {each}th word of '
            f'many that are alike but for w{each} and v{each} and u{each}"]}}'
            for each in range(number)
        )
        found: list[Repeat] = repeats(facts(f"accounts: {{one: {{platform: x}}}}\nautomations:\n{lines}"))
        assert found == []
        return compared

    assert cost(400) <= 5 * cost(100) + 400 * nearly_same._LOOKED_AT


def written(steps: list[str]) -> str:
    done = "".join(f"\n      - {step}" for step in steps)
    each = "\n  - id: NAME\n    account: NAME\n    when: {event: schedule, on: monday}\n    do:" + done
    accounts = "accounts:\n  leeds: {platform: x, handle: '@leeds'}\n  york: {platform: x, handle: '@york'}\n"
    return accounts + "automations:" + each.replace("NAME", "leeds") + each.replace("NAME", "york")


def test_a_text_may_be_written_of_one_of_the_same_name() -> None:
    steps = ['generate: {v: "Write of spring"}', 'generate: {v: "Better than {{ v }}"}', 'post: "{{ v }}"']
    assert told(written(steps)) == ["accounts"]


def test_a_text_may_be_written_of_any_number_of_others() -> None:
    """Each of them is looked at once, however many ways there are to it."""
    better = [f'generate: {{v{n}: "Better than {{{{ v{n - 1} }}}} or {{{{ v{n - 1} }}}}"}}' for n in range(1, 1200)]
    steps = ['generate: {v0: "Write of spring"}', *better, 'post: "{{ v1199 }}"']
    assert told(written(steps)) == ["accounts"]
    other = written(steps).replace("of spring", "of autumn", 1)
    assert told(other) == []


def test_what_a_model_was_asked_for_is_not_the_same_where_that_is_not_said() -> None:
    steps = ['generate: {v: ""}', 'post: "{{ v }}"', 'generate: {w: ""}', 'post: "{{ w }}"']
    assert told(written(steps)) == []


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("", "", ["twice"]),
        ("", "event.payload.a", ["twice"]),
        ("event.payload.a", "event.payload.a", ["twice"]),
        ("event.payload.a", "event.payload.b", []),
        ("event.payload.a", "not event.payload.a", []),
    ],
)
def test_twice_is_what_is_said_both_times(first: str, second: str, again: list[str]) -> None:
    steps = [
        f'{{post: "Open until noon today.", {f"if: {each}" if each else "visibility: public"}}}'
        for each in (first, second)
    ]
    automation = f"{{id: a, account: x, when: {{event: webhook, named: open}}, do: [{', '.join(steps)}]}}"
    assert told(f"accounts: {{x: {{platform: x}}}}\nautomations: [{automation}]") == again


@pytest.mark.parametrize(
    "order", [("asked", "monday", "weekly"), ("monday", "asked", "weekly"), ("monday", "weekly", "asked")]
)
def test_what_is_said_twice_for_one_reason_is_found_whatever_says_it_first(order: tuple[str, ...]) -> None:
    begins = {
        "asked": "mentioned",
        "monday": "{event: schedule, on: monday}",
        "weekly": "{event: schedule, on: monday}",
    }
    lines = (
        f"  - {{id: {name}, account: a, when: {begins[name]}, do: [post: Our doors are open]}}\n" for name in order
    )
    assert told(f"accounts: {{a: {{platform: x}}}}\nautomations:\n{''.join(lines)}") == ["twice"]
