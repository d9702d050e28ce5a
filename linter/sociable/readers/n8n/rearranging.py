"""What a program only moves: keys that it takes from elsewhere or writes down, and items that it hands on.

Nothing is run. Of a key that a program works out, nothing is known.
"""

import re
from collections import Counter
from collections.abc import Mapping

from sociable.readers.flow.bodies import MAX_LENGTH
from sociable.readers.flow.parts import Hole, Template
from sociable.readers.n8n.expressions import parts_of
from sociable.records.record import Record
from sociable.text.source import Span

_ITEM = r"(?:\b(?:items?|i|entry)(?:\[\d{1,4}\])?|\$input\.(?:item|first\(\)|last\(\)))\??\.json"
_KEYS = r"[\w$.?()\[\] ]{0,200}?"
_QUOTED = r"""(?:"[^"\\\n]{0,120}"|'[^'\\\n]{0,120}')"""
_MEMBER = re.compile(
    r"""(?<![\w$?.])["']?(?P<name>[A-Za-z_]\w{0,60})["']?\s{0,20}:\s{0,20}"""
    r"""(?:(?P<text>"[^"\\\n]{0,2000}"|'[^'\\\n]{0,2000}')|"""
    rf"(?P<path>\$?[A-Za-z(]{_KEYS}(?:{_QUOTED}{_KEYS}){{0,3}}))"
    r"""(?:\s{0,5}\|\|\s{0,5}(?:""|''|null))?\s{0,20}(?=[,}\n])"""
)
_HANDS_ON = re.compile(
    rf"\.\.\.\s{{0,5}}(?:\$json\b|{_ITEM}\b(?!\s{{0,5}}[.\[?]))"
    r"|\breturn\s{1,5}(?:items?|\$input\.(?:all\(\)|item)|\$json)\s{0,5}(?:[;\n}]|$)"
)
_MAKES_KEYS = re.compile(
    r"JSON\.parse|\.\.\.|Object\.|fromEntries|\breduce\(|\[[A-Za-z_]\w{0,60}\]|\breturn\s{1,5}\$?[A-Za-z]"
)
_OF_NODE = (
    r"""(?:\$\(\s{0,5}(?:"[^"\\\n]{1,120}"|'[^'\\\n]{1,120}')\s{0,5}\)\.(?:item|first\(\)|last\(\))"""
    r"""|\$node\[(?:"[^"\\\n]{1,120}"|'[^'\\\n]{1,120}')\])\.json"""
)
_NAMED = re.compile(
    rf"\b(?:const|let|var)\s{{1,5}}(?P<name>[A-Za-z_]\w{{0,60}})\s{{0,5}}=\s{{0,5}}(?P<what>(?:\$json|{_ITEM}|{_OF_NODE})"
    r"(?:\??\.[A-Za-z_]\w{0,60}){0,4})\s{0,5}(?:\|\|\s{0,5}(?:\{\s{0,5}\}|\"\"|'')\s{0,5})?(?:;|\n|$)"
)
"""A name that a program gives to all that a node put out, or that comes in, or to what stands there under a key."""

_SET = re.compile(r"(?<![\w$.])([A-Za-z_]\w{0,60})\s{0,5}[-+*/|&?]{0,2}=(?![=>])")
"""A name to which a program gives something; where it does so twice, nobody knows what stands under it."""

_PARSED = re.compile(
    r"(?<![\w$.])(?P<name>[A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}JSON\.parse\(\s{0,5}(?P<what>[A-Za-z_$][\w$.?]{0,200})\s{0,5}\)"
)
"""A name that a program gives to the keys of a text that it takes apart."""

_SPREAD = re.compile(
    rf"\.\.\.\s{{0,5}}(?:(?P<name>[A-Za-z_]\w{{0,60}})\b|(?P<what>{_OF_NODE}(?:\??\.[A-Za-z_]\w{{0,60}}){{0,4}}))(?!\s{{0,5}}[.\[(?])"
)
"""All that stands under a name, or that a node put out, handed on."""

_SHORT = re.compile(
    r"(?:\{\s{0,20}(?P<first>[A-Za-z_]\w{0,60})|,\s{0,20}(?P<last>[A-Za-z_]\w{0,60}))(?=\s{0,20}(?P<end>[,}]))"
)
"""A key that has the name of what it holds, at the beginning or the end of an object."""

_CAUGHT = re.compile(r"\bcatch\s{0,5}(?:\(\s{0,5}\w{0,60}\s{0,5}\)\s{0,5})?\{")
_BRACE = re.compile(r"[{}]")

_COMPUTED = re.compile(r"\[[A-Za-z_]\w{0,60}\]$")
"""A key that is worked out; it mostly holds what the program then calls by a name of its own."""

_WORD = re.compile(r"[A-Za-z_]\w{0,60}")


class Rearranged(Record):
    """What a program gives: ``fields`` that are moved or written down, and whether it ``keeps`` what else came in.

    ``names`` are all that it can give a key beside what it keeps; none where it makes keys as it runs. What it hands on
    whole of another node, or from below a key, stands in ``fields`` under no name: keys that it never ``spells``.
    """

    fields: Mapping[str, Template]
    keeps: bool
    names: frozenset[str]
    spells: frozenset[str] = frozenset()


def rearranged(program: str, span: Span, nodes: Mapping[str, int]) -> Rearranged:
    code = program[:MAX_LENGTH]
    called = _called(code)
    handed_on = [(each, each["what"] or called.get(each["name"], "")) for each in _SPREAD.finditer(code)]
    spread = [each for each, what in handed_on if what]
    keeps = any(_is_item(what) for _, what in handed_on) or _HANDS_ON.search(code) is not None
    known = _PARSED.sub("", _HANDS_ON.sub("", code))
    for each in spread:
        known = known.replace(each[0], "")
    spells = frozenset(_WORD.findall(code))
    names = frozenset() if _MAKES_KEYS.search(known) else spells
    spare = _instead(code) if "JSON.parse" in code else ()
    found = [
        (each["name"], each)
        for each in _MEMBER.finditer(code)
        if not any(begin < each.start() < end for begin, end in spare)
    ]
    times = Counter(name for name, _ in found)
    times.update(each["first"] or each["last"] for each in _SHORT.finditer(code) if each["first"] or each["end"] == "}")
    fields = {}
    for name, each in found:
        made = _moved(each, span, nodes, called) if times[name] == 1 else None
        if made is not None:
            fields[name] = made
    elsewhere = [hole for _, what in handed_on if what and not _is_item(what) for hole in _read(what, nodes)]
    if elsewhere:
        fields[""] = Template(tuple(elsewhere), span)
    return Rearranged(fields, keeps, names, spells if elsewhere else frozenset())


def _called(code: str) -> dict[str, str]:
    """What names of a program stand for: all that a node put out, or what a text of it holds that is taken apart."""
    times = Counter(each[1] for each in _SET.finditer(code))
    called = {each["name"]: each["what"] for each in _NAMED.finditer(code) if times[each["name"]] == 1}
    for each in _PARSED.finditer(code):
        first, dot, rest = each["what"].partition(".")
        called.setdefault(each["name"], called.get(first, first) + dot + rest)
    return called


def _is_item(what: str) -> bool:
    """Whether it is all that comes in, with no key behind it."""
    return what == "$json" or re.fullmatch(_ITEM, what) is not None


def _read(what: str, nodes: Mapping[str, int]) -> tuple[str | Hole, ...]:
    return parts_of("{{" + re.sub(_ITEM, "$json", what) + "}}", nodes)


def _instead(code: str) -> list[tuple[int, int]]:
    """Where a program writes down what it gives only if it could not take apart what came in."""
    found = []
    end = 0
    while (caught := _CAUGHT.search(code, end)) is not None:
        depth, end = 1, caught.end()
        while depth and (brace := _BRACE.search(code, end)) is not None:
            depth, end = depth + (1 if brace[0] == "{" else -1), brace.end()
        end = end if not depth else len(code)
        found.append((caught.end(), end))
    return found


def _moved(member: re.Match[str], span: Span, nodes: Mapping[str, int], called: Mapping[str, str]) -> Template | None:
    if member["text"]:
        return Template((member["text"][1:-1],), span)
    path = member["path"]
    first = _WORD.match(path)
    if first is not None and first[0] in called:
        path = called[first[0]] + _COMPUTED.sub(f".{member['name']}", path[first.end() :].rstrip())
    parts = _read(path, nodes)
    hole = parts[0]
    return Template(parts, span) if len(parts) == 1 and isinstance(hole, Hole) and hole.plain else None
