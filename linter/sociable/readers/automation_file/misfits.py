"""Why a part of a file does not fit: JSON Schema errors in the words of the people who wrote it.

Only runs for parts that could not be read, so that well-formed files never pay for jsonschema.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from sociable.documents.defects import UNQUOTED
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import core_value
from sociable.readers.automation_file.advice import (
    A_STEP,
    A_VERB,
    LONG_FORM,
    NAME_A_VERB,
    example,
    instead,
    what_to_write,
    word_meant,
)
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, FORMS, STEP_KEYS
from sociable.readers.automation_file.schema import automation_file_schema
from sociable.readers.automation_file.shapes import ALONE, EXTENSION, Json
from sociable.readers.automation_file.texts import CUT_BY_COMMA
from sociable.readers.context import ReadingContext
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.quotes import OPENING, TYPOGRAPHIC
from sociable.text.secret_patterns import hidden_value
from sociable.text.suggest import advice_here, did_you_mean, nearest
from sociable.text.wording import both, either, short
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.values import NONE

MAX_PER_PART = 10
"""Problems told about one account, automation or step: more would bury the first."""

_LONGEST_TEXT = 200
"""No word or quantity of the format is as long, so nothing is lost by looking at no more."""

_MOST_ENTRIES = 1_000
"""Of one list or group that are looked at: a part with more is beyond explaining."""


class _Wrong(Record):
    """Where, what is wrong, what to do, and the word that was ``meant`` if that is all there is to change."""

    place: Node
    message: str
    advice: str
    meant: str = ""


class _Misfit(Record):
    """One error of jsonschema: the ``keyword`` of ``schema`` that ``found`` fails, at a ``path`` in the part."""

    keyword: str
    schema: Json
    path: tuple[str | int, ...]
    found: Any


def explain(context: ReadingContext, node: Node, part: str, key: Node | None = None) -> None:
    """Say what is wrong with a ``file``, an ``account``, an ``automation`` or a ``step``.

    What is within a part that is read on its own is left to the explanation of that one.
    """
    told = dict.fromkeys(islice(_wrongs(context.source.text, node, part, key), MAX_PER_PART))
    for place, message, advice, meant in told or [_Wrong(_heading(node, key), "this cannot be read as it stands", "")]:
        context.say(context.span(place), message, advice, meant=meant)


def _wrongs(text: str, node: Node, part: str, key: Node | None) -> Iterator[_Wrong]:
    for error in _validator(part).iter_errors(_plain(node)):
        for misfit in _misfits(error):
            place, its_key = _locate(node, key, misfit.path)
            if text.startswith("{{", place.start):
                yield _Wrong(place, *UNQUOTED)
            else:
                yield from _words(misfit, place, its_key)


@lru_cache(maxsize=4)
def _validator(part: str) -> Any:
    from jsonschema import Draft202012Validator

    schema = automation_file_schema()
    definitions = schema["$defs"]
    if part == "file":
        del schema["properties"]["accounts"]["additionalProperties"]
        del schema["properties"]["automations"]["items"]
        del schema["properties"]["imports"]["items"]
        return Draft202012Validator(schema)
    del definitions["steps"]["items"]
    return Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": definitions})


def _plain(node: Node) -> Any:
    if type(node) is Scalar:
        value = core_value(node)
        return value[:_LONGEST_TEXT] if isinstance(value, str) else value
    if type(node) is Sequence:
        return [_plain(item) for item in node.items[:_MOST_ENTRIES]]
    return {name: _plain(value) for name, (_, value) in islice(node.items(), _MOST_ENTRIES)}


def _misfits(error: Any, title: str = "") -> Iterator[_Misfit]:
    """Take the errors one by one; where a choice failed, those of the alternative that was meant.

    That is the only one of the right type. It speaks for the choice, unless it has a title itself.
    """
    schema = {"title": title} | error.schema
    if error.validator == "anyOf":
        alternatives: dict[int, list[Any]] = {}
        for nested in error.context:
            alternatives.setdefault(nested.schema_path[0], []).append(nested)
        meant = [nested for nested in alternatives.values() if not any(map(_is_of_another_type, nested))]
        if len(meant) == 1:
            for nested in meant[0]:
                yield from _misfits(nested, schema["title"])
            return
    yield _Misfit(error.validator, schema, tuple(error.absolute_path), error.instance)


def _is_of_another_type(error: Any) -> bool:
    if error.validator == "anyOf":
        return not error.path and all(map(_is_of_another_type, error.context))
    return error.validator in ("type", "enum") and not error.path


def _locate(node: Node, key: Node | None, path: Iterable[str | int]) -> tuple[Node, Node | None]:
    """Find the node at a path, and its key if it has one."""
    for part in path:
        if type(node) is Sequence:
            node, key = node.items[int(part)], None
        elif type(node) is Mapping:
            key, node = node[str(part)]
    return node, key


# -------------------------------------------------------------------------------------------- words


def _is_empty(misfit: _Misfit) -> bool:
    """Whether something is wanted there, whatever it is, and nothing stands there."""
    any_text = any("pattern" in each for each in misfit.schema.get("anyOf", ()))
    wants_any = misfit.keyword in ("minItems", "minProperties", "pattern") or (misfit.keyword == "anyOf" and any_text)
    return wants_any and misfit.found is not None and not str(misfit.found or "").strip()


def _words(misfit: _Misfit, node: Node, key: Node | None) -> Iterable[_Wrong]:
    match misfit.keyword:
        case "required" if type(node) is Mapping:
            return _missing_keys(misfit, node, _heading(node, key))
        case "additionalProperties" if type(node) is Mapping:
            return _unknown_keys(misfit.schema, node)
        case "oneOf" if type(node) is Mapping:
            is_step = misfit.schema["properties"].keys() >= FORMS.keys()
            return _not_one_verb(node) if is_step else _nothing_of(misfit.schema, node, key)
        case _ if _is_empty(misfit):
            words = [word for word in misfit.schema.get("items", {}).get("enum", ()) if word not in ALONE]
            advice = (
                f"Write what there is, in words such as `{words[0]}`, or write `none`."
                if NONE in misfit.schema.get("items", {}).get("enum", ())
                else "Fill it in."
            )
            return [_Wrong(_heading(node, key), f"{_name(misfit.path, key)} is empty", advice)]
        case "pattern" if str(misfit.found)[:1] in OPENING:
            message = f"{_name(misfit.path, key)} stands in typographic quotes, which count as part of it"
            advice = f'Write "{short(misfit.found.strip(TYPOGRAPHIC))}", with straight quotes.'
            return [_Wrong(_heading(node, key), message, advice)]
    return [_says_and_denies(misfit, node, key) or _other_than_expected(misfit, node, key)]


def _says_and_denies(misfit: _Misfit, node: Node, key: Node | None) -> _Wrong | None:
    """Tell of a list that says that there is nothing of the kind, and names some of it."""
    word = next((each for each in ALONE if each in misfit.found), "") if misfit.keyword == "maxItems" else ""
    if not word:
        return None
    message = f"{_name(misfit.path, key)} says `{word}` and something else as well"
    return _Wrong(_heading(node, key), message, f"Write `{word}` alone, or only what there is.")


def _other_than_expected(misfit: _Misfit, node: Node, key: Node | None) -> _Wrong:
    expected = misfit.schema["title"] or "something else"
    advice = what_to_write(misfit.found, misfit.schema)
    meant = word_meant(misfit.found, misfit.schema) if type(node) is Scalar else ""
    found = _found(node, _called(misfit.path, key))
    message = f"{_name(misfit.path, key)} should be {expected}, and not {found}"
    if meant and f"`{meant}`" in advice and f"`{meant}`" in expected:  # the list would only hide the word to write
        message = f"{found} is not a word for {_name(misfit.path, key)}"
    elif expected.startswith("an event") and type(misfit.found) is str:
        message = f"there is no event {found}"
    elif misfit.found is None and '"' in (rest := str((misfit.path or ("",))[-1])):
        message, advice = f"a comma cuts a text in two, before `{short(rest)}`", CUT_BY_COMMA
    in_no_form = type(node) is not Scalar or misfit.schema.get("type") == "object"
    if in_no_form or (type(misfit.found) is str and (not advice or " before " in misfit.found)):
        advice = instead(
            next((each for each in reversed(misfit.path) if isinstance(each, str)), ""), misfit.found, advice
        )
    return _Wrong(_heading(node, key), message, advice, meant if f"`{meant}`" in advice else "")


def _missing_keys(misfit: _Misfit, node: Mapping, heading: Node) -> Iterator[_Wrong]:
    """Name the keys that are not there, except those that are only misspelt."""
    known = misfit.schema["properties"]
    unknown = (name for name in node if name not in known)
    meant = {nearest(name, known) for name in islice(unknown, MAX_PER_PART)}
    for name in misfit.schema["required"]:
        if name not in node and name not in meant:
            advice = example(misfit.schema, name, "Add a line such as")
            yield _Wrong(heading, f"{misfit.schema['title']} needs `{name}`", advice)


def _unknown_keys(schema: Json, node: Mapping) -> Iterator[_Wrong]:
    known = schema["properties"]
    is_step = known.keys() >= FORMS.keys()
    for name, (key, _) in node.items():
        if name in known or ("patternProperties" in schema and name.startswith(EXTENSION)):
            continue
        place = LONG_FORM if schema["title"].strip("`") in FORMS else schema["title"]
        guess = advice_here(name, place) or (is_step and _as_verb(name, node)) or did_you_mean(name, known)
        if not guess and name in AUTOMATION_KEYS and place.strip("`") in EVENTS:
            guess = f"It belongs to the automation: write `{name}:` beside `when:`."
        elif not guess and name in AUTOMATION_KEYS and "automated_label" in known:
            guess = f"It belongs to an automation: write `{name}:` beside its `when:`."
        if is_step and not guess and not node.keys() & FORMS.keys():
            continue  # it will be said that the step names no verb
        more = [word for word in (STEP_KEYS if is_step else known) if word not in node and word[0] != "$"]
        where = " beside the verb" if is_step else ""
        advice = guess or (f"Write {either(more)} instead{where}, or take this out." if more else "")
        meant = nearest(name, known) if guess == did_you_mean(name, known) else ""
        fits = meant not in node
        yield _Wrong(key, f"{schema['title']} takes no key `{short(name)}`", advice, meant if fits else "")


def _as_verb(name: str, node: Mapping) -> str:
    """Say what a key of a step is instead: of its verb, or a verb of another tool."""
    verbs = node.keys() & FORMS.keys()
    return _belongs_to_verb(name, node) if verbs else advice_here(name, A_VERB)


def _belongs_to_verb(name: str, node: Mapping) -> str:
    """Say where a key of a step goes that its verb takes, such as `to` beside `dm`."""
    for verb in (FORMS[verb] for verb in node if verb in FORMS):
        meant = nearest(name, verb.keys)
        if meant and meant != verb.short:
            first = f"{verb.short}: …, " if verb.short else ""
            return f"It belongs to the verb: write `{verb.verb.name}: {{{first}{meant}: …}}`."
    return ""


def _nothing_of(schema: Json, node: Mapping, key: Node | None) -> Iterator[_Wrong]:
    """Tell of a group that has none of the keys of which it needs one, or several, unless one is only misspelt."""
    needed = [name for each in schema["oneOf"] for name in each["required"]]
    found = [name for name in needed if name in node]
    if found:
        advice = "Give each an entry of its own: begin a new line with “- ”."
        yield _Wrong(node[found[1]][0], f"{schema['title']} has {both(found)}", advice)
    elif node.keys() <= schema["properties"].keys():
        yield _Wrong(_heading(node, key), f"{schema['title']} needs {either(needed)}", "")


def _not_one_verb(node: Mapping) -> Iterator[_Wrong]:
    verbs = [name for name in node if name in FORMS]
    if verbs:
        advice = "Give each its own step: begin a new line with “- ”."
        yield _Wrong(node[verbs[1]][0], f"one step does {both(verbs)}", advice)
    elif not any(map(_is_told_as_verb, islice(node, MAX_PER_PART))):
        yield _Wrong(_heading(node, None), "this step does not say what to do", NAME_A_VERB)


def _is_told_as_verb(name: str) -> bool:
    """Whether an unknown key has been told of already, with what to write in its place."""
    told = advice_here(name, A_VERB) or advice_here(name, A_STEP) or nearest(name, FORMS)
    return name not in STEP_KEYS and bool(told)


def _name(path: tuple[str | int, ...], key: Node | None) -> str:
    if path and isinstance(path[-1], int):
        return f"this entry of `{_called(path, key)}`"
    if type(key) is Scalar:
        return f"`{short(key.value)}`"
    return "this"


def _called(path: tuple[str | int, ...], key: Node | None) -> str:
    """The key under which something stands, be it in a list."""
    named = next((name for name in reversed(path) if isinstance(name, str)), "")
    return key.value if type(key) is Scalar and not (path and isinstance(path[-1], int)) else named


def _found(node: Node, called: str) -> str:
    if type(node) is Sequence:
        return "a list"
    if type(node) is Mapping:
        return "a group of keys"
    if node.plain and core_value(node) is None:
        return "nothing"
    value = hidden_value(called, short(node.value))
    return f"`{value}`" if node.plain else f'"{value}"'


def _heading(node: Node, key: Node | None) -> Node:
    """Point at a single value, or at the key of a group: never at a block of many lines."""
    if type(node) is Scalar and node.end > node.start:
        return node
    if key is not None:
        return key
    if type(node) is Mapping and len(node) > 0:
        return next(iter(node.values()))[0]
    return node
