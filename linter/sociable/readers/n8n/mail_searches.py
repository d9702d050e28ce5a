"""What a mailbox is searched for: words that a mail has to have, and who it has to be from."""

import re
from collections.abc import Iterator

_TERM = re.compile(r'(-?)(?:(\w+):)?("[^"]*"|\([^()]*\)|\S+)')
_EITHER = re.compile(r"\bOR\b|[{}|]")
_CRITERION = re.compile(r'\[\s*"(SUBJECT|BODY|TEXT|FROM)"\s*,\s*"([^"]+)"\s*\]', re.IGNORECASE)
FROM = "from"
_WORDS = "subject"


def asked_of_mails(search: str) -> Iterator[tuple[str, str]]:
    """What every mail that is found has, as ``(key, value)``: ``("from", "a@b.example")``, ``("subject", "new sale")``.

    Read are the searches of Gmail and the criteria of IMAP; where either of several is enough, nothing is certain.
    """
    criteria = _CRITERION.findall(search)
    if criteria:
        yield from ((FROM if key.upper() == "FROM" else _WORDS, value) for key, value in criteria)
    elif not search.lstrip().startswith("[") and not _EITHER.search(search):
        yield from _of_terms(search)


def _of_terms(search: str) -> Iterator[tuple[str, str]]:
    loose = []
    for without, name, value in _TERM.findall(search):
        words = value.strip('"()')
        if without or not words:
            continue
        if name in (FROM, _WORDS):
            yield name, words
        elif not name:
            loose.append(words)
    if loose:
        yield _WORDS, " ".join(loose)
