"""How the same comes again, in words."""

from tests.kinds.told import told


def test_accounts_that_say_the_same_are_named_in_one_order() -> None:
    posts = [
        f"  - {{id: {name}, account: {name}, when: {{event: schedule, at: '08:00'}}, do: [post: Fresh bread]}}"
        for name in "bac"
    ]
    report = 'report r.second: "{r.who} publish {r.alike}"'
    said = told("repeat r", report, *posts[:2])
    assert said == told("repeat r", report, *reversed(posts[:2])) == ["@a and @b publish the same thing"]
    assert told("repeat r", report, *posts) == ["@a, @b and @c publish the same thing"]


def test_what_an_ai_writes_for_several_accounts_is_not_called_the_same() -> None:
    posts = [
        f"  - {{id: {name}, account: {name}, when: {{event: schedule, at: '08:00'}}, "
        "do: [{generate: {line: 'Praise the tram'}}, {post: '{{ line }}'}]}"
        for name in "ab"
    ]
    said = told("repeat r", 'report r.second: "{r.who} publish {r.alike}"', *posts)
    assert said == ["@a and @b publish what an AI writes by the same prompt"]


def test_of_accounts_that_copy_each_other_it_is_said_once_which_copies_which() -> None:
    copies = [
        f"  - {{id: {one}-copies, account: {one}, when: {{event: account_posted, from: {other}}}, "
        "do: [{post: '{{ event.post.text }}'}]}"
        for one, other in ("ab", "ba")
    ]
    said = told("repeat r", 'report r.second: "{r.copying}. {r.copying_remedy}"', *copies)
    assert said == [
        (
            "@a publishes again what @b posts, and @b what @a posts, on X. Take the post out of `a-copies` and out of "
            "`b-copies`, and let each account say its own in its own words."
        )
    ]
