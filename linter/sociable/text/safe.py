"""Text from files made safe to print: it acts on no terminal, forges no command, hides nothing, gives no key away."""

from sociable.text.secret_patterns import hidden

_LONGEST = 2000
_SPACES = frozenset(
    "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_JOINERS = frozenset("\u200c\u200d")
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_UNSEEN = _SELECTORS | frozenset(  # to Python printable, to people invisible
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\U00016fe4\U0001d159"
)


def visible(text: str) -> str:
    r"""The same text, with each character that acts or hides written out: ``\u{1b}`` for an escape."""
    text = hidden(text)
    if not (text.isascii() and text.isprintable()):
        text = "".join(visible_characters(text))
    return _without_marks(text)


def visible_characters(text: str) -> list[str]:
    """Each character of ``text`` as it is shown; a tab as four spaces."""
    if text.isascii() and text.isprintable():
        return list(text)
    return [_shown(text, at) for at in range(len(text))]


def words(text: str) -> list[str]:
    """The words of running text, as they are; of a text that nobody would read to its end, those of its beginning."""
    text = hidden(text)
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...").split()


def one_line(text: str) -> str:
    """Running text as a single safe line: any white space, line ends included, becomes one space."""
    return _without_start(" ".join(map(visible, words(text))))


def defused(line: str) -> str:
    """A finished line that no build server takes for a command: ``::error::`` at its start, ``##[`` or ``##vso[``."""
    return _without_start(_without_marks(line))


def acts(line: str) -> bool:
    """Whether a line of a file, printed as it is, gives a command to a terminal or build server, or a key away."""
    return defused(hidden(line)) != line or any(char < " " or "\x7f" <= char < "\xa0" for char in line if char != "\t")


def defused_json(document: str) -> str:
    """The same JSON, in which no build server finds a command: the signs of one stand within strings only."""
    if "##" in document:
        document = document.replace("##", "\\u0023\\u0023")
    return document.replace("section_", "section\\u005f") if "section_" in document else document


def visible_json(document: str) -> str:
    """The same JSON, in which each character that hides is written by its number."""
    if document.isascii() and document.isprintable():
        return document
    import json

    seen = zip(document, visible_characters(document), strict=True)
    return "".join(char if shown == char else json.dumps(char)[1:-1] for char, shown in seen)


def _without_marks(text: str) -> str:
    """Without what is a command wherever it stands: ``##[`` and ``##vso[`` (Azure, TeamCity), sections (GitLab)."""
    if "##" in text:
        import re

        text = re.sub(r"#(?=#\w*\[)", r"\\u{23}", text)
    if "section_" in text:
        text = text.replace("section_start:", "section\\u{5f}start:").replace("section_end:", "section\\u{5f}end:")
    return text


def _without_start(line: str) -> str:
    """Without what is a command at the start of a line (GitHub)."""
    return line.replace("::", "\\u{3a}:", 1) if line.lstrip().startswith("::") else line


def _shown(text: str, at: int) -> str:
    char = text[at]
    if char == "\t":
        return "    "
    if char in _SPACES or _is_harmless(char) or (char in _JOINERS and _joins(text, at)) or _chooses(text, at):
        return char
    return f"\\u{{{ord(char):x}}}"


def _is_harmless(char: str) -> bool:
    # Emoji newer than this Python are unknown to it, which is no reason to spell them out.
    return (char.isprintable() and char not in _UNSEEN and char < "\U000e0000") or "\U0001f000" <= char < "\U0001fb00"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands where spelling needs it: within an emoji or a word in a script that joins."""
    return not (text[max(at - 1, 0) : at].isascii() or text[at + 1 : at + 2].isascii())


def _chooses(text: str, at: int) -> bool:
    """Whether a sign only chooses how the one before it is drawn, as a picture or as a letter; a second hides words."""
    before = text[max(at - 1, 0) : at]
    if text[at] in "\u180b\u180c\u180d\u180f":
        return "\u1820" <= before <= "\u18aa"
    is_drawn = before in tuple("#*0123456789") or not (before.isascii() or before in _UNSEEN)
    return text[at] in "\ufe0e\ufe0f" and is_drawn
