"""What is said, where and how often, in words."""

from tests.kinds.told import told


def test_a_text_that_is_always_the_same_stands_with_its_room_platform_and_schedule() -> None:
    hello = (
        "  - {id: hello, account: a, when: {event: schedule, every: 5 hours}, "
        "do: [{fetch: {name: 'rows(\"stock\")'}}, {post: {in: hall, text: TEXT}}]}"
    )
    report = 'report a: "It speaks{a.said}"'
    same = hello.replace("TEXT", "Who is awake?")
    assert told("automation a", report, same) == ["It speaks: “Who is awake?”, in “hall” on X, every 5 hours"]
    filled = hello.replace("TEXT", "'{{ name.text }}'")
    assert told("automation a", report, filled) == ["It speaks, in “hall” on X, every 5 hours"]
