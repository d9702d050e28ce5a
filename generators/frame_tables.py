"""The end of the table of words of a report: what is played, in words that the terminal has too."""

import json
from collections.abc import Mapping

MADE = "# Made by `python -m generators` of rehearsals and of the vocabulary; a translation says these too.\n"


def with_tables_made(path: str) -> str:
    """The table as it is, with what follows the mark made anew."""
    from sociable.rehearsal.sentences import ENGLISH

    with open(path, encoding="utf-8") as file:
        own = file.read().partition(MADE)[0]
    tables = {"played": ENGLISH.sentences, "openings": ENGLISH.openings, "deeds": ENGLISH.deeds}
    return f"{own.rstrip()}\n\n{MADE}\n" + "\n".join(f"[{name}]\n{_rows(words)}" for name, words in tables.items())


def _rows(words: Mapping[str, str]) -> str:
    return "".join(f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in words.items())
