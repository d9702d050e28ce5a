"""What is said, where and how often, in words."""

import pytest

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


def test_a_list_is_named_where_the_file_names_it() -> None:
    step = "  - {id: fakes, account: a, when: mentioned, do: [LIST]}"
    report = 'report s: "It {s.deed}, which is {s.list_words}"'
    assert told("step s", report, step.replace("LIST", "list_add: {list: probably fake}")) == [
        "It puts people on the list “probably fake”, which is the list “probably fake”"
    ]


@pytest.mark.parametrize(
    ("media", "shown"),
    [
        ("{image: a.jpg, ai: true}", "a picture"),
        ("[{video: a.mp4, ai: true}, {image: b.jpg}]", "a film"),
        ("[{video: a.mp4, ai: true}, {sound: b.mp3, ai: true}]", "a film and a recording"),
        ("'{{ made }}'", "a picture, a film or a recording"),
    ],
)
def test_what_an_ai_made_is_called_what_it_is(media: str, shown: str) -> None:
    step = f"{{post: {{text: Hi, media: {media}}}}}"
    automation = f"  - {{id: hi, account: a, when: mentioned, do: [{{generate: {{made: Hills}}}}, {step}]}}"
    assert told("step s", 'report s: "{s.ai_shown}"', automation)[1:] == [shown]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("{event: commented, contains: CAKE}", "“CAKE”"),
        ("{event: commented, contains: [price, how much]}", "“price” or “how much”"),
        ("{event: commented, contains: [a, b, c, d]}", "a certain word"),
        ("commented", "a certain word"),
    ],
)
def test_the_words_that_are_waited_for_are_said_where_they_are_few(when: str, words: str) -> None:
    automation = f"  - {{id: hi, account: a, when: {when}, do: [reply: Hi]}}"
    assert told("automation a", 'report a: "{a.awaited}"', automation) == [words]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("mentioned", "somebody mentions it"),
        ("liked", "somebody likes its post"),
        ("decided", "an AI of its own decides to act"),
        ("{event: joined, in: talk to us}", "somebody joins “talk to us”"),
    ],
)
def test_what_starts_an_automation_is_said_of_the_account(when: str, words: str) -> None:
    automation = f"  - {{id: hi, account: a, when: {when}, do: [post: Hi]}}"
    assert told("automation a", 'report a: "{a.starts}"', automation) == [words]


def test_what_is_admitted_is_taken_out_with_the_rest() -> None:
    automation = "  - {id: hi, account: a, when: mentioned, KEYS, do: [reply: Hi]}"
    report = 'report a: "Stop{a.said_again_out}"'
    admits = automation.replace("KEYS", "admits: [same_again]")
    assert told("automation a", report, admits) == ["Stop (and take `same_again` out of `admits:`)"]
    assert told("automation a", report, automation.replace("KEYS, ", "")) == ["Stop"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lives in {{ event.row.street }}.", " (`event.row.street`)"),
        ("The key is {{ secrets.door }}", " (`secrets.door`)"),
        ("Seen at {{ event.row.hour }}.", ""),
        ("Seen again.", ""),
    ],
)
def test_what_is_not_for_everybody_is_named_as_the_file_says_it(text: str, shown: str) -> None:
    automation = (
        "  - {id: one, account: a, when: {event: row_added, sheet: suspects}, once_per: row, do: [{post: 'TEXT'}]}"
    )
    (said,) = told("step s", 'report s: "it{s.text.private_places}"', automation.replace("TEXT", text))
    assert said == f"it{shown}"


@pytest.mark.parametrize(
    ("when", "step", "said"),
    [
        ("mentioned", "reply: Hi", "It replies to the person who mentioned it"),
        ("messaged", "dm: Hi", "It writes to the person who wrote to it"),
        ("approved", "dm: {text: Hi, target: followers_of(\"@b\")}", "It writes to the followers of @b"),
        ("approved", "follow: found(\"tea\")", "It follows the people whom a search for “tea” found"),
        ("mentioned", "like: event.post", "It likes posts that mention it"),
        ("approved", "follow: \"@b\"", "It follows @b"),
        ("approved", "remove_follower: non_followers", "It removes people from the followers"),
    ],
)  # fmt: skip
def test_whom_it_turns_to_is_said_by_what_they_did_or_where_they_stand(when: str, step: str, said: str) -> None:
    automation = f"  - {{id: one, account: a, when: {when}, do: [{{{step}}}]}}"
    assert told("step s", 'report s: "It {s.deed_to}"', automation) == [said]


@pytest.mark.parametrize(
    ("keys", "using", "where"),
    [
        ("when: {event: messaged, contains: [price]}", " using “price”", " (only where they write “price”)"),
        ("when: messaged, if: event.user.is_follower", "", " (only where `event.user.is_follower` holds)"),
        ("when: messaged", "", ""),
    ],
)
def test_what_chooses_for_whom_it_acts_is_told(keys: str, using: str, where: str) -> None:
    automation = f"  - {{id: hi, account: a, {keys}, do: [dm: Hello]}}"
    report = 'report a: "It answers{a.using_words}|{a.only_where}"'
    assert told("automation a", report, automation) == [f"It answers{using}|{where}"]


@pytest.mark.parametrize(
    ("room", "who"),
    [
        ("office: {approved: {automation: false}}", "those who run “office” have not agreed to a program, as the file"),
        ("office: {approved: {automation: false}, allowed_by: Jo}", "nothing says that X permitted it"),
        ("office: {open: true}", "nothing says that X permitted it"),
    ],
)
def test_a_copy_of_what_people_say_is_told_with_the_room(room: str, who: str) -> None:
    automation = (
        "  - {id: copy, account: a, when: {event: posted_here, in: office}, do: [store: '{{ event.post.text }}']}\n"
        f"places: {{{room}}}"
    )
    (said,) = told("step s", 'report s: "It {s.access_words}"', automation)
    assert said.startswith(f"It keeps a copy of posts in “office”, through a program on a person's account, and {who}")
