"""Where the parts of a text come from, whom it names and whose words it repeats."""

import pytest
from sociable.facts.facts import StepFacts
from sociable.facts.provenance import mentioned_handles
from sociable.facts.step_parts import TextFacts
from sociable.readers.automation_file.expressions.expression_parser import parse_expression
from sociable.setup.model import Text
from sociable.text.source import Source, Span
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.text_words import ORIGINS

from tests.setups import facts

ACCOUNT = 'accounts: {shop: {platform: x, handle: "@Shop", vars: {city: Gloucester}}}\n'


def last_step(steps: str, event: str = "mentioned") -> StepFacts:
    """The last of these steps, with what the ones before it produce."""
    return facts(f"{ACCOUNT}automations:\n  - {{id: a, account: shop, when: {event}, do: [{steps}]}}\n").steps[-1]


def text(said: str, event: str = "mentioned", before: str = "") -> TextFacts[StepFacts]:
    quoted = said.replace('"', r"\"")
    return last_step(f'{before}post: "{quoted}"', event).text


@pytest.mark.parametrize(
    ("event", "said", "origins", "names", "echoes"),
    [
        ("mentioned", "Good morning", {"ours"}, False, False),
        ("mentioned", "{{ event.user.handle }}", {"identity"}, True, False),
        ("mentioned", "Hi {{ event.user.name }}", {"ours", "identity"}, True, False),
        ("mentioned", "{{ event.user }}", {"identity"}, True, False),
        ("mentioned", "{{ event.user.email }}", {"contact"}, True, False),
        ("mentioned", "{{ event.user.bio }}", {"words"}, False, True),
        ("mentioned", "{{ event.user.followers }}", {"measure"}, False, False),
        ("mentioned", "{{ event.post }}", {"words"}, False, True),
        ("mentioned", "{{ event.post.text }}", {"words"}, False, True),
        ("mentioned", "{{ event.post.url }}", {"link"}, False, False),
        ("mentioned", "{{ event.post.author }}", {"identity"}, True, False),
        ("mentioned", "{{ event.post.likes }}", {"measure"}, False, False),
        ("messaged", "{{ event.message.text }}", {"private"}, False, True),
        ("messaged", "{{ event.message }}", {"private"}, False, True),
        ("reviewed", "{{ event.review.text }}", {"words"}, False, True),
        ("reviewed", "{{ event.review.rating }}", {"measure"}, False, False),
        ("opted_in", "{{ event.form.why }}", {"private"}, False, True),
        ("opted_in", "{{ event.form }}", {"private"}, False, True),
        ("trend_started", "{{ event.trend.name }}", {"trend"}, False, False),
        ("trend_started", "{{ event.trend }}", {"trend"}, False, False),
        ("trend_started", "{{ event.trend.volume }}", {"measure"}, False, False),
        ("milestone", "{{ event.count }}", {"measure"}, False, False),
        ("milestone", "{{ event.count.followers }}", {"measure"}, False, False),
        ("feed_item", "{{ event.item.title }}", {"feed"}, False, False),
        ("feed_item", "{{ event.item }}", {"feed"}, False, False),
        ("webhook", "{{ event.payload.any.thing }}", {"data"}, False, False),
        ("row_added", "{{ event.row.column }}", {"table"}, False, False),
        ("order_placed", "{{ event.order }}", {"data"}, False, False),
        ("mentioned", "{{ account.city }}", {"account"}, False, False),
        ("mentioned", "{{ secrets.token }}", {"secret"}, False, False),
        ("mentioned", "{{ today }}", {"measure"}, False, False),
        ("mentioned", "{{ now }}", {"measure"}, False, False),
        ("mentioned", "{{ 'Hello' }}", {"ours"}, False, False),
        ("mentioned", "{{ 3 }}", set(), False, False),
        ("mentioned", "{{ event.post.likes >= 3 }}", {"measure"}, False, False),
        (
            "mentioned",
            "{{ event.user.handle }}: {{ event.post.text }} {{ account.city }}",
            {"ours", "identity", "words", "account"},
            True,
            True,
        ),
    ],
)
def test_provenance(event: str, said: str, origins: set[str], names: bool, echoes: bool) -> None:
    found = text(said, event).provenance
    assert (set(found.origins), "person" in found.people, "person" in found.quoted) == (origins, names, echoes)


def test_every_field_of_every_event_has_its_origin() -> None:
    """The table above is a sample; this is all of it."""
    asked = 0
    for event in EVENTS.values():
        for thing in event.carries:
            for field in CARRIED[thing].fields:
                path = f"event.{thing}.{'column' if field.name == '*' else field.name}"
                assert text(f"{{{{ {path} }}}}", event.name).provenance.origins == {field.origin}
                assert field.origin in ORIGINS
                asked += 1
    assert asked > 100


@pytest.mark.parametrize(
    ("before", "said", "origins", "people", "quoted"),
    [
        ("fetch: {gone: unfollowers}", "{{ gone }}", {"identity"}, {"unfollowers"}, set()),
        ('fetch: {them: followers_of("@rival")}', "{{ them }}", {"identity"}, {"followers_of"}, set()),
        ('fetch: {found: matching("coffee")}', "{{ found }}", {"words"}, set(), {"matching"}),
        ("fetch: {it: event.post}", "{{ it }}", {"words"}, set(), {"person"}),
        ("fetch: {them: event.user}", "{{ them }}", {"identity"}, {"person"}, set()),
        ("fetch: {topic: trends}", "{{ topic }}", {"trend"}, set(), set()),
        ('fetch: {news: "https://example.org/feed.xml"}', "{{ news }}", {"fetched"}, set(), set()),
        ("fetch: {gone: unfollowers}, fetch: {same: gone}", "{{ same }}", {"identity"}, {"unfollowers"}, set()),
        ("generate: {answer: Write something}", "{{ answer }}", {"ai"}, set(), set()),
        ('generate: {answer: "To {{ event.post.text }}"}', "{{ answer }}", {"ai"}, set(), set()),
        ('generate: {answer: "To {{ event.user.name }}"}', "{{ answer }}", {"ai"}, {"person"}, set()),
        ('generate: {answer: "With {{ secrets.key }}"}', "{{ answer }}", {"ai", "secret"}, set(), set()),
        (
            'generate: {draft: "To {{ event.user.name }}"}, generate: {answer: "Better: {{ draft }}"}',
            "{{ answer }}",
            {"ai"},
            {"person"},
            set(),
        ),
        # what comes later counts
        ("generate: {it: Write}, fetch: {it: trends}", "{{ it }}", {"trend"}, set(), set()),
        ("fetch: {it: trends}, generate: {it: Write}", "{{ it }}", {"ai"}, set(), set()),
        (
            'fetch: {it: unfollowers}, generate: {answer: "To {{ it }}"}, fetch: {it: trends}',
            "{{ answer }} {{ it }}",
            {"ai", "trend"},
            {"unfollowers"},
            set(),
        ),
    ],
)
def test_what_former_steps_produced(
    before: str, said: str, origins: set[str], people: set[str], quoted: set[str]
) -> None:
    steps = ", ".join(f"{{{step}}}" for step in before.split(", "))
    found = last_step(f'{steps}, {{post: "{said}"}}').text.provenance
    assert (set(found.origins), set(found.people), set(found.quoted)) == (origins, people, quoted)


@pytest.mark.parametrize(
    ("before", "said", "counted"),
    [
        ("{fetch: {gone: unfollowers}}", "{{ gone.count }}", {"unfollowers"}),
        ('{fetch: {them: members_of("town")}}', "{{ them.count }}", {"members_of"}),
        (
            "{fetch: {gone: unfollowers}}, {fetch: {here: followers}}",
            "{{ gone.count }} of {{ here.count }}",
            {"unfollowers", "followers"},
        ),
        ('{fetch: {gone: unfollowers}}, {generate: {it: "Say {{ gone.count }}"}}', "{{ it }}", {"unfollowers"}),
    ],
)
def test_how_many_they_are_tells_nobody_who_they_are(before: str, said: str, counted: set[str]) -> None:
    found = last_step(f'{before}, {{post: "{said}"}}').text.provenance
    assert (set(found.counted), found.people) == (counted, frozenset())


@pytest.mark.parametrize("said", ["{{ gone }}", "{{ gone.name }}", "{{ gone.count.first }}"])
def test_anything_else_of_a_set_may_tell_who_they_are(said: str) -> None:
    found = last_step(f'{{fetch: {{gone: unfollowers}}}}, {{post: "{said}"}}').text.provenance
    assert (found.people, found.counted) == (frozenset(("unfollowers",)), frozenset())


@pytest.mark.parametrize(
    ("event", "path", "origins"),
    [
        ("order_placed", "event.order.email", {"data", "contact"}),
        ("order_placed", "event.order.customer.Phone", {"data", "contact"}),
        ("row_added", "event.row.mobile", {"table", "contact"}),
        ("row_added", "event.row.postcode", {"table"}),
        ("row_added", "event.row.colour", {"table"}),
        ("webhook", "event.payload.email.sent", {"data"}),
    ],
)
def test_columns_that_tell_how_to_reach_somebody(event: str, path: str, origins: set[str]) -> None:
    assert text(f"{{{{ {path} }}}}", event).provenance.origins == origins


@pytest.mark.parametrize(
    ("table", "origins"), [("tenants", {"table", "contact"}), ("road works", {"table"}), ("stalls", {"table"})]
)
def test_a_street_tells_how_to_reach_somebody_where_the_table_is_about_people(table: str, origins: set[str]) -> None:
    found = last_step(f'{{fetch: {{one: "rows(\\"{table}\\")"}}}}, {{post: "{{{{ one.street }}}}"}}')
    assert found.text.provenance.origins == origins


def test_private_messages_stay_private_on_their_way_through_a_model() -> None:
    found = last_step(
        '{generate: {answer: "To {{ event.message.text }}"}}, {post: "{{ answer }}"}', "messaged"
    ).text.provenance
    assert found.origins == {"ai", "private"}


def test_a_value_is_known_only_after_it_was_produced() -> None:
    steps = facts(f"""{ACCOUNT}
automations:
  - id: a
    account: shop
    when: mentioned
    do: [{{log: one}}, {{generate: {{answer: Write}}}}, {{log: two}}]
""").steps
    assert [sorted(step.values) for step in steps] == [[], [], ["answer"]]


def test_many_values_that_use_each_other_take_no_time() -> None:
    """Each says the one before it twice: followed anew each time, there would be 2 ** 60 of them."""
    steps = ["{generate: {v0: Write}}"]
    steps += [f'{{generate: {{v{n}: "{{{{ v{n - 1} }}}} {{{{ v{n - 1} }}}}"}}}}' for n in range(1, 60)]
    assert last_step(", ".join([*steps, '{post: "{{ v59 }}"}'])).text.provenance.origins == {"ai"}


def test_a_step_without_words() -> None:
    found = last_step("{like: event.post}").text
    assert (found.provenance.origins, found.wording, found.shown) == (frozenset(), "", "")


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("Big   SALE\\n today ", "big sale today"),
        ("In {{ account.city }}", "in gloucester"),
        ("{{ account.handle }} {{ account.id }} {{ account.platform }}", "@shop shop x"),
        ("{{ account.unheard_of }}", "account.unheard_of of shop"),
        ("{{ event.post.text }}!", "{{ event.post.text }}!"),
    ],
)
def test_wording(said: str, wording: str) -> None:
    assert text(said).wording == wording


def test_a_picture_and_a_link_are_seen_with_the_text() -> None:
    found = last_step(
        '{reply: {text: "Nice!", media: "{{ event.post.media }}", link: "https://example.org/{{ event.user.handle }}"}}'
    ).text.provenance
    assert found.origins == {"ours", "words", "identity"}
    assert (found.people, found.quoted) == (frozenset(("person",)), frozenset(("person",)))
    assert last_step('{post: {text: "Nice!", title: "{{ today }}"}}').text.provenance.origins == {"ours", "measure"}


def test_two_accounts_do_not_say_the_same_when_a_fact_of_the_account_is_in_it() -> None:
    steps = facts("""
accounts: {north: {platform: x}, south: {platform: x}}
automations:
  - {id: a, account: [north, south], when: manual, do: [post: "We are {{ account.name }}"]}
""").steps
    assert steps[0].text.wording != steps[1].text.wording


@pytest.mark.parametrize(
    ("said", "handles"),
    [
        ("Ask @cafe", ("@cafe",)),
        ("Ask @cafe.", ("@cafe",)),
        ("Ask @cafe, @bakery! (@tea-room)", ("@cafe", "@bakery", "@tea-room")),
        ("@museum.example opens", ("@museum.example",)),
        ("@cafe@mastodon.example.", ("@cafe@mastodon.example",)),
        ("@a", ("@a",)),
        ("write to us@example.org or https://example.org/@cafe", ()),
        ("@ nobody, @@, @-", ()),
        ("{{ event.user.handle }} and @cafe", ("@cafe",)),
    ],
)
def test_handles_in_our_own_words(said: str, handles: tuple[str, ...]) -> None:
    model = text(said).model
    assert model is not None
    assert mentioned_handles(model) == handles


def test_handles_in_what_others_say_are_not_ours() -> None:
    part = parse_expression("'@cafe'")
    assert mentioned_handles(Text((part,), Span(Source("a.yml", ""), 0, 0))) == ()


@pytest.mark.parametrize(
    ("source", "strangers"),
    [
        ('followers_of("@rival")', True),
        ('members_of("a group")', True),
        ('likers_of("@rival")', True),
        ('likers_of("@shop")', False),
        ("followers_of(shop)", False),
        ("followers", False),
        ('matching("coffee")', False),
        ('list("friends")', False),
        ("event.user", False),
    ],
)
def test_strangers_are_named_for_their_tie_to_somebody_else(source: str, strangers: bool) -> None:
    fetch = f"fetch: {{them: '{source}'}}, "
    before = "{" + fetch.rstrip(", ") + "}, "
    assert last_step(before + '{post: "Hello {{ them }}"}').text.provenance.strangers is strangers
    written = '{generate: {made: "Praise {{ them }}"}}, '
    assert last_step(before + written + '{post: "{{ made }}"}').text.provenance.strangers is strangers
    assert not last_step(before + '{post: "Hello"}').text.provenance.strangers
