"""Which words of files may be names, and where they stand in a text."""

import pytest
from sociable.client_report.names.names_in_words import names_in, plain, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask RUTH, or zoe-marie (3)", {"ask", "ruth", "or", "zoe", "marie"}),
        (r'"Line\nRuth \u00c9lise \x4fla \U0000004fto \/Tom"', {"ruth", "élise", "ola", "oto", "tom"}),
        ('"Wil\\\n   ma"', {"wilma"}),
        (r'"\ud842\udfb7\u7530"', {"𠮷田"}),
        ("अनीता jose\u0301 an\u200bna", {plain("अनीता"), plain("jose\u0301"), "anna"}),
        (r"\UFFFFFFFF", set()),
    ],
)
def test_words_of_files_are_known_however_they_are_written(text: str, words: set[str]) -> None:
    assert words <= words_in([text])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hello Ruth Ellery, hello Tom", ["Ruth Ellery", "Tom"]),
        ("thank-ruth_ellery\u2019s tom", ["ruth_ellery", "tom"]),
        ("hello Rut…", ["Rut"]),
        ("hello", []),
    ],
)
def test_names_are_runs_of_words_that_may_be_names(text: str, names: list[str]) -> None:
    def is_name(word: str, is_cut: bool) -> bool:
        return word in {"ruth", "ellery", "tom"} or is_cut

    assert [text[begin:end] for begin, end in names_in(text, is_name)] == names
