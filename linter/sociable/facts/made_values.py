"""What steps give a name to, and whether anything ever speaks of it again."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import NoneType

from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.model import Expression, Step, Target, Text
from sociable.text.source import Span
from sociable.vocabulary.crowds import CODE, MADE

_IN_ITSELF = "draws"
"""What a step of this sort makes has happened even if nothing speaks of it: somebody has won."""


_BY_AI = "writes"
"""What a step of this sort makes is what an AI writes."""


class MadeValue(Record):
    """A ``name`` that a step gives to what it makes, writes or fetches.

    ``is_name_of_deed``: to its own post or message, by ``as:``.
    """

    step: StepFacts
    name: str
    is_used: bool
    is_name_of_deed: bool = False

    @property
    def span(self) -> Span:
        return self.step.span

    @property
    def is_beside_code(self) -> bool:
        """Whether a program of our own, which may use it unseen, has a part in the same automation."""
        return _has_code(self.step.automation)

    @property
    def is_before_ai(self) -> bool:
        """Whether an AI of the same automation writes later."""
        return _last_by_ai(self.step.automation) > self.span.start


@lru_cache(maxsize=8)
def _has_code(automation: AutomationFacts) -> bool:
    sources = (source for step in automation.steps for _, source in step.model.produces)
    return any(isinstance(source, Text) and source.parts == (CODE,) for source in sources)


@lru_cache(maxsize=8)
def _last_by_ai(automation: AutomationFacts) -> int:
    """Where the last step of it stands in its file that lets an AI write; before the beginning if none does."""
    return max((step.model.span.start for step in automation.steps if step.verb.in_run == _BY_AI), default=-1)


def made_values(facts: Facts) -> list[MadeValue]:
    """Every name that a step gives, but for those that another tool wrote: more may use them there than is read."""
    found: list[MadeValue] = []
    for account in facts.accounts:
        found += _made_on(account)
    return found


def _made_on(account: AccountFacts) -> Iterator[MadeValue]:
    makers = [step for step in account.steps if step.model.produces and not step.automation.model.origin.importer]
    spoken_of = {each: _names(each) for each in dict.fromkeys(step.automation for step in makers)}
    anywhere: frozenset[str] | None = None
    for step in makers:
        for name, source in step.model.produces:
            is_it = _is_it(name, source)
            if is_it:
                if anywhere is None:
                    others = (_names(each) for each in account.automations if each not in spoken_of)
                    anywhere = frozenset[str]().union(*spoken_of.values(), *others)
                used_in = anywhere
            else:
                used_in = spoken_of[step.automation]
            yield MadeValue(step, name, name in used_in or step.verb.in_run == _IN_ITSELF, is_it)


def _names(automation: AutomationFacts) -> frozenset[str]:
    """The names by which an automation speaks of anything."""
    spoken = _spoken([_but_its_name(step) for step in automation.model.steps])
    return spoken | frozenset(automation.model.trigger.narrowed.get("on", ()))


def _but_its_name(step: Step) -> Step:
    """A step without the name that it gives to what it makes."""
    return step._replace(produces=tuple((name, source) for name, source in step.produces if not _is_it(name, source)))


def _is_it(name: str, source: Text | Target) -> bool:
    """Whether the name is that of the very thing that a step makes (`as:`), and not of what it asks for."""
    return isinstance(source, Target) and source.kind == MADE and source.name == name


def _spoken(ahead: list[Any]) -> frozenset[str]:
    """The first names of all paths, and all targets, anywhere within parts of the setup."""
    found: set[str] = set()
    while ahead:
        part = ahead.pop()
        kind = type(part)
        if kind in _LEAVES:
            continue
        if kind is str:
            if "{{" in part:
                found.update(re.findall(_FILLED_IN, part))
            continue
        if kind is Target:
            found.add(part.name)
            ahead.append(part.of)
        elif kind is Expression and part.op == "path":
            found.add(part.args[0])
        elif isinstance(part, tuple):
            ahead += part
        elif isinstance(part, Mapping):
            ahead += part.values()
    return frozenset(found)


_FILLED_IN = r"\{\{\s*([^\W\d]\w*)"
"""A name in braces, where a setup keeps words as they stand, such as that of a room."""

_LEAVES = frozenset((int, float, bool, NoneType, Span))
"""In which no name can be, and of which there are most."""
