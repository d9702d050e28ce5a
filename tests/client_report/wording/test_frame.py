"""The words around what was found are a table that somebody else can write."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from sociable.client_report.wording.frame import Frame, built_in, from_file
from sociable.errors import BadFrame
from sociable.rehearsal import sentences
from sociable.vocabulary.values import ONCE_PER, RUN_BY

from tests.client_report.reports import ROOT, report_of

ROOM = Path(__file__).parents[3] / "linter" / "sociable" / "client_report"
ENGLISH = (ROOM / "wording" / "frames" / "en.toml").read_text(encoding="utf-8")


def test_a_table_of_ones_own_may_say_it_in_other_words(tmp_path: Path) -> None:
    file = tmp_path / "de.toml"
    file.write_text(ENGLISH.replace('title = "Accounts at a glance"', 'title = "Die Konten auf einen Blick"'))
    assert from_file(str(file)).say("glance", "title") == "Die Konten auf einen Blick"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "Accounts at a glance"\n', "", "title"),
        ("[glance]\n", "[glimpse]\n", "glance"),
        ("by {rules}", "by {odd}", "stamp"),
        ("by {rules}", "by {rules.__class__}", "stamp"),
        ("by {rules}", "by {rules:>999999999}", "stamp"),
        ("by {rules}", "by {", "stamp"),
        ('account = ["no accounts", "1 account", "{n} accounts"]', 'account = "accounts"', "account"),
        ("[glance]", "[glance", "no table of words"),
    ],
)
def test_a_table_that_lacks_a_word_or_asks_for_something_else_is_refused(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    assert old in ENGLISH
    file = tmp_path / "odd.toml"
    file.write_text(ENGLISH.replace(old, new, 1))
    with pytest.raises(BadFrame, match=says):
        from_file(str(file))


def test_lists_of_words_are_told_up_to_a_few() -> None:
    frame = built_in()
    assert frame.listed(["a"]) == "a"
    assert frame.listed(["a", "b"]) == "a and b"
    assert frame.listed(["a", "b", "c"]) == "a, b and c"
    assert frame.listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
    assert frame.either(["a", "b", "c", "d", "e"], 3) == "a, b, c or 2 more"


def test_of_what_is_to_be_chosen_from_all_is_told() -> None:
    assert built_in().either(["a", "b", "c", "d", "e"]) == "a, b, c, d or e"


def test_no_word_of_the_table_is_there_for_nothing() -> None:
    """Each key is named somewhere in the templates or in the code, or is made of a word of the vocabulary."""
    made = "".join(path.read_text(encoding="utf-8") for path in (*ROOM.rglob("*.py"), *ROOM.glob("pages/templates/*")))
    composed = (
        "counted",
        "date",
        "due",
        "plain",
        "times",
        "labels",
        "run_by",
        "once",
        "status",
        "verdict",
        "questions",
        "places",
        "played",
        "openings",
        "deeds",
    )
    for table, words in tomllib.loads(ENGLISH).items():
        for key in words if table not in composed else ():
            assert re.search(rf"\b{re.escape(key)}\b", made) or key.startswith("badge_"), f"[{table}] {key}"


def in_qs(words: Any) -> Any:
    """A table with a “q” for each letter, but for its places: of a report in it, what else is read is in no table."""
    if isinstance(words, dict):
        return {key: in_qs(each) for key, each in words.items()}
    if isinstance(words, list):
        return [in_qs(each) for each in words]
    return re.sub(r"(\{[^}]*\})|[^\W\d_]", lambda match: match[1] or "q", words)


PLAYED = """\
sociable: 1
accounts:
  one: {platform: mastodon, handle: "@one@x.example", inbox: {read_by: Anna}}
  two: {platform: mastodon, handle: "@two@x.example"}
automations:
  - {id: follows, account: one, when: followed, do: [follow: event.user, notify: "New one"]}
  - {id: answers, account: one, when: mentioned, do: [reply: "Thanks!"]}
  - {id: writes, account: one, when: {event: schedule, at: "09:00"}, do: [post: "Half price!"]}
  - {id: waits, account: two, when: dm_received, do: [{dm: "Hello", approval: human}]}
"""


def test_what_is_played_is_told_in_words_of_the_table() -> None:
    frame = Frame(in_qs(built_in().tables))
    for text in (PLAYED, (ROOT / "examples" / "agency" / "energy.yml").read_text()):
        stories = report_of(text, frame=frame).stories
        assert stories
        for story in stories:
            for said in (story.opening, *(part for line in story.lines for part in (line.time, line.sentence))):
                own = {word for word in re.findall(r"[^\W\d_]{2,}", said) if set(word.casefold()) != {"q"}}
                assert own <= {*re.findall(r"[^\W\d_]{2,}", text), "stranger"}, said


def test_the_english_table_holds_what_the_terminal_says() -> None:
    assert built_in().played == sentences.ENGLISH


@pytest.mark.parametrize(("table", "words"), [("once", ONCE_PER), ("run_by", RUN_BY)])
def test_there_are_words_for_each_value_that_a_file_may_hold(table: str, words: dict[str, str]) -> None:
    assert built_in().tables[table].keys() >= words.keys()
