import pytest
from sociable.project.load import read_text

ALIGN = "Keys that belong together start in the same column; check the indentation here and just above."
COLON = "there is a second colon, or the line is indented further than the one it belongs to"
LINE_UP = "Put a text that contains “: ” in quotes, and line up keys that belong together."
STRAY = "Take it out, or put the value before it; a text that begins with it needs quotes."
FIRST = "Keys of the first level start in the same column, and every bracket that closes was opened before."
COMMENT = "Take it out, or write the file as YAML, where a comment begins with `#`."
CHECK = "Check quotes, brackets and indentation here and just above."


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "advice"),
    [
        ("a: b: c", 1, 5, COLON, LINE_UP),
        ('{\n  // ours\n  "a": 1\n}', 2, 3, "JSON knows no comments", COMMENT),
        ('{"a": "http://b", "b": 1 /* c */ }, ]', 1, 26, "JSON knows no comments", COMMENT),
        ("a: “b: c”", 1, 6, COLON, "Write straight quotes: to YAML, typographic ones are part of the text."),
        ("a: b\n  c: d", 2, 4, COLON, LINE_UP),
        ("a:\n  b: 1\n c: 2", 3, 2, "this does not line up with the lines above", ALIGN),
        (
            "- - a\n - b",
            2,
            2,
            "this does not line up with the list above",
            "All items of one list start with “- ” in the same column.",
        ),
        ("- a\nb", 2, 2, "the line above has no colon after its key", "Write `key: value`."),
        (
            "a: @jane",
            1,
            4,
            "a text cannot begin with `@` unless it stands in quotes",
            'Write it as "@…", quotes and all.',
        ),
        (
            "a: `b`",
            1,
            4,
            "a text cannot begin with ``` unless it stands in quotes",
            'Write it as "`…", quotes and all.',
        ),
        (
            "a: & b",
            1,
            5,
            "a text cannot begin with `&` unless it stands in quotes",
            'Write it as "&…", quotes and all.',
        ),
        (
            "a: * b",
            1,
            5,
            "a text cannot begin with `*` unless it stands in quotes",
            'Write it as "*…", quotes and all.',
        ),
        (
            "a: 1\nb: {{ c }} d",
            2,
            4,
            "a text that begins with `{{` needs quotes",
            'Write "{{ … }}", quotes and all.',
        ),
        ("a: *b", 1, 4, "`*b` refers to `&b`, which does not exist", "A text that begins with `*` needs quotes."),
        ("a: &b [*b]", 1, 8, "`*b` stands inside the very thing it refers to", "Take it out."),
        ("a:\n\tb: 1", 2, 1, "the line is indented with a tab", "Indent with spaces."),
        ("a: |\n\tb", 2, 1, "the line is indented with a tab", "Indent with spaces."),
        ("a: [1, 2\n", 1, 4, "`[` is opened here and never closed", "Close it."),
        ("a: {b: 1", 1, 4, "`{` is opened here and never closed", "Close it."),
        ("a: {b: 1\nc: d\ne: [f]\n", 1, 4, "`{` is opened here and never closed", "Close it."),
        ("a: {b: [1, 2}\nc: d", 1, 8, "`[` is opened here and never closed", "Close it."),
        ("a:\n - [b, '}]'\n - c # ]\n", 2, 4, "`[` is opened here and never closed", "Close it."),
        ("a: 'b\nc: d", 1, 4, "`'` is opened here and never closed", "Close it."),
        ("a: [1 2\nb: 3]", 2, 2, "a comma is missing here, or the closing `]`", "Items stand apart by commas."),
        ('{"a": 1 "b": 2}', 1, 12, "a comma is missing here, or the closing `}`", "Items stand apart by commas."),
        ("[1,,2]", 1, 4, "`,` stands where a value should be", STRAY),
        ("a: }", 1, 4, "`}` stands where a value should be", STRAY),
        ("{a: 1}}", 1, 7, "this belongs to nothing above it", FIRST),
        (" a: 1\nb: 2", 2, 1, "this belongs to nothing above it", FIRST),
        (
            "a: 'it's'",
            1,
            8,
            "there is more text after the closing quote",
            "Inside '…' write an apostrophe twice; inside \"…\" put a backslash before a quote.",
        ),
        (r'a: "\q"', 1, 5, "the backslash means nothing here", "Write two of them, or put the text in single quotes."),
        (r'a: "\x4"', 1, 7, "the escape is not complete", "Write two backslashes, or put the text in single quotes."),
        (
            r'{"a": "\ud83d"}',
            1,
            10,
            "the escape is only half of a character",
            "Write the character itself, or both halves one after the other.",
        ),
        (r'a: "\ud83d"', 1, 7, "the escape is only half of a character", "Write the character itself."),
        (r'a: "\uDE00\ud83d"', 1, 7, "the escape is only half of a character", "Write the character itself."),
        (
            r'a: "x\ud83d\uDE00"',
            1,
            8,
            "in YAML, two escapes do not make one character",
            r"Write the character itself, or `\U0001f600`.",
        ),
        (r'a: "\U00110000"', 1, 7, "there is no character of this number", "Write the character itself."),
        (r'{"a": "\Uffffffff"}', 1, 10, "there is no character of this number", "Write the character itself."),
        ("a: |x\n  b", 1, 5, "the text starts on the line of its `|` or `>`", "Start it on the next line, indented."),
        ("a: - b", 1, 4, "the list starts on the line of its key", "Start it on the next line."),
        ("%FOO\n---\na", 1, 5, "libyaml says: found unknown directive name", CHECK),
        (
            "a: !!python/object:os.system x",
            1,
            4,
            "YAML tags are not understood",
            "Take out the word that begins with `!`, or quote it.",
        ),
        ("a: !x {}", 1, 4, "YAML tags are not understood", "Take out the word that begins with `!`, or quote it."),
        ("# x\n%TAG !a! b\n--- \na", 2, 1, "`%TAG` is not understood", "Take the line out."),
        (
            "a: b\0c",
            1,
            5,
            "the character U+0000 is not allowed in YAML",
            "Delete it, or write it as an escape in double quotes.",
        ),
    ],
)
def test_each_way_to_break_a_file(text: str, line: int, column: int, message: str, advice: str) -> None:
    reading = read_text("a.yml", text)
    (problem,) = reading.problems
    assert (problem.rule, problem.message, problem.advice) == ("broken-yaml", message, advice)
    assert (problem.span.line, problem.span.column) == (line, column)
    assert reading.files == ()
