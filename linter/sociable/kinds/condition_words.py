"""Conditions of rules in words, for those who do not write rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.kinds.answered_phrases import ANSWERS
from sociable.kinds.asked_phrases import FITTED, PHRASES, Phrase
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.types import Attribute, Type
from sociable.language.visitor import unmarked
from sociable.setup.target_wording import crowd_phrase
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import ORIGINS
from sociable.vocabulary.values import UNSTATED

_MANY = 6
"""Words that are still read one by one."""

_SIGNS = {"<": "less than {}", "<=": "at most {}", ">": "more than {}", ">=": "at least {}", "=": "{}", "!=": "not {}"}
_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
_NOT_SAID = "the file does not say"
_MANNERS = {"some": "in at least one", "every": "in each", "no": "in none"}
_KINDS = {"quota": "limit"}
Types = Mapping[str, Type]


def types_of(bindings: Iterable[ast.Binding | ast.Grouping | ast.Pairing]) -> dict[str, Type]:
    """The types of the variables of ``for each``."""
    types: dict[str, Type] = {}
    for each in bindings:
        if isinstance(each, ast.Pairing):
            types |= dict.fromkeys((each.first, each.second), Type("automation"))
        elif isinstance(each, ast.Grouping):
            types |= {each.variable: Type("group", each.kind), each.member: Type(each.kind)}
        else:
            types[each.variable] = Type(each.kind)
    return types


def condition_words(condition: ast.Condition, types: Types, held: bool = True) -> str:
    """What is so where a condition holds, or where it does not, as a clause without names for things."""
    return _words(condition, types, held, within=False)


def _words(condition: ast.Condition, types: Types, held: bool, within: bool) -> str:
    match condition:
        case ast.Not(operand):
            words = _words(operand, types, not held, within)
        case ast.And() | ast.Or():
            words = _joined(condition, types, held, within)
        case ast.Flag(path):
            words = _of(_phrase(path, types), held)
        case ast.Holds(word, path):
            words = _about((word,), path, types, held)
        case ast.Is(left, word):
            words = _about((word,), left, types, held)
        case ast.In(left, ast.Words(said)):
            words = _about(said, left, types, held)
        case ast.Compare(left, sign, right):
            words = _compared(left, sign if held else _TURNED[sign], right, types)
        case ast.Quantified():
            words = f"{manner(condition, held)}: {_words(condition.body, inner(condition, types), True, True)}"
        case _:
            words = _of_text(condition, held)
    return words


def inner(condition: ast.Quantified, types: Types) -> Types:
    """The types of the variables within."""
    return {**types, condition.variable: Type(condition.kind)}


def manner(condition: ast.Quantified, held: bool) -> str:
    """Of how many things of its list something is so."""
    turned = {"some": "no", "no": "some", "every": "not every", "at least": "fewer than", "at most": "more than"}
    quantity = condition.quantity if held else turned[condition.quantity]
    many = f"in {quantity} {condition.number} of" if condition.number else f"{_MANNERS.get(quantity, 'not in each')} of"
    return f"{many} its {_KINDS.get(condition.kind, condition.kind)}s"


def _joined(condition: ast.And | ast.Or, types: Types, held: bool, within: bool) -> str:
    """Side by side with a comma, within another one without it."""
    parts = list(_parts(condition, types, held))
    told = list(dict.fromkeys(parts))
    if isinstance(condition, ast.And) is held:
        return f"for both: {told[0]}" if len(told) < len(parts) else (" and " if within else ", and ").join(told)
    return f"either {' or '.join(told)}" if within else ", or ".join(told)


def _parts(condition: ast.And | ast.Or, types: Types, held: bool) -> Iterator[str]:
    """A clause for each; what is joined in the same way within stands beside it, words of one set stand together."""
    sets = _sets(condition)
    for each in _flat(condition):
        if not isinstance(each, ast.Holds) or isinstance(condition, ast.And):
            yield _words(each, types, held, within=True)
        elif words := sets.pop(each.right.text, None):
            yield _about(words, each.right, types, held)


def _flat(condition: ast.And | ast.Or) -> Iterator[ast.Condition]:
    for each in condition.operands:
        if isinstance(each, ast.And | ast.Or) and type(each) is type(condition):
            yield from _flat(each)
        else:
            yield each


def _sets(condition: ast.And | ast.Or) -> dict[str, list[str]]:
    """The words that are looked for in each set."""
    sets: dict[str, list[str]] = {}
    for each in _flat(condition):
        if isinstance(each, ast.Holds):
            sets.setdefault(each.right.text, []).append(each.word)
    return sets


def _key(path: ast.Path, types: Types) -> tuple[str, str]:
    """The kind, or the list of words, and the attribute that a path ends with."""
    kind = types[path.names[0]]
    for name in path.names[1:]:
        last, kind = kind, KINDS.attributes(kind)[name].type
    return last.of if last.name == "word" else last.name.removeprefix("mirror_"), path.names[-1]


def _last(path: ast.Path, types: Types) -> Attribute:
    kind = types[path.names[0]]
    for name in path.names[1:]:
        attribute = KINDS.attributes(kind)[name]
        kind = attribute.type
    return attribute


def _phrase(path: ast.Path, types: Types) -> Phrase:
    """The row of what is asked; what no page of our own asks has its description."""
    asked = _asked(_last(path, types))
    whether = asked.removeprefix("whether ")
    made = (
        Phrase(whether, f"it is not so that {whether}")
        if whether != asked
        else Phrase(f"{asked}: {{}}", f"{asked}: not {{}}")
    )
    return PHRASES.get(_key(path, types), made)


def _of(phrase: Phrase, held: bool) -> str:
    return phrase.said if held else phrase.denied


def _about(words: Sequence[str], path: ast.Path, types: Types, held: bool) -> str:
    """That something has one of these words."""
    key, attribute = _key(path, types), _last(path, types)
    if key in ANSWERS and words[0] in _ANSWERED:
        return _answered(ANSWERS[key], words[0], held)
    list_of = attribute.type.of
    named = [_meaning(word, list_of) for word in words if word != UNSTATED]
    more = [f"{len(named) - _MANY} more"] if len(named) > _MANY else []
    parts = [_of(_phrase(path, types), held).format(_either((*named[:_MANY], *more)))] if named else []
    if UNSTATED in words:
        parts.append(f"{_NOT_SAID if held else 'the file says'} {_asked(attribute)}")
    return (" or " if held else " and ").join(parts)


_ANSWERED = ("yes", "no", UNSTATED)


def _answered(phrase: Phrase, word: str, held: bool) -> str:
    """What the file says, denies or leaves open."""
    told = {
        "yes": phrase.said,
        "no": f"the file says that {phrase.denied}",
        UNSTATED: f"{_NOT_SAID} that {phrase.said}",
    }
    denied = {"yes": f"nothing says that {phrase.said}", "no": f"{_NOT_SAID} that {phrase.denied}"}
    return told[word] if held else denied.get(word, f"the file says whether {phrase.said}")


def _either(words: Sequence[str]) -> str:
    *most, last = words
    comma = "," if len(most) > 1 and any(" or " in word for word in words) else ""
    return f"{', '.join(most)}{comma} or {last}" if most else last


def _asked(attribute: Attribute) -> str:
    """What is asked, as the description of the attribute begins."""
    doc = attribute.doc.rstrip(".").split(",")[0].split(":")[0].split(";")[0]
    return doc[0].lower() + doc[1:]


def _meaning(word: str, list_of: str) -> str:
    """A word as it stands in a clause."""
    if list_of == "platform" and word in PLATFORMS:
        return PLATFORMS[word].title
    if list_of == "target_kind" and word in CROWDS:
        return crowd_phrase(word)
    described = FITTED.get(list_of, {}).get(word) or KINDS.words[list_of][word]
    return described.split(":")[0].split(";")[0] if isinstance(described, str) else f"`{word}`"


def _compared(left: ast.Path | ast.Number, sign: str, right: ast.Path | ast.Number, types: Types) -> str:
    sides = [
        f"{each.value:,}" if isinstance(each, ast.Number) else _asked(_last(each, types)) for each in (left, right)
    ]
    if isinstance(left, ast.Path) and isinstance(right, ast.Number):
        return (
            _phrase(left, types)
            .said.format(_SIGNS[sign].format(sides[1]))
            .replace(" 1 times", " once")
            .replace(" 1 hours", " 1 hour")
        )
    return f"{sides[0]} is {_SIGNS[sign].format(sides[1])}"


def _of_text(condition: ast.Condition, held: bool) -> str:
    """What a text names, repeats, gives away or holds; what set off what."""
    does = "" if held else "it is not so that "
    match condition:
        case ast.Names(_, who) | ast.Echoes(_, who):
            whom = crowd_phrase(who.text) if isinstance(who, ast.Word) else "the person who set it off"
            return f"the text {condition.does if held else condition.does_not} {whom}"
        case ast.Leaks(_, origin):
            return f"{does}many can read {ORIGINS[origin.text].doc}"
        case ast.Contains() | ast.Begins() | ast.Matches():
            return f"the text {condition.verb if held else condition.does_not} “{condition.words}”"
        case ast.LeadsTo():
            return f"{does}the one can set off the other"
    return f"{does}`{unmarked(condition).printed()}`"
