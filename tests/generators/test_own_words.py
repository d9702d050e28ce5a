"""Which words of the program are its own."""

from pathlib import Path

from generators.own_words import own_words


def test_words_of_texts_and_tables_are_ours_and_those_of_explanations_and_of_code_are_not(tmp_path: Path) -> None:
    package = tmp_path / "linter" / "sociable"
    (package / "vocabulary").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "compiled.jsonl").write_text('{"title": "An answer, says @ruth"}')
    (package / "told.py").write_text('"""Explained."""\n\nlocal = "told to Jane", f"""\nsaid\n"""\n')
    (package / "words.toml").write_text('key = "tabled"')
    (package / "vocabulary" / "countries.py").write_text('"Norway"')
    assert own_words(str(tmp_path)).split() == [
        "answer",
        "key",
        "norway",
        "said",
        "says",
        "tabled",
        "title",
        "to",
        "told",
    ]
