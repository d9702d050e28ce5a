"""A flow as automations of our own format: one for each trigger, account and event that its steps belong to.

The format has steps in a row on one account, a flow has branches on several. So every act becomes a step with the
conditions on the way to it; what concerns nobody outside (questions, hand-overs, what a model writes) belongs to the
automations of all accounts, because it decides about what they do.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sociable.readers.flow.approval import is_approved
from sociable.readers.flow.audience import Reached, reached, touches_people
from sociable.readers.flow.graph import Flow
from sociable.readers.flow.guards import Held, held_before
from sociable.readers.flow.memory import most_in_a_run, remembers
from sociable.readers.flow.parts import Part
from sociable.readers.flow.provenance import Provenance
from sociable.readers.flow.run import Run
from sociable.readers.flow.texts import Texts
from sociable.readers.flow.words import event as event_word
from sociable.readers.flow.words import platform as platform_word
from sociable.setup.model import Account, Automation, Named, Once, Step, Trigger
from sociable.text.source import Span
from sociable.vocabulary.events import Event
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

PROMOTED = frozenset(("schedule", "started", "called", "webhook", "chatted"))
"""Triggers that only say when to look: what is found is the event."""

_INWARD = frozenset(("notify", "ask", "draft", "assign"))
_LONG_WAIT = 3600
_ONCE = {"user": "user", "post": "post", "message": "message", "review": "post"}
_UNNAMED = "workflow"


class Made(NamedTuple):
    """What came of a flow; ``unsaid`` are the numbers of acts of which it is not said whom they reach."""

    accounts: tuple[Account, ...]
    automations: tuple[Automation, ...]
    unsaid: frozenset[int]


class _Key(NamedTuple):
    account: str
    platform: str
    event: str
    promoted: int


class _Done(NamedTuple):
    """A step of an automation, with the node it comes from and what holds before it."""

    node: int
    step: Step
    held: Held
    once: bool


class _Group:
    """The steps of one automation to be."""

    def __init__(self, run: Run, key: _Key) -> None:
        self.key = key
        self.texts = Texts(run, key.event, key.promoted, key.platform)
        self.done: list[_Done] = []


def automations_of(name: str, flow: Flow, parts: Sequence[Part]) -> Made:
    """Everything that the triggers of a flow set off."""
    provenance = Provenance(flow, parts)
    accounts: dict[str, Account] = {}
    automations: list[Automation] = []
    unsaid: set[int] = set()
    for number, part in enumerate(parts):
        if part.kind == "trigger" and not part.off:
            reader = _Reader(name or _UNNAMED, Run(flow, parts, provenance, number))
            for automation, account in reader.read():
                automations.append(automation)
                accounts.setdefault(account.id.name, account)
            unsaid |= reader.unsaid
    return Made(tuple(accounts.values()), tuple(automations), frozenset(unsaid))


class _Reader:
    """Reads the run of one trigger."""

    def __init__(self, name: str, run: Run) -> None:
        self.name = name
        self.run = run
        self.trigger = run.parts[run.trigger]
        self.groups: dict[_Key, _Group] = {}
        self.unsaid: set[int] = set()

    def read(self) -> Iterable[tuple[Automation, Account]]:
        inward: list[int] = []
        for node in self.run.order:
            part = self.run.parts[node]
            if part.kind == "act":
                if not self._act(node, part):
                    inward.append(node)
            elif part.kind == "ask":
                inward.append(node)
            elif part.kind == "fetch" and part.via and part.platform:
                self._group(part, node).texts.fetch(node, part, part.via)
            elif part.kind == "write":
                self._store(node, part)
        if inward and not self.groups:
            self._group(self.run.parts[inward[0]], inward[0])
        for group in self.groups.values():
            for node in inward:
                self._inward(group, node)
            yield self._automation(group), self._account(group)

    # Acts

    def _act(self, node: int, part: Part) -> bool:
        """Add what an act does to the automation it belongs to; whether people outside notice it."""
        event, promoted = self._event(node, part)
        aim = reached(self.run, node, event_word(event), part.place, promoted)
        if aim.verb in _INWARD or self._is_inside(part, aim):
            return False
        if aim.unsaid:
            self.unsaid.add(node)
        for platform in part.platform.split() or ["other"]:
            group = self._group(part, node, platform, event, promoted)
            group.done.append(self._done(group, node, part, aim))
        return True

    def _is_inside(self, part: Part, aim: Reached) -> bool:
        """An answer in a workplace's own chat stays with our own people."""
        return part.platform in ("slack", "mattermost", "teams", "googlechat", "webex", "twist") and aim.verb == "dm"

    def _done(self, group: _Group, node: int, part: Part, aim: Reached) -> _Done:
        text, unclear = group.texts.text(part.text, node)
        beside = {name: group.texts.text(value, node)[0] for name, value in part.beside.items()}
        held = held_before(self.run, node, group.key.event, group.key.promoted)
        step = Step(
            VERBS[aim.verb],
            part.place,
            text,
            aim.target,
            limit=most_in_a_run(self.run, node),
            approval="human" if is_approved(self.run, node) else UNSTATED,
            via=part.via or UNSTATED,
            misread=frozenset(("text",)) if unclear else frozenset(),
            beside={name: value for name, value in beside.items() if value is not None},
        )
        return _Done(node, step, held, remembers(self.run, node))

    def _inward(self, group: _Group, node: int) -> None:
        part = self.run.parts[node]
        verb = "draft" if part.verb == "draft" else "ask" if self._is_asked_for_all(group, node) else "notify"
        text, _ = group.texts.text(part.text, node)
        held = held_before(self.run, node, group.key.event, group.key.promoted)
        group.done.append(_Done(node, Step(VERBS[verb], part.place, text, None), held, True))

    def _is_asked_for_all(self, group: _Group, node: int) -> bool:
        """Whether a question decides about all that the automation does; our format says so of every `ask`."""
        outward = [each.step for each in group.done if each.step.verb.audience != "inward"]
        return self.run.parts[node].kind == "ask" and all(step.approval == "human" for step in outward)

    def _store(self, node: int, part: Part) -> None:
        """Data about people that is written into a table of ours, if it comes from a platform."""
        for field in part.fields.values():
            for source in self.run.provenance.sources(field, node):
                maker = self.run.parts[source.node]
                if source.kind == "fetched" and (maker.crowd not in ("", "feed") or maker.event) and maker.platform:
                    group = self._group(maker, source.node)
                    text, _ = group.texts.text(field, node)
                    step = Step(VERBS["store"], part.place, text, None, use=part.verb or UNSTATED)
                    held = held_before(self.run, node, group.key.event, group.key.promoted)
                    group.done.append(_Done(node, step, held, True))
                    return

    # What belongs together

    def _event(self, node: int, part: Part) -> tuple[str, int]:
        """The event that a step answers: that of the trigger, or what a look outside finds before it."""
        if self.trigger.event not in PROMOTED:
            return self.trigger.event, -1
        for each in self.run.before(node, "fetch"):
            found = self.run.parts[each]
            if found.event and touches_people(part.verb):
                if found.crowd == "followers" and not remembers(self.run, node):
                    continue
                return found.event, each
        for each in self.run.before(node, "read"):
            if self.run.parts[each].event == "approved" and not self._sets_agreed():
                return "approved", each
        return self.trigger.event, -1

    def _sets_agreed(self) -> bool:
        """Whether the flow itself writes the word by which rows count as approved."""
        words = {
            str(piece).strip().casefold()
            for node in self.run.order
            if self.run.parts[node].kind == "write"
            for field in self.run.parts[node].fields.values()
            for piece in field.parts
            if isinstance(piece, str)
        }
        return "approved" in words

    def _group(self, part: Part, node: int, platform: str = "", event: str = "", promoted: int = -1) -> _Group:
        platform = platform or part.platform.split()[0] if part.platform or platform else "other"
        if not event:
            event, promoted = self._event(node, part)
        shown = f"{part.account}" if part.account and part.platform == platform else platform
        key = _Key(shown, platform, event, promoted)
        if key not in self.groups:
            self.groups[key] = _Group(self.run, key)
        return self.groups[key]

    # Putting it together

    def _automation(self, group: _Group) -> Automation:
        key = group.key
        event = event_word(key.event)
        outward = [each for each in group.done if each.step.verb.audience != "inward"] or group.done
        common = _common([each.held for each in outward])
        rank = {node: place for place, node in enumerate(self.run.order)}
        made = [(rank.get(node, 0), 0, step) for node, step in group.texts.made.items()]
        done = [(rank[each.node], 1, _guarded(each, common)) for each in group.done]
        waits = [
            (rank[node], 0, Step(VERBS["wait"], part.place, None, None, seconds=part.seconds))
            for node in self.run.order
            if (part := self.run.parts[node]).kind == "wait" and part.seconds >= _LONG_WAIT
        ]
        steps = [step for _, _, step in sorted([*made, *done, *waits], key=lambda each: each[:2])]
        names = [self.name, self.trigger.name, key.account]
        if key.event != self.trigger.event:
            names.append(event.name.replace("_", " "))
        return Automation(
            Named(" / ".join(names), self.trigger.place),
            self.trigger.span,
            (Named(key.account, self.trigger.place),),
            Trigger(event, self._trigger_place(key), self._narrowed(event, key, common)),
            tuple(steps),
            title=self.name,
            once_per=self._once(event, outward),
            ignore=common.ignore,
            only_from=common.only_from,
            approval=UNSTATED,
        )

    def _trigger_place(self, key: _Key) -> Span:
        return self.run.parts[key.promoted].place if key.promoted >= 0 else self.trigger.place

    def _narrowed(self, event: Event, key: _Key, common: Held) -> dict[str, tuple[str, ...]]:
        narrowed = dict(self.trigger.narrowed) if key.promoted < 0 else {}
        if key.promoted >= 0 and self.run.parts[key.promoted].words and "search" in event.keys:
            narrowed["search"] = (self.run.parts[key.promoted].words,)
        if common.contains and "contains" in event.keys:
            narrowed["contains"] = tuple(word for word, _ in common.contains)
        return {name: value for name, value in narrowed.items() if name in event.keys}

    def _once(self, event: Event, outward: list[_Done]) -> Once | None:
        if not outward or not all(each.once for each in outward):
            return None
        return Once(next((_ONCE[thing] for thing in ("post", "message", "review") if thing in event.carries), "user"), 0)

    def _account(self, group: _Group) -> Account:
        part = next(
            (self.run.parts[each.node] for each in group.done if self.run.parts[each.node].account == group.key.account),
            None,
        )
        place = part.place if part is not None else (group.done[0].step.span if group.done else self.trigger.place)
        return Account(Named(group.key.account, place), place, platform_word(group.key.platform))


def _common(held: Sequence[Held]) -> Held:
    """What holds before every one of some steps, and so decides whether the automation does anything."""
    if not held:
        return Held()
    first = held[0]
    return Held(
        tuple(
            (word, guard) for word, guard in first.contains if all(word in dict(each.contains) for each in held)
        ),
        frozenset.intersection(*(each.ignore for each in held)),
        tuple(name for name in first.only_from if all(name in each.only_from for each in held)),
    )


def _guarded(done: _Done, common: Held) -> Step:
    """A step with the conditions that hold for it and not for all steps."""
    words = tuple(guard for word, guard in done.held.contains if word not in dict(common.contains))
    return done.step._replace(guards=(*words, *done.held.guards))
