import json
from collections.abc import Callable

import pytest
from sociable.text.safe import acts, defused, defused_json, one_line, visible, visible_characters, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred", r"\u{1b}[31mred"),
        ("\x9b31mred", r"\u{9b}31mred"),
        ("a\x07b\x00c\x7fd", r"a\u{7}b\u{0}c\u{7f}d"),
        ("a\nb\rc\x85d\u2028e\u2029f", r"a\u{a}b\u{d}c\u{85}d\u{2028}e\u{2029}f"),
        ("\u202eevil\u202c \u2066x\u2069", r"\u{202e}evil\u{202c} \u{2066}x\u{2069}"),
        ("a\u200bb\u2060c\ufeffd\u00ade", r"a\u{200b}b\u{2060}c\u{feff}d\u{ad}e"),
        ("a\u3164b\u115fc", r"a\u{3164}b\u{115f}c"),
        ("a\u034fb\u1160c\uffa0d", r"a\u{34f}b\u{1160}c\u{ffa0}d"),
        ("a\u17b4b\u17b5c", r"a\u{17b4}b\u{17b5}c"),
        ("\U000e0041\U000e0101", r"\u{e0041}\u{e0101}"),
        ("\ud800 \udcff", r"\u{d800} \u{dcff}"),
        ("a\tb", "a    b"),
    ],
)
def test_what_acts_or_hides_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "très élégant",
        "東京",
        "🎉❤️",
        "👩‍💻",
        "می‌خواهم",
        "Merci\u00a0!",
        "東\u3000京",
        "\U0001fae8 newer than Python 3.11",
        *(f"a{chr(space)}b" for space in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)),
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200db", r"a\u{200d}b"),
        ("\u200d", r"\u{200d}"),
        ("é\u200c", r"é\u{200c}"),
        ("a\u200cé", r"a\u{200c}é"),
        ("é\u200caé", r"é\u{200c}aé"),
        ("éa\u200cé", r"éa\u{200c}é"),
    ],
)
def test_a_joiner_that_joins_nothing_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_has_no_other_white_space_than_single_spaces() -> None:
    assert one_line(" a\n\r\tb\u2028c\x85 d\x0be ") == "a b c d e"


def test_in_one_line_what_acts_or_hides_is_written_out_too() -> None:
    assert one_line("a\x1b[31m \u202eb ##[error]c") == r"a\u{1b}[31m \u{202e}b \u{23}#[error]c"


def test_a_text_of_megabytes_is_cut() -> None:
    assert one_line("word " * 1_000_000).endswith(" word ...")
    assert one_line("x" * 2000) == "x" * 2000
    assert one_line("x" * 2001) == "x" * 2000 + "..."


@pytest.mark.parametrize(
    "line",
    [
        "::error::x",
        "   ::set-output name=x::y",
        "\u00a0::stop-commands::x",
        "12 | ##[add-mask]x",
        "x ###[error]y",
        "##vso[task.setvariable variable=x]y",
        "##teamcity[message text='x']",
    ],
)
def test_a_command_for_a_build_server_is_defused(line: str) -> None:
    shown = defused(line)
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown
    assert "##vso" not in shown
    assert "##teamcity" not in shown


@pytest.mark.parametrize("line", ["a::b", "## A heading", "#[x]", "1 | key: value::other"])
def test_other_lines_are_left_alone(line: str) -> None:
    assert defused(line) == line


@pytest.mark.parametrize("safe", [visible, one_line])
def test_a_key_is_not_shown(safe: Callable[[str], str]) -> None:
    key = "ghp_" + "a1B2" * 9
    assert key[-12:] not in safe(f"it says {key}")


def test_a_key_is_not_shown_where_a_long_text_is_cut() -> None:
    """What is left of it at the end would be no key to any pattern, and could be guessed from."""
    key = "ghp_" + "a1B2" * 9
    assert "ghp_a1B2" not in one_line("x" * 1980 + f" {key}")


@pytest.mark.parametrize("safe", [visible, one_line, defused])
@pytest.mark.parametrize(
    "text",
    [
        "a ##vso[task.complete]b",
        "a ##[error]b",
        "a ##teamcity[message]b",
        "a section_start:1:x b",
        "a section_end:1:x b",
        "####[group]",
    ],
)
def test_no_text_holds_a_command_that_counts_wherever_it_stands(safe: Callable[[str], str], text: str) -> None:
    shown = safe(text)
    for command in ("##[", "##vso[", "##teamcity[", "section_start:", "section_end:"):
        assert command not in shown
    assert shown.replace(r"\u{23}", "#").replace(r"\u{5f}", "_") == text


def test_only_what_begins_a_command_is_written_out() -> None:
    assert defused(" ::error::a::b") == r" \u{3a}:error::a::b"


@pytest.mark.parametrize(
    "line",
    [
        "::error::x",
        " ##vso[task.complete]",
        "a section_start:1:b",
        "a\x1b[31m",
        "a\x00",
        "a\x1f",
        "a\x7f",
        "a\x80",
        "a\x9f",
        "ghp_" + "a1B2" * 9,
    ],
)
def test_a_line_that_acts_is_known(line: str) -> None:
    assert acts(line)


@pytest.mark.parametrize("line", ["", " - a: b", "\tindented\tby tabs", "a\xa0b", "très, 東京 ::", "## A heading"])
def test_a_line_that_does_nothing_is_known(line: str) -> None:
    assert not acts(line)


@pytest.mark.parametrize("text", ["::error::x", " ::error::x", "\n::stop-commands::x", "\t\n ::error::::x"])
def test_no_text_on_one_line_begins_with_a_command(text: str) -> None:
    assert one_line(text).startswith(r"\u{3a}:")


@pytest.mark.parametrize("text", ["##[error]", "a ##vso[b]", "section_start:1:a", "section_end:1:a", "### _section__"])
def test_json_holds_no_command_and_says_the_same(text: str) -> None:
    document = defused_json(json.dumps([text]))
    assert json.loads(document) == [text]
    for command in ("##", "section_start", "section_end"):
        assert command not in document


HIDING = (
    "\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069"
    "\u3164\ufeff\uffa0\U000e0041"
)


@pytest.mark.parametrize("sign", HIDING, ids=ascii)
@pytest.mark.parametrize("word", ["éé", "日本", "жд", "نا", "😀👩"])
def test_what_hides_is_written_out_within_words_of_any_script_too(sign: str, word: str) -> None:
    assert visible(f"{word[0]}{sign}{word[1]}") == f"{word[0]}\\u{{{ord(sign):x}}}{word[1]}"


def test_a_character_is_shown_by_itself_also_where_nothing_hides() -> None:
    assert visible_characters("a b") == ["a", " ", "b"]
    assert visible_characters("a\x1bé") == ["a", r"\u{1b}", "é"]


@pytest.mark.parametrize(
    ("document", "shown"),
    [
        ('{"a": "plain"}', '{"a": "plain"}'),
        ('{"a": "é und \u6771"}', '{"a": "é und \u6771"}'),
        ('{"a": "x\u202ey"}', r'{"a": "x\u202ey"}'),
        ('{"a": "x\x7fy"}', '{"a": "x\\u007fy"}'),
        ('{"a": "x\u3164y"}', r'{"a": "x\u3164y"}'),
    ],
)
def test_json_in_which_something_hides_says_the_same_by_numbers(document: str, shown: str) -> None:
    assert visible_json(document) == shown
    assert json.loads(visible_json(document)) == json.loads(document)


@pytest.mark.parametrize("sign", "\ufe00\ufe01\ufe05\ufe0f\u180b\u180d\u180f\u2800\U0001d159\U00016fe4", ids=ascii)
def test_signs_that_nobody_sees_are_written_out_within_words(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a\\u{{{ord(sign):x}}}b"


@pytest.mark.parametrize(
    "text", ["\u2764\ufe0f", "1\ufe0f\u20e3", "\U0001f44d\ufe0f!", "\u1820\u180b", "\u2764\ufe0e"], ids=ascii
)
def test_a_sign_that_chooses_how_the_one_before_it_is_drawn_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("row", ["\ufe0f\ufe0f", "\ufe0f\ufe00\ufe0e", "\ufe0e\ufe0f\ufe0e"], ids=ascii)
def test_of_several_only_the_first_stays(row: str) -> None:
    rest = "".join(f"\\u{{{ord(sign):x}}}" for sign in row[1:])
    assert visible(f"\u2764{row}") == f"\u2764{row[0]}{rest}"
