"""What a stranger would read: filled in where the small world knows, honest where it does not."""

import pytest

from tests.rehearsal.plays import deeds, done, play, texts


@pytest.mark.parametrize(
    ("event", "written", "read"),
    [
        ("mentioned", "Hi {{ event.user.handle }}!", "Hi @stranger!"),
        ("mentioned", "Hi {{ event.user }}!", "Hi @stranger!"),
        ("mentioned", "Hi {{ event.user.name }}!", "Hi ‹name of @stranger›!"),
        ("mentioned", "Joined {{ event.user.joined_at }}", "Joined ‹joined at of @stranger›"),
        ("mentioned", "You said {{ event.post.text }}", "You said ‹what @stranger wrote›"),
        ("mentioned", "By {{ event.post.author }}", "By @stranger"),
        ("mentioned", "See {{ event.post.url }}", "See ‹link to the post of @stranger›"),
        ("liked", "By {{ event.post.author }}", "By @ann"),
        ("messaged", "{{ event.message }}", "‹what @stranger wrote›"),
        ("feed_item", "{{ event.item.title }}", "‹title, from the feed›"),
        ("webhook", "{{ event.payload.district }}", "‹district, from the other program›"),
        ("trend_started", "{{ event.trend.name }}", "‹name, from the trends›"),
        ("mentioned", "{{ account.city }}, {{ account.handle }}", "Gloucester, @ann"),
        ("mentioned", "{{ account.river }}", "‹river of @ann›"),
        ("mentioned", "{{ today }} {{ now }}", "‹the date of the day› ‹the time of the day›"),
        ("mentioned", "{{ secrets.key }}", "‹the secret key›"),
        ("mentioned", "{{ 'plain' }} {{ 3 }}", "plain 3"),
    ],
)
def test_what_stands_in_braces(event: str, written: str, read: str) -> None:
    assert texts(play(f'account: ann, when: {event}, do: [post: "{written}"]', when=event)) == [read]


def test_a_copy_of_an_automation_speaks_for_the_stranger() -> None:
    speaks = 'account: ann, when: mentioned, once_per: user, do: [reply: "{{ account.handle }} here"]'
    assert texts(play(speaks, when="mentioned", mirror=True)) == ["@ann here", "@stranger here"]


def test_what_was_produced_before() -> None:
    ai = 'account: ann, when: mentioned, do: [{generate: {answer: Be kind}}, reply: "{{ answer }}"]'
    assert texts(play(ai, when="mentioned")) == ["‹what the AI writes›"]
    crowd = 'account: ann, when: unfollowed, do: [{fetch: {gone: unfollowers}}, post: "Gone: {{ gone }}"]'
    assert texts(play(crowd, when="unfollowed")) == [
        "Gone: @stranger, @unfollower1, @unfollower2, ‹and all the others›",
    ]
    fetches = "account: ann, when: {event: schedule, on: monday}, do: [{fetch: {gone: unfollowers}}"
    number = f'{fetches}, post: "{{{{ gone.count }}}} have left"]'
    assert texts(play(number, when="schedule")) == ["‹how many they are› have left"]
    steps = '{fetch: {it: "https://a.example/x"}}, {fetch: {hot: trends}}, post: "{{ it }} {{ hot }}"'
    page = "account: ann, when: {event: schedule, on: monday}, do: [" + steps + "]"
    assert texts(play(page, when="schedule")) == ["‹what stands at https://a.example/x› ‹what is trending›"]


def test_people_who_were_fetched_are_the_ones_it_is_done_to() -> None:
    fetched = (
        "account: ann, when: {event: schedule, on: monday}, do: [{fetch: {them: non_followers}}, {unfollow: them}]"
    )
    assert deeds(play(fetched, when="schedule")) == [
        ("@ann", "unfollow", f"@non-follower{number}") for number in (1, 2, 3)
    ]


def test_texts_that_repeat_each_other_stay_readable() -> None:
    doubles = 'account: ann, when: mentioned, do: [reply: "{{ event.post.text }} {{ event.post.text }}"]'
    rehearsal = play(doubles, when="mentioned", mirror=True, rounds=200)
    assert max(map(len, texts(rehearsal))) < 700


@pytest.mark.parametrize(
    ("table", "step", "read"),
    [
        ("new products", 'post: "New: {{ it.name }}"', "New: ‹name, from a row of new products›"),
        ("new products", 'post: "{{ it.count }} new"', "‹how many rows there are› new"),
        ("guests", 'post: "Welcome {{ it.name }} in {{ it.room }}"', "Welcome @listed1 in ‹room of @listed1›"),
    ],
)
def test_what_goes_through_a_table_is_one_text_a_row(table: str, step: str, read: str) -> None:
    fetches = f"{{fetch: {{it: 'rows(\"{table}\")'}}, limit: 5}}"
    played = play(f"account: ann, when: {{event: schedule, on: monday}}, do: [{fetches}, {step}]", when="schedule")
    assert texts(played) == [read]
    by_the_row = [f"once for each row of {table}, 5 in one run at most"] if "it.count" not in step else []
    assert list(done(played)[0].notes) == by_the_row


def test_each_person_of_a_table_reads_their_own_row() -> None:
    steps = "{fetch: {guest: 'rows(\"guests\")'}}, {dm: {text: 'Hi {{ guest.name }}', target: guest}}"
    played = play(f"account: ann, when: {{event: schedule, on: monday}}, do: [{steps}]", when="schedule")
    assert texts(played) == ["Hi @listed1", "Hi @listed2", "Hi @listed3"]


@pytest.mark.parametrize(
    ("between", "turn"),
    [
        (
            "{wait: {until: '{{ guest.until }}'}}, {stop: , if: guest.answer = \"YES\"}",
            (
                "only when the time that @listed1 was given is over (“until”) and "
                "if it has not ended with @listed1, whose “answer” is “YES”"
            ),
        ),
        ('{wait: 2 hours}, {stop: , if: guest.answer = "YES"}', "only 2 hours after @listed1 and if"),
        ("{wait: 2 hours}", ""),
        ("{notify: '{{ guest.name }}'}", ""),
    ],
)
def test_who_waits_for_each_row_goes_through_them_one_after_the_other(between: str, turn: str) -> None:
    steps = f"{{fetch: {{guest: 'rows(\"guests\")'}}}}, {{dm: {{text: 'Hi', target: guest}}}}, {between}"
    first, second, *_ = done(
        play(f"account: ann, when: {{event: schedule, on: monday}}, do: [{steps}]", when="schedule")
    )
    assert first.notes == ()
    assert second.notes[:1] == () if not turn else second.notes[0].startswith(turn)


def test_what_goes_to_each_of_several_people_is_filled_in_with_what_is_known_of_this_one() -> None:
    fetched = "account: ann, when: {event: schedule, on: monday}, do: [{fetch: {them: non_followers}}"
    each = f"{fetched}, {{dm: {{target: them, text: '{{{{ them.name }}}}, {{{{ them.language }}}}'}}}}]"
    assert texts(play(each, when="schedule")) == [
        f"@non-follower{number}, ‹language of @non-follower{number}›" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("limit", "won"),
    [("", "@ann-commenter1"), (", limit: 1", "@ann-commenter1"), (", limit: 2", "@ann-commenter1, @ann-commenter2")],
)
def test_a_draw_falls_on_one_or_on_as_many_as_its_limit_says(limit: str, won: str) -> None:
    steps = f"[{{draw: {{winner: commenters_of(ann)}}{limit}}}, post: '{{{{ winner.handle }}}} has won']"
    assert texts(play(f"account: ann, when: started, do: {steps}", when="started")) == [f"{won} has won"]
