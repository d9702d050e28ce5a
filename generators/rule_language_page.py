"""The reference of the rule language in ``docs/``: grammar, meanings and examples, which cannot drift apart.

How something is written comes from the grammar, read with the grammar that Lark publishes of its own
notation. What it means is said here, once for each construct; a construct without a meaning and a meaning
without a construct are errors. Examples are looked for on the built-in pages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from os.path import basename, join
from typing import Any, NamedTuple

from sociable.files import package_data
from sociable.language.condition import Condition
from sociable.language.grammar import grammar_text
from sociable.language.parser import syntax_tree
from sociable.language.syntax_nodes import Node
from sociable.rulebook.page_files import SHARED, page_paths, page_text, read_bytes
from sociable.rulebook.pages import fenced_block, rule_fences
from sociable.text.source import Source


class Meaning(NamedTuple):
    """What a construct is called and says; ``names`` are what its names and words stand for, in order."""

    title: str
    says: str
    names: tuple[str, ...] = ()


CONDITIONS = "Conditions"

MEANINGS: dict[str, dict[str, Meaning]] = {
    "What a block holds": {
        "start": Meaning("a block", "A page holds one rule, and the lists and definitions that only it needs."),
        "question": Meaning("question", "What `sociable query` is asked: whatever these conditions hold of is listed."),
        "rule": Meaning("rule", "One rule, in this order. Its name is what people write to ignore it.", ("name",)),
        "list_of": Meaning("list", "Gives a name to a set of words.", ("name",)),
        "define": Meaning("define", "Gives a name to a condition about things of certain kinds.", ("name",)),
        "parameter": Meaning(
            "parameter", "A name that stands for one thing of a kind in a definition.", ("name", "kind")
        ),
    },
    "How bad and how sure": {
        "severity": Meaning(
            "severity",
            "`info`, `warning` or `error`, everywhere, or only on these platforms, in these profiles or under this "
            "condition. Of all lines that apply, the last counts; the first has to apply always.",
            ("level",),
        ),
        "platforms": Meaning("on platforms", "Only on these platforms.", ("platform", "platform")),
        "profiles": Meaning(
            "in profiles",
            "Only when one of these profiles was chosen, or when the account is run by whom it is for.",
            ("profile", "profile"),
        ),
        "confidence": Meaning("confidence", "How often the rule is right: `low`, `medium` or `high`.", ("level",)),
        "profile": Meaning(
            "profile", "The rule is asked only when this profile was chosen, or one of these.", ("profile", "profile")
        ),
        "preview": Meaning(
            "preview",
            "The rule is new in this version, and asked only with `--preview` until the next minor version: "
            "[how rules change](versioning.md#how-rules-change).",
        ),
        "formerly": Meaning(
            "formerly",
            "Names of rules whose matter is this rule's now, renamed, merged or split: they go on working in "
            "suppressions, baselines, configurations and `--select`.",
            ("name", "name"),
        ),
    },
    "Beside other rules": {
        "habit": Meaning(
            "habit",
            "Which habit of a machine the rule is about. Of the rules that share one, only the gravest is told of a "
            "step on an account, and it names the others.",
            ("habit", "habit"),
        ),
        "subsumes": Meaning(
            "subsumes",
            "This rule says all that the others say, and more. Where it is at least as grave, only it is told of a "
            "step on an account.",
        ),
        "beside": Meaning(
            "beside", "The others may speak of the same step, because each says something else: the text says what."
        ),
    },
    "What a rule rests on": {
        "cites": Meaning(
            "cites",
            "A finding cites these facts only where this holds, because they speak of nothing else; every other fact "
            "under *Sources* is cited wherever its platform, server, country, verb and purpose fit.",
        ),
    },
    "What a rule goes through": {
        "_things": Meaning("several at once", "Every combination of these things is looked at."),
        "binding": Meaning("each thing", "Every thing of a kind, or every one in a list of them.", ("kind", "name")),
        "grouping": Meaning(
            "each group",
            "Puts things together that are alike in everything after `by`. Conditions about the single thing are asked "
            "first.",
            ("name", "kind", "name of one of them"),
        ),
        "pairing": Meaning(
            "each pair",
            "Two automations on one account that the same event can start, in the order of the files. What hangs "
            "together by such pairs is told once, with all its places.",
            ("name", "name of the other one"),
        ),
        "when": Meaning("when", "Has to hold, or nothing is found."),
        "unless": Meaning("unless", "Excuses what was found; each line by itself."),
    },
    "What is told": {
        "report": Meaning("report", "The place of the finding, and a clause that says what happens there."),
        "show": Meaning("show", "Another place that belongs to the finding, and what is there."),
        "shown_each": Meaning("show each", "Every place in a list, each with what is there.", ("kind", "name")),
        "because": Meaning("because", "Why it matters to people. Several texts make one."),
        "suggest": Meaning("suggest", "What to do instead. Several texts make one."),
        "report_when": Meaning(
            "report by case",
            "The clause that is told in the place of the other one where this holds. Of all lines that apply, the last "
            "counts; so it is with the three that follow.",
        ),
        "see_when": Meaning(
            "see by case",
            "What people see where this holds, in the place of the first paragraph under *What people see*. Nothing is "
            "filled in.",
        ),
        "because_when": Meaning("because by case", "Why it matters where this holds."),
        "suggest_when": Meaning("suggest by case", "What to do instead where this holds."),
    },
    "What can be changed": {
        "fix": Meaning(
            "fix",
            "A change that settles the finding: `safe` if nothing that people outside notice is lost, `unsafe` if "
            "somebody has to look at it first. The path leads to a thing, or to a list of things for all of which it "
            "is done. No fix says what only people know: who approves, who agreed, what something is for.",
            ("safe or unsafe",),
        ),
        "fix_when": Meaning("fix when", "There is a fix only where this holds."),
        "replace": Meaning(
            "replace", "Another verb takes the place of the step's, or another name that of one.", ("verb",)
        ),
        "remove": Meaning(
            "remove", "The step, the automation or the account is taken out; an automation's only step switches it off."
        ),
        "set_key": Meaning(
            "set", "A key is set to a word, where the files say something else or nothing.", ("key", "word")
        ),
        "add_word": Meaning("add", "A word is added to the list under a key.", ("word", "key")),
        "begin": Meaning("begin", "A text begins with a sentence, in plain signs, that ends with a blank."),
    },
    CONDITIONS: {
        "any_of": Meaning("or", "At least one of them holds."),
        "all_of": Meaning("and", "All of them hold. `and` binds closer than `or`."),
        "test": Meaning("brackets", "Conditions that belong together."),
        "is_not": Meaning("is not", "It has any other value."),
        "not_in": Meaning("not in", "It has none of these values; or a set does not hold the word."),
        "quantified": Meaning(
            "some, every, no", "Counts the things in a list for which the condition holds.", ("kind", "name")
        ),
        "call": Meaning("definition", "A condition that `define` gave a name to.", ("name of a definition",)),
    },
    "How many": {
        "some": Meaning("some", "One or more; the first that fits may be shown."),
        "every": Meaning("every", "All of them; also when there are none."),
        "no": Meaning("no", "None of them."),
        "at_least": Meaning("at least", "So many or more."),
        "at_most": Meaning("at most", "So many or fewer."),
    },
    "Words and signs": {
        "path": Meaning("path", "A thing, and step by step what is asked of it.", ("name", "attribute")),
        "words": Meaning("words", "A set of words, on the spot.", ("word", "word")),
        "number": Meaning("number", "A whole number."),
        "NAME": Meaning("name", "Small letters, digits, `_` and hyphens between them; no keyword."),
        "WORD": Meaning("word", "A word of [the vocabulary](rule-vocabulary.md), written like a name."),
        "HELD": Meaning("word before in", "A word of the vocabulary that is a keyword too: `report in q.verbs`."),
        "INT": Meaning("whole number", "Up to nine digits."),
        "SIGN": Meaning("sign", "How two numbers stand to each other."),
        "STRING": Meaning("text", 'In double quotes, on one line. `{path}` is filled in; a quote inside is `\\"`.'),
        "FACT": Meaning("fact", "The id of a fact under *Sources*, such as `X-01`."),
        "COMMENT": Meaning("comment", "From `#` to the end of the line. Readers see it, the linter does not."),
    },
}
"""What each construct of the grammar means, in the order of the page."""

_SPOKEN = {
    "_case": "other text by case",
    "_change": "replace, remove, set, add or begin",
    "fix_when": "when …",
    "all_of": "condition",
    "other": "another rule",
    "platforms": "on platforms",
    "profiles": "in profiles",
    "any_of": "condition",
    "define": "definition",
    "header": "head",
    "list_of": "list",
    "negation": "condition",
    "operand": "path or number",
    "quantity": "how many",
    "test": "condition",
    "INT": "number",
    "FACT": "fact",
    "STRING": "text",
}
"""How a part is called where its own name would not be understood."""

_INTRODUCTION = """\
# The rule language

<!-- Made by `make generated` from the grammar, the conditions and generators/rule_language_page.py. -->

What stands in a `rule` block of a [rule page](rule-pages.md). `This` is written as it stands, *this* is to be filled
in, [this] may be left out, … repeats what is before it, and | stands between alternatives."""


def language_page(grammar: str = "", meanings: Mapping[str, Mapping[str, Meaning]] = MEANINGS) -> str:
    """The reference as Markdown. Raises ``ValueError`` if grammar and meanings do not fit together."""
    constructs = _constructs(grammar or grammar_text())
    meanings = {**meanings, CONDITIONS: _conditions(constructs, meanings[CONDITIONS])}
    explained = {name: meaning for section in meanings.values() for name, meaning in section.items()}
    if constructs.keys() != explained.keys():
        missing = ", ".join(sorted(constructs.keys() - explained.keys())) or "none"
        stray = ", ".join(sorted(explained.keys() - constructs.keys())) or "none"
        error = ValueError(f"constructs without a meaning: {missing}; meanings without a construct: {stray}")
        error.add_note("A condition says it in its class, in a file that `language/conditions/` has.")
        raise error
    examples = _examples()
    parts = [_INTRODUCTION]
    for title, section in meanings.items():
        parts.append(f"## {title}")
        for name, meaning in section.items():
            written = _written(name, constructs[name], meaning)
            parts += [f"### {meaning.title}", written, meaning.says]
            parts += [examples[name].markdown()] if name in examples and "*" in written else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _conditions(constructs: Mapping[str, Any], meanings: Mapping[str, Meaning]) -> dict[str, Meaning]:
    """A condition says itself what it means, in the order of the grammar."""
    classes = {
        re.sub(r"\B([A-Z])", r"_\1", name).lower(): node
        for name, node in Node.classes.items()
        if issubclass(node, Condition)
    }
    said = {
        name: Meaning(name.replace("_", " "), " ".join((classes[name].__doc__ or "").split()).replace("``", "`"))
        for name in constructs
        if name in classes
    }
    return {name: {**said, **meanings}[name] for name in (*constructs, *meanings) if name in {**said, **meanings}}


# ----------------------------------------------------------------------------------------- grammar


def _constructs(grammar: str) -> dict[str, Any]:
    """Each way to write something by its name: that of its rule or, if it has one, of its own.

    What only stands for another rule is none.
    """
    from lark import Lark

    reader = Lark.open_from_package("lark", "lark.lark", ("grammars",), parser="lalr", maybe_placeholders=False)
    tree: Any = reader.parse(grammar)
    found = {}
    for item in tree.children:
        if item.data not in ("rule", "token"):
            continue
        name, body = str(item.children[0]).lstrip("?"), item.children[-1]
        whole = item.data == "token" or body.data != "expansions"
        for alternative in [body] if whole else body.children:
            if alternative.data == "alias":
                found[str(alternative.children[1])] = alternative.children[0]
            elif item.data == "token" or alternative.data != "name":
                found[name] = alternative
    return found


def _written(name: str, shape: Any, meaning: Meaning) -> str:
    """How a construct is written. Raises ``ValueError`` if it has another number of names than it should."""
    if shape.data == "literal" and shape.children[0].type == "REGEXP":
        return ""
    names = list(meaning.names)
    text = _bare(shape, names)
    if names:
        raise ValueError(f"`{name}` has no place for {', '.join(names)}")
    return text


def _shape(shape: Any, names: list[str]) -> str:
    """A piece of the grammar in readable form; takes what names and words stand for from the front of ``names``."""
    match shape.data:
        case "literal":
            return f"`{str(shape.children[0])[1:-1]}`"
        case "name":
            return f"*{_placeholder(str(shape.children[0]), names)}*"
        case "maybe":
            return f"[{_bare(shape.children[0], names)}]"
        case "expansions":
            return f"({' | '.join(_shape(each, names) for each in shape.children)})"
        case "expr":
            inner, sign = _bare(shape.children[0], names), str(shape.children[1])
            return {"?": f"[{inner}]", "*": f"[{inner}]…", "+": f"{inner} …"}[sign]
    return " ".join(_shape(each, names) for each in shape.children)


def _bare(shape: Any, names: list[str]) -> str:
    """A piece that nothing else stands beside: alternatives need no brackets."""
    text = _shape(shape, names)
    return text[1:-1] if shape.data == "expansions" else text


def _placeholder(name: str, names: list[str]) -> str:
    if name in ("NAME", "WORD") and names:
        return names.pop(0)
    return _SPOKEN.get(name, name.strip("_").replace("_", " ").lower())


# ---------------------------------------------------------------------------------------- examples

_LINE = 70
"""Characters that can be taken in at a glance."""


class _Example(NamedTuple):
    """A stretch of a rule and the page it is on."""

    text: str
    page: str

    def markdown(self) -> str:
        page = f"[{basename(self.page).removesuffix('.md')}](../rules/{self.page})"
        if "\n" in self.text:
            return f"As in {page}:\n\n```rule\n{self.text}\n```"
        return f"As in {page}: `{self.text}`"


def _examples() -> dict[str, _Example]:
    """A use of each construct on the built-in pages: the one that shows most on a line, or else the shortest."""
    folder = package_data.folder("rules")
    found: dict[str, _Example] = {}
    for category, path in [("", join(folder, SHARED)), *page_paths(folder)]:
        page = "/".join(filter(None, (category, basename(path))))
        for name, text in _uses(Source(path, page_text(read_bytes(path)))):
            if name not in found or _worth(text) > _worth(found[name].text):
                found[name] = _Example(text, page)
    return found


def _worth(text: str) -> tuple[bool, int]:
    """How good an example a text is."""
    fits = len(text) <= _LINE and "\n" not in text
    return fits, len(text) if fits else -len(text)


def _uses(source: Source) -> Iterator[Sequence[str]]:
    """Name and text of everything that the rules of a page are made of."""
    for fence in rule_fences(source):
        block = fenced_block(source, fence).text
        for tree in syntax_tree(block).iter_subtrees_topdown():
            if tree.data != "start":
                yield str(tree.data), block[tree.meta.start_pos : tree.meta.end_pos]
