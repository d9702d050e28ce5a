"""Which names say that their value is secret, and which values are none: a request for one, or where it is kept."""

import re

_OF_PEOPLE = r"pass(?:word|wort|wd|phrase|code)s?|kennwort|senha|contrase[ñn]a|wachtwoord|mot[_-]?de[_-]?passe"
_OF_PROGRAMS = (
    r"(?:api|access|secret|private)[_-]?keys?|(?:account|auth|signing|encryption|storage|shared|master|client)[_-]?key"
)
_OTHER = r"secret|token|cookie|authori[sz]ation|session[_-]?id|(?P<short>pass|pwd|bearer)"
_MORE = r"[_-]?(?:value|base|confirm(?:ation)?|repeat|hash|[0-9]{1,3})"
NAME = re.compile(rf"(?:{_OF_PEOPLE}|{_OF_PROGRAMS}|{_OTHER})(?:{_MORE})?(?![a-z0-9_])")
"""The end of a name that says that its value is secret, in small letters; a ``short`` one ends no longer word."""

_WITH_WORDS = ("authori", "cookie")

_MOST_READ = 4000
"""Characters of a value by which it is judged."""

_SENTENCE = re.compile(r"[.,?!;:](?:\s|$)")
_MANY_WORDS = 3
_MADE = re.compile(r"[0-9!#$%^&*+=~|@]|[a-z][A-Z]")
"""What no word of a sentence holds."""

_SCHEME = re.compile(r"=?(?:(?i:basic|bearer|token|digest|negotiate|apikey|key)[ \t]{1,5})?")
_ASKED = re.compile(
    r"(?is:(?:~|null|none|true|false|yes|no|undefined|required|optional|inherit|string|read|write"
    r"|pass(?:word|wd)?|pwd|secret|token)$|.*(?:\byour[_ -]|placeholder|xxx|redacted|\{\{|\$\{|<%))"
    r"|\$(?:(?:[A-Z_][A-Z0-9_]*)?$|[({]|(?:json|node|env|vars|secrets|input|item|parameter)\b)"
    r"|%[A-Z_]+%$|[^\w\s]$|<[^<>]*>$|\[[^\[\]]*\]$|\{[^{}]*\}$|…|\.\.\."
)
"""What asks for the value, or is put in its place later."""

_LOOKED_UP = re.compile(
    r"(?i:(?:secrets?|env|process|os|vars|github|inputs?|steps|event|account|this|self|req(?:uest)?|res(?:ponse)?|config"
    r"|settings|options|params|data|json|ctx|context|state)(?:\??\.\w+|\[[^\]]*\])+;?$)|[A-Za-z_][\w.]*\((?:.*\))?;?$|\*\w"
)
"""How a program says where the value is; in quotation marks, that is the value."""


def begins_a_word(text: str, at: int) -> bool:
    """Whether a word of a longer name begins there: after a sign, or with the one capital letter."""
    return not text[at - 1].isalnum() or (text[at].isupper() and not text[at - 1].isupper())


def goes_on(name: str) -> bool:
    """Whether the value of a name, in small letters, is all that follows, whatever words stand in it."""
    return name.startswith(_WITH_WORDS)


def is_sentence(value: str, *, capital: bool) -> bool:
    """Whether somebody tells something, and gives no value: in several words, after a capital letter or with marks."""
    value = value[:_MOST_READ]
    return len(value.split()) >= _MANY_WORDS and (capital or _SENTENCE.search(value) is not None)


def is_made(word: str) -> bool:
    """Whether it is no word of a sentence."""
    return _MADE.search(word) is not None


def without_scheme(text: str, start: int, end: int) -> int:
    """Where a value begins behind the word that says which kind it is, as in ``Bearer hunter``."""
    scheme = _SCHEME.match(text, start, end)
    return scheme.end() if scheme else start


def is_given(value: str, *, quoted: bool) -> bool:
    """Whether it is a value, and no request for one, and no place where it is looked up."""
    value = value[:_MOST_READ].strip()
    return bool(value) and not _ASKED.match(value) and (quoted or not _LOOKED_UP.match(value))
