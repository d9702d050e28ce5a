"""The words around what was found are a table that somebody else can write."""

import re
import tomllib
from pathlib import Path

import pytest
from sociable.client_report.frame import built_in, from_file
from sociable.errors import BadFrame
from sociable.vocabulary.values import ONCE_PER, RUN_BY

FRAMES = Path(__file__).parents[2] / "linter" / "sociable" / "client_report"
ENGLISH = (FRAMES / "frames" / "en.toml").read_text(encoding="utf-8")


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


def test_no_word_of_the_table_is_there_for_nothing() -> None:
    """Each key is named somewhere in the templates or in the code, or is made of a word of the vocabulary."""
    made = "".join(path.read_text(encoding="utf-8") for path in (*FRAMES.glob("*.py"), *FRAMES.glob("templates/*")))
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
    )
    for table, words in tomllib.loads(ENGLISH).items():
        for key in words if table not in composed else ():
            assert re.search(rf"\b{re.escape(key)}\b", made) or key.startswith("badge_"), f"[{table}] {key}"


@pytest.mark.parametrize(("table", "words"), [("once", ONCE_PER), ("run_by", RUN_BY)])
def test_there_are_words_for_each_value_that_a_file_may_hold(table: str, words: dict[str, str]) -> None:
    assert built_in().tables[table].keys() >= words.keys()
