"""A setup as our own automation file: what an importer understood, with a comment wherever something is open.

Names, addresses and numbers of people are taken out: the file may go where the original must not.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.findings.report import REASONS, Coverage
from sociable.setup.model import Automation, Expression, Picture, Setup, Step, Target, Text, Trigger
from sociable.setup.quantities import duration_words, rate_words
from sociable.text.phone_numbers import PHONE
from sociable.text.safe import defused_json, visible, visible_characters
from sociable.text.secret_patterns import hidden
from sociable.text.wording import short
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.values import NONE, UNSTATED

_SOMEBODY = "@somebody"
_OPEN = "…"
"""Stands in a text for what is only known when it runs."""

_E_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NUMBER = re.compile(PHONE)
_BRACE_BEFORE_ANOTHER = re.compile(r"\{(?=\{)")
_PLAIN = re.compile(r"[A-Za-z][\w/()-]*(?: [\w/()-]+)*")
_TAKEN = frozenset(("event", "account", "secrets", "and", "or", "not", "in", "is", "contains", "matches"))
"""Names that mean something else in an expression."""

_LONGEST_KEY, _SHORT = 1000, 80
"""Characters: YAML takes no key of more than 1,024 as it is written, where a letter may take up to twelve."""

_NOT_PLAIN = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def write(setup: Setup, read: Coverage) -> Iterator[str]:
    """Write a setup line by line, and after it what of its file was not understood."""
    yield f"# Made by `sociable import` from {read.read_as}: what was understood of it."
    yield "sociable: 1"
    yield "accounts:" if setup.accounts else "accounts: {}  # none of what it does is understood"
    used = (automation.accounts[0].name for automation in setup.automations)
    accounts = _ids((*(account.id.name for account in setup.accounts), *used))
    for account in setup.accounts:
        kind = f", kind: {account.kind}" if account.kind != UNSTATED else ""
        yield f"  {accounts[account.id.name]}: {{platform: {account.platform}{kind}}}"
    ids = _ids(automation.id.name for automation in setup.automations)
    told = [line for automation in setup.automations for line in _automation(automation, ids, accounts)]
    yield "automations:" if any(line.startswith("  - ") for line in told) else "automations: []"
    yield from told
    yield from _missing(read)


def _ids(names: Iterable[str]) -> dict[str, str]:
    """What each name is written as, in short; those that only differ in what is left out are numbered."""
    written: dict[str, str] = {}
    often = Counter[str]()
    for name in dict.fromkeys(names):
        masked = _masked(name)
        if len(_scalar(masked)) > _LONGEST_KEY:
            masked = short(masked, _SHORT)
        often[masked] += 1
        written[name] = _scalar(masked if often[masked] == 1 else f"{masked} {often[masked]}")
    return written


def _missing(read: Coverage) -> Iterator[str]:
    missing = [part for part in read.parts if part.outcome == "not-understood"]
    if missing:
        yield "# Not understood, and so not or only partly in here:"
    for part in missing:
        yield f"#   line {part.span.line}, “{_comment(part.called)}”: {REASONS[part.reason]}"


def _automation(automation: Automation, ids: Mapping[str, str], accounts: Mapping[str, str]) -> Iterator[str]:
    names = _Names(automation)
    if all("verb" in step.misread or not step.verb.is_seen for step in automation.steps):
        yield f"  # {_comment(automation.id.name)}: what it does to whom is not said"
        return
    yield f"  - id: {ids[automation.id.name]}"
    yield f"    account: {accounts[automation.accounts[0].name]}"
    yield f"    when: {_when(automation.trigger)}{_looks(automation.trigger)}"
    for key, value in _brakes(automation):
        yield f"    {key}: {value}"
    for guard in automation.guards:
        yield f"    # only if: {_comment(guard.expression.text)}"
    yield "    do:"
    for step in automation.steps:
        yield from (f"      {line}" for line in _step(step, names))


def _looks(trigger: Trigger) -> str:
    """How the tool comes to know of it, which our format has no key for."""
    if trigger.looks:
        said = " ".join(f"{key} {', '.join(values)}" for key, values in trigger.looks.items())
        return f"  # looked for {_comment(said)}"
    return "  # looked for from time to time" if trigger.polled else ""


def _when(trigger: Trigger) -> str:
    narrowed = {name: value for name, value in trigger.narrowed.items() if name in trigger.event.keys}
    said = [f"{name}: {_words(value)}" for name, value in narrowed.items()]
    said += [f"for: {duration_words(trigger.seconds)}"] if trigger.seconds else []
    if not said:
        return f"{trigger.event.name}{'  # how often is not said' if trigger.event.is_timed else ''}"
    return f"{{event: {trigger.event.name}, {', '.join(said)}}}"


def _brakes(automation: Automation) -> Iterator[tuple[str, str]]:
    if automation.ignore:
        yield "ignore", f"[{', '.join(sorted(automation.ignore))}]"
    if automation.only_from:
        yield "only_from", _whom(automation.only_from)
    if automation.out_by:
        yield "out_by", f"[{', '.join(sorted(automation.out_by))}]"
    if automation.once_per is not None:
        yield "once_per", automation.once_per.what
    elif "once_per" in automation.denied:
        yield "once_per", NONE


def _whom(names: Sequence[str]) -> str:
    """Roles as they are; who is named is nobody else's business."""
    return f"[{', '.join(names)}]" if all(name in ROLES for name in names) else _scalar(_SOMEBODY)


def _step(step: Step, names: "_Names") -> Iterator[str]:
    """A step, one key a line; as a comment where it is not said whom it reaches."""
    argument = _argument(step, names)
    lines = []
    if step.approval != UNSTATED:
        lines.append(f"  approval: {step.approval}")
    if step.via != UNSTATED:
        lines.append(f"  via: {step.via}")
    if step.visibility != UNSTATED:
        lines.append(f"  visibility: {step.visibility}")
    if step.use != UNSTATED:
        lines.append(f"  use: {step.use}")
    if step.purpose != UNSTATED:
        lines.append(f"  purpose: {step.purpose}")
    if step.disclose:
        lines.append(f"  disclose: [{', '.join(sorted(step.disclose))}]")
    known = [guard.expression.text for guard in step.guards if names.knows(guard.expression)]
    if known:
        lines.append(f"  if: {_words(known)}")
    unknown = [guard for guard in step.guards if not names.knows(guard.expression)]
    lines += (f"  # only if: {_comment(guard.expression.text)}" for guard in unknown)
    if step.limit is not None:
        lines.append(f"  limit: {rate_words(step.limit) if step.limit.seconds else f'{step.limit.times} per run'}")
    has_keys = any(not line.lstrip().startswith("#") for line in lines)
    lines.insert(0, f"- {step.verb.name}" + (f": {argument}" if argument else ":" if has_keys else ""))
    if "verb" in step.misread:
        yield "# whom it reaches is not said:"
        lines = [f"# {line}" for line in lines]
    yield from lines


def _argument(step: Step, names: "_Names") -> str:
    if step.produces:
        made = [f"{names.of[name]}: {_source(source, names)}" for name, source in step.produces]
        names.made.update(name for name, _ in step.produces)
        return f"{{{', '.join(made)}}}"
    if step.verb.in_run == "waits":
        return duration_words(step.seconds)
    if step.verb.is_for_colleague:
        return "team"
    beside = {name: value for name, value in step.beside.items() if not step.media or name not in ("media", "alt")}
    keys = {"text": step.text, **beside} if step.verb.argument == "text" or step.text else beside
    pairs = [f"{name}: {_text(value, names)}" for name, value in keys.items() if value is not None]
    if step.media:
        pairs.append(f"media: [{', '.join(_picture(each, names) for each in step.media)}]")
    if step.languages:
        pairs.append(f"language: {_words(step.languages)}")
    target = _target(step.target) if step.target is not None and step.target.name != step.verb.target else ""
    if target:
        pairs.append(f"target: {_scalar(target)}")
    if step.place is not None and step.visibility == "public":
        pairs.append(f"in: {_scalar(step.place.id.name)}")
    if len(pairs) == 1 and pairs[0].startswith(f"{step.verb.argument}: "):
        return pairs[0].partition(": ")[2]
    if not pairs and step.verb.argument == "text" and step.verb.audience != "inward":
        return _scalar(_OPEN)
    return f"{{{', '.join(pairs)}}}" if pairs else ""


def _picture(picture: Picture, names: "_Names") -> str:
    said = {picture.kind or "image": picture.source, "alt": picture.alt}
    pairs = [f"{name}: {_text(value, names)}" for name, value in said.items() if value is not None]
    pairs += [f"ai: {'true' if picture.ai == 'yes' else 'false'}"] if picture.ai != UNSTATED else []
    return f"{{{', '.join(pairs)}}}"


def _source(source: Text | Target, names: "_Names") -> str:
    if isinstance(source, Target):
        return _scalar(_target(source))
    return _text(source, names) if source.parts else _scalar(_OPEN)


def _target(target: Target) -> str:
    if target.crowd is None:
        return _SOMEBODY if target.kind == "handle" else target.name
    of = {"people": _SOMEBODY, "words": _masked(target.name)}.get(target.crowd.takes)
    return target.kind if of is None else f"{target.kind}({json.dumps(of)})"


def _text(text: Text, names: "_Names") -> str:
    """A text, with a space after each brace of its own that another follows: two of them would fill something in."""
    written = ""
    for part in text.parts:
        piece = _BRACE_BEFORE_ANOTHER.sub("{ ", part) if isinstance(part, str) else names.written(part)
        written += f" {piece}" if written.endswith("{") and piece.startswith("{") else piece
    return _scalar(_masked(written) or _OPEN)


def _masked(text: str) -> str:
    """The text without keys, and without addresses and numbers of people."""
    return _NUMBER.sub("(number)", _E_MAIL.sub("(address)", hidden(text)))


class _Names:
    """What former steps produced, by names that expressions can hold."""

    def __init__(self, automation: Automation) -> None:
        self.of: dict[str, str] = {}
        self.made: set[str] = set()
        for step in automation.steps:
            for name, _ in step.produces:
                self.of.setdefault(name, self._plain(name))

    def _plain(self, name: str) -> str:
        plain = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").casefold() or "made"
        if not plain[0].isalpha() or plain in CROWDS or plain in _TAKEN:
            plain = f"made_{plain}"
        taken = self.of.values()
        return next(each for each in (plain, *(f"{plain}_{n}" for n in range(2, 10_000))) if each not in taken)

    def written(self, expression: Expression) -> str:
        """An expression as our format has it; ``…`` where it does not."""
        if expression.args[0] in self.made:
            return f"{{{{ {self.of[expression.args[0]]} }}}}"
        return f"{{{{ {expression.text} }}}}" if _is_about_event(expression) else _OPEN

    def knows(self, expression: Expression) -> bool:
        """Whether our format can say a condition."""
        return _is_about_event(expression) and expression.op != "call"


def _is_about_event(expression: Expression) -> bool:
    if expression.op == "path":
        return expression.args[0] == "event" and _is_carried(expression.args[1:])
    inner = [each for each in expression.args if isinstance(each, Expression)]
    return expression.op != "call" and all(each.op == "text" or _is_about_event(each) for each in inner)


def _is_carried(path: tuple[str, ...]) -> bool:
    fields = {field.name for field in CARRIED[path[0]].fields} if path and path[0] in CARRIED else set()
    return len(path) == 1 or path[1] in fields or ("*" in fields and path[1].isidentifier())


def _words(values: Iterable[str]) -> str:
    listed = [_scalar(_masked(each)) for each in values]
    return listed[0] if len(listed) == 1 else f"[{', '.join(listed)}]"


def _scalar(text: str) -> str:
    """A text as YAML holds it: plain if nothing in it means anything there, and with what acts or hides as escapes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN and defused_json(text) == text:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    pairs = zip(quoted, visible_characters(quoted), strict=True)
    return defused_json("".join(char if char == shown else _escaped(char) for char, shown in pairs))


def _escaped(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # YAML has no half characters
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def _comment(text: str) -> str:
    return visible(short(_masked(text), 100))
