"""Every word is one row: nothing else has to know it by name."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sociable
from sociable.vocabulary import consent_words
from sociable.vocabulary.crowds import CROWDS, GROWING
from sociable.vocabulary.events import EVENT_GROUPS, EVENTS, TRIGGER_KEYS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import PRICES
from sociable.vocabulary.verbs import FOLLOW, VERB_GROUPS, VERBS

PACKAGE = Path(sociable.__file__).parent

WORDS = {*EVENTS, *VERBS, *PLATFORMS, *CROWDS}

MEANS_SOMETHING_ELSE = {
    "accept": ("review/suppression_slips.py",),  # a finding
    "approved": (
        *("facts/", "client_report/", "kinds/", "readers/automation_file/"),
        "server/editor/people_questions.py",
    ),  # a slot, a key of accounts
    "ban": ("authoring/new_page.py",),  # plain English
    "block": ("client_report/pages/markdown_page.py",),  # of lines
    "call": ("output/automation_yaml.py", "readers/automation_file/"),  # an operator
    "draw": ("__init__.py",),  # a name of the public face
    "comment": (
        "readers/automation_file/known_names.py",
        *("findings/problem.py", "fixing/changes.py"),
        "review/suppression_places.py",
    ),  # what YAML calls so
    "follow": ("facts/consent.py",),  # a way onto a list
    "followed": ("rehearsal/aims.py",),  # one of the four answers of `Crowd.follows`
    "dm": ("readers/automation_file/known_names.py",),  # what other tools call parts of an event
    "followers": ("rehearsal/holding_back.py",),  # what `ignore:` may name
    "github": ("output/formats.py", "cli/commands/check.py"),  # a format
    "hold": ("config/effective.py",),  # plain English
    "label": ("client_report/", "output/", "text/style.py"),  # keys of sentences, as the others in this folder; a style
    "left": ("facts/agreement.py", "output/markdown.py"),  # what remains; where text stands
    "like": ("language/syntax_mistakes.py",),  # words of plain English
    "line": ("client_report/", "output/", "text/named_secrets.py"),  # of a file
    "list": (  # a type, an operator, a key, a command
        *(
            "client_report/names/redaction.py",
            "cli/app.py",
            "cli/app_groups.py",
            "facts/awaited_words.py",
            "facts/claims.py",
            "facts/standing.py",
            "kinds/",
            "language/",
            "readers/automation_file/",
        ),
        *("rehearsal/condition_values.py", "engine/telling.py", "facts/post_contents.py", "server/"),
    ),
    "mastodon": ("readers/automation_file/keys.py",),  # an example
    "medium": ("findings/origin.py", "findings/finding.py"),  # a confidence
    "members": (
        "client_report/",
        "output/json_report.py",
        "output/sarif.py",
        "kinds/group.py",
        "readers/automation_file/keys.py",
    ),  # of a finding
    "mentioned": ("readers/automation_file/",),  # examples
    "opted_out": ("facts/consent.py", "rehearsal/holding_back.py"),  # what `ignore:` may name
    "post": ("output/automation_yaml.py", "readers/automation_file/known_names.py"),  # a kind of target; `event.post`
    "quoted": (
        "kinds/text.py",
        "language/conditions/about_texts.py",
        "sources/",
    ),  # what a text does with somebody's words
    "report": (
        *("language/", "engine/telling.py", "rulebook/readable.py"),  # a part of a rule
        *("cli/", "findings/packed_report.py", "output/failing_parts.py", "output/formats.py"),
    ),
    "reported": ("output/why_not_text.py",),  # plain English
    "share": ("kinds/quota.py",),  # a part
    "show": ("cli/app_groups.py",),  # a command
    "staff": ("readers/automation_file/keys.py",),  # an example
    "stop": ("authoring/new_page.py",),  # plain English
    "x": (
        "text/safe.py",
        "files/git_revision.py",
        "client_report/pages/html_page.py",
    ),  # a format; how a file is opened
}
"""Where a string that happens to be a word of the vocabulary means something else."""

NOT_JUDGING = re.compile(r"vocabulary/|cli/option_table|readers/(?!automation_file/)")
"""The rows themselves; what is made of them; and importers, which say what others' words mean in ours."""


def _literals() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        shown = path.relative_to(PACKAGE).as_posix()
        if not NOT_JUDGING.match(shown):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in WORDS:
                    yield node.value, shown


def test_no_event_verb_platform_or_set_is_known_by_name() -> None:
    known_by_name = [(word, at) for word, at in _literals() if not at.startswith(MEANS_SOMETHING_ELSE.get(word, ()))]
    assert known_by_name == []


def test_rows_speak_of_words_that_exist() -> None:
    for verb in VERBS.values():
        assert verb.group in VERB_GROUPS
        assert all(cause.event in EVENTS for cause in verb.causes)
        assert not verb.undoes or VERBS[verb.undoes].effect == "set"
    for event in EVENTS.values():
        assert event.group in EVENT_GROUPS
        assert set(event.keys) <= TRIGGER_KEYS.keys()
    for platform in PLATFORMS.values():
        assert platform.lacks <= {*EVENTS, *VERBS}
        assert platform.by_contract <= VERBS.keys()
    assert EVENTS.keys() >= GROWING
    assert FOLLOW in VERBS


def test_rows_say_themselves_what_people_did_and_what_is_needed_of_them() -> None:
    needs = {consent_words.ANSWER, consent_words.MESSAGES, consent_words.TIES, consent_words.ENGAGEMENT}
    assert {verb.needs for verb in VERBS.values()} == {"", *needs, consent_words.DATA}
    events, crowds = EVENTS.values(), CROWDS.values()
    assert {*(event.act for event in events), *(crowd.act for crowd in crowds)} <= {"", *consent_words.ACTS}
    assert {*(event.price for event in events), *(crowd.price for crowd in crowds)} <= {"", *PRICES}
    assert {crowd.known for crowd in CROWDS.values()} <= {"", *consent_words.CONSENT_STATES}


def test_what_publishes_is_new_and_answers_nobody() -> None:
    assert [verb.name for verb in VERBS.values() if verb.publishes] == ["post", "story"]


def test_an_opening_names_whoever_is_behind_it() -> None:
    for event in EVENTS.values():
        assert ("{who}" in event.opening) == event.has_person, event.name
        assert "{at}" in event.opening


MADE_UP = """
import json, sys
from sociable.vocabulary.crowds import CROWDS, Crowd
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.platforms import PLATFORMS, Platform
from sociable.vocabulary.verbs import VERBS, Cause, Verb

PLATFORMS["plaza"] = Platform("plaza", "the Plaza", hears="group", profile_hosts=("plaza.example",), handle_end=".plz")
EVENTS["waved"] = Event(
    "waved", "acted_towards_us", "no", ("user",), "the person who waved", starts="somebody waves",
    opening="{who} waves at {at}", keys=("from",),
)
VERBS["wave"] = Verb(
    "wave", "reaction", "person", "fresh", "target", does="waves at {}", drawn="waves to {}", target="event.user",
    causes=(Cause("waved", "target"),), counted_as=("waves",),
)
CROWDS["wavers"] = Crowd(
    "wavers", "people", "bounded", "ours", "the people who wave at this account", "waver", grows_with="waved"
)

from sociable.drawing.picture import picture
from sociable.drawing.picture_scope import Wanted
from sociable.engine.loop_evidence import loop_evidence
from sociable.graph.causality import find_loops
from sociable.rehearsal.rehearsal import rehearse
from sociable.rehearsal.sentences import clause, opening
from sociable.rehearsal.timeline import Start
from sociable.setup.handles import plain_handle
from tests.setups import facts

found = facts(sys.stdin.read())
(loop,) = find_loops(found, lambda step: True, [])
evidence = loop_evidence(loop)
played = rehearse(found, Start("waved", "ann"), 1)
drawn = picture(found, Wanted())
greeting = next(each for each in found.steps if each.aim.model.crowd)
print(json.dumps({
    "verdict": evidence.verdict,
    "walk": [[step.when, step.does] for step in evidence.walk],
    "pace": evidence.pace,
    "opening": opening(played),
    "happens": [clause(each) for each in played.happenings],
    "cards": [[card.when, *(deed.words for deed in card.deeds)] for box in drawn.boxes for card in box.cards],
    "platform": drawn.boxes[0].platform,
    "handle": plain_handle("https://plaza.example/@ann.plz"),
    "target": greeting.target.shown,
    "audience": found.automations[2].steps[1].audience,
}))
"""

SETUP = """
accounts:
  ann: {platform: plaza, handle: "@ann"}
  bob: {platform: plaza, handle: "@bob"}
automations:
  - {id: back, account: ann, when: waved, limit: 5 per day, do: [wave]}
  - {id: again, account: bob, when: {event: waved, from: "@ann"}, do: [wave]}
  - {id: all, account: ann, when: {event: schedule, every: 1 day}, do: [{wave: wavers}, {post: "Hello"}]}
"""


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    """What is told of a setup in words that were added to the tables and to nothing else."""
    command = [sys.executable, "-c", MADE_UP]
    told = subprocess.run(
        command, input=SETUP, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert not told.stderr
    found: dict[str, object] = json.loads(told.stdout)
    return found


def test_a_new_platform_is_one_row(told: dict[str, object]) -> None:
    assert told["platform"] == "on the Plaza"
    assert told["handle"] == "@ann"
    assert told["audience"] == "group"


def test_a_new_event_and_a_new_verb_are_one_row_each(told: dict[str, object]) -> None:
    assert told["verdict"] == "spawns"
    assert told["walk"] == [["@bob waves at @ann", "waves at @bob"], ["@ann waves at @bob", "waves at @ann"]]
    assert told["pace"] == "at most 10 waves per day, for ever, because of the limit of `back`"
    assert told["opening"] == "@stranger waves at @ann."
    assert told["cards"] == [
        ["when somebody waves", "waves to them"],
        ["every day", "waves to the people who wave at this account", "posts"],
        ["when somebody waves", "waves to them"],
    ]


def test_a_new_set_is_one_row_and_is_known_to_grow(told: dict[str, object]) -> None:
    assert told["target"] == "the people who wave at this account"
    assert told["happens"] == [
        "@ann waves at @stranger",
        "@ann waves at @waver1",
        "@ann waves at @waver2",
        "@ann waves at @waver3, and so on for all the others",
        "@ann posts among the members: “Hello”",
    ]
