"""A flow as automations of our own format: one for each trigger, account and event that its steps belong to.

The format has steps in a row on one account, a flow has branches on several. So every act becomes a step with the
conditions on the way to it; what concerns nobody outside (questions, hand-overs, what a model writes) belongs to the
automations of all accounts, because it decides about what they do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from sociable.findings.origin import DERIVED, GUESSED, Origin
from sociable.readers.flow.approval import is_approved
from sociable.readers.flow.attachments import with_attached
from sociable.readers.flow.audience import Reached, is_of_event, reached
from sociable.readers.flow.flow_events import BY_HAND, event_of, starts, who_orders
from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.flow_guards import Held, held_before, held_by_all, who_came
from sociable.readers.flow.flow_provenance import Provenance
from sociable.readers.flow.flow_texts import Texts
from sociable.readers.flow.memory import forgets, most_often, once_for, remembers
from sociable.readers.flow.missing_words import event as event_word
from sociable.readers.flow.missing_words import platform as platform_word
from sociable.readers.flow.one_of_us import hears_as_one_of_us
from sociable.readers.flow.own_matters import is_own_matter
from sociable.readers.flow.parts import Part, signed_in_as, with_accounts
from sociable.readers.flow.people import is_for_people, people_in, tells_of_people
from sociable.readers.flow.run import Run
from sociable.readers.flow.ways_out import unseen_ways_out, ways_out
from sociable.readers.flow.ways_to_us import is_whole
from sociable.records.record import Record
from sociable.setup.model import NO_KEYS, NOTHING, Account, Automation, Guard, Named, Once, Step, Text, Trigger
from sociable.text.source import Span
from sociable.vocabulary.events import Event
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

_INWARD = frozenset(("notify", "ask", "draft", "assign"))
_OF_OURS = frozenset(("draft", "assign"))
"""What only our own people notice and is no message to them."""

_LETTERS = ("dm", "email")
_LONG_WAIT = 3600
"""Seconds; shorter waits only keep a pace."""

_NO_MEMORY = frozenset(("once_per",))
_UNSAID = frozenset(("verb", "target"))
"""Of a step of which it is not said whom it reaches, nothing that rests on either can be judged."""


class Made(Record):
    """What came of a flow; ``unsaid`` are the acts, by number, of which it is not said whom they reach, and why."""

    accounts: tuple[Account, ...]
    automations: tuple[Automation, ...]
    unsaid: dict[int, str]


class _Key(Record):
    account: str
    platform: str
    event: str


class _Done(Record):
    """A step of an automation, with the node it comes from and what holds before it."""

    node: int
    step: Step
    held: Held
    once: bool = True


class _Group:
    """The steps of one automation to be."""

    def __init__(self, run: Run, key: _Key, origin_of: Callable[[Part], Origin]) -> None:
        self.key = key
        self.texts = Texts(run, key.event, origin_of)
        self.done: list[_Done] = []

    def leave_the_way_in(self) -> None:
        """Where of nothing it is said whom it reaches, but by which way in, leave that: it can be judged alone."""
        has_way_in = any(step.via != UNSTATED for step in self.texts.made.values())
        self.done = [] if has_way_in and all(each.step.misread >= _UNSAID for each in self.done) else self.done

    @property
    def outward(self) -> list[_Done]:
        return [each for each in self.done if each.step.verb.audience != "inward"]


def automations_of(flow: Flow, parts: Sequence[Part], origin: Origin) -> Made:
    """Everything that the triggers of a flow set off; ``origin`` says which flow of which tool it is."""
    parts = with_accounts(parts)
    provenance = Provenance(flow, parts)
    accounts: dict[str, Account] = {}
    automations: list[Automation] = []
    unsaid: dict[int, str] = {}
    begun = starts(flow, parts)
    runs = [Run(flow, parts, provenance, start) for start in begun]
    handles = signed_in_as(parts)
    ordered = {parts[run.trigger].platform for run in runs if parts[run.trigger].event == "messaged" and run.publishing}
    is_alarmed = any(parts[start].event == "failed" for start in begun)
    for run in runs:
        reader = _Reader(run, origin, len(begun) == 1, ordered, handles)
        made = tuple(reader.read())
        whole = not is_alarmed and is_whole(run, reader.unsaid)
        for automation, account in made:
            automations.append(automation._replace(is_whole=whole))
            accounts.setdefault(account.id.name, account)
        unsaid |= reader.unsaid
    return Made(tuple(accounts.values()), tuple(automations), unsaid)


class _Reader:
    """Reads the run of one trigger."""

    def __init__(self, run: Run, origin: Origin, alone: bool, ordered: Set[str], handles: Mapping[str, str]) -> None:
        """``alone``: no other trigger starts the flow. ``ordered``: the platforms where people have it publish.

        ``handles`` are those of the whole flow, by platforms.
        """
        self.run = run
        self.handles = handles
        self.ordered = ordered
        self.alone = alone
        self.origin = origin
        self.trigger = run.parts[run.trigger]
        self.rank = {node: place for place, node in enumerate(run.order)}
        self.groups: dict[_Key, _Group] = {}
        self.looks: dict[str, int] = {}
        self.unsaid: dict[int, str] = {}
        self.inward: list[int] = []

    def read(self) -> Iterator[tuple[Automation, Account]]:
        for node in self.run.order:
            part = self.run.parts[node]
            if part.kind == "act":
                self._act(node, part)
            elif part.kind == "ask":
                self.inward.append(node)
            elif node in self.run.ways_in:
                self._group(part, node).texts.fetch(node, part, part.via)
            elif part.kind in ("write", "file"):
                self._store(node, part)
        if self.inward and not self.groups:
            self._only_tell(self.inward[0])
        if not self.groups:
            self._only_look()
        for group in self.groups.values():
            group.leave_the_way_in()
            for node in self.inward:
                self._tell(group, node)
            yield self._automation(group), self._account(group)

    # What is done

    def _only_look(self) -> None:
        """Add what is looked at on platforms where nothing else is done: an automation that nobody notices is one."""
        for node in self.run.order:
            part = self.run.parts[node]
            if part.kind == "fetch" and part.crowd != "feed":
                self._group(part, node, self._key_of_look(part)).texts.fetch(node, part)

    def _only_tell(self, node: int) -> None:
        """Begin the automation that only tells our own people something, at what a look outside finds if any."""
        for each in self.run.before(node, "fetch"):
            look = self.run.parts[each]
            if look.event and look.platform and self.trigger.event == "schedule":
                key = self._key_of_look(look)
                self.looks.setdefault(key.event, each)
                self._group(look, each, key)
                return
        self._group(self.run.parts[node], node, self._key_of_look(self.run.parts[node]))

    def _act(self, node: int, part: Part) -> None:
        """Add what an act does to the automation it belongs to; what only our own people notice belongs to all."""
        event = self._event(node)
        home = (self.run.parts[self.looks[event]] if event in self.looks else self.trigger).platform
        aim = reached(self.run, node, event_word(event), part.place, home)
        if aim.verb == "dm" and hears_as_one_of_us(self.run, node, event, self.ordered):
            self._tell(self._group(part, node), node)
            return
        if aim.verb in _INWARD or (aim.verb == "dm" and platform_row(part.platform).workplace):
            self.inward.append(node)
            if part.via:
                self._group(part, node)
            return
        part = part._replace(guessed=True) if aim.guessed else part
        if aim.unsaid:
            self.unsaid[node] = aim.unsaid
        if (part.guessed or aim.unsaid) and part.via:  # by which way it goes is said all the same
            self._group(part, node).texts.fetch(node, part._replace(guessed=False), part.via)
        for platform in part.platform.split() or ["other"]:
            group = self._group(part, node, _Key("", platform, event))
            group.done.append(self._done(group, node, part, aim))

    def _done(self, group: _Group, node: int, part: Part, aim: Reached) -> _Done:
        verb = VERBS[aim.verb]
        in_public = verb.audience == "public"
        text, unclear = group.texts.text(with_attached(self.run, node), node, in_public=in_public)
        beside = self._beside(group, node, part, in_public)
        step = Step(
            verb,
            part.place,
            text,
            aim.target,
            limit=most_often(self.run, node, group.key.event in self.looks),
            approval="human" if is_approved(self.run, node) else UNSTATED,
            via=part.via or UNSTATED,
            visibility=aim.visibility,
            place=aim.room,
            disclose=part.disclosed,
            misread=(frozenset(("text",)) if unclear else NO_KEYS) | (_UNSAID if aim.unsaid else NO_KEYS),
            beside=beside,
            purpose="receipt" if verb.name in _LETTERS and is_own_matter(text, beside) else UNSTATED,
            origin=self._origin(part),
        )
        return _Done(node, step, held_before(self.run, node, group.key.event), remembers(self.run, node))

    def _beside(self, group: _Group, node: int, part: Part, in_public: bool) -> dict[str, Text]:
        """What people see beside the text; a picture that somebody is sent in private says nothing by itself."""
        found = {}
        for name, value in part.beside.items():
            text, _ = group.texts.text(value, node, is_picture=name == "media")
            if text is not None and (in_public or name != "media"):
                found[name] = text
        return found

    def _once_per(self, event: Event, done: _Done) -> Once:
        per = next((self.run.parts[each].per for each in self.run.before(done.node, "memory")), "")
        by_row = done.step.target is None and next(self.run.before(done.node, "read"), None) is not None
        return Once(per, 0) if per else once_for(event, by_row)

    def _tell(self, group: _Group, node: int) -> None:
        """Add what only our own people notice: a question, a draft, a message to them."""
        part = self.run.parts[node]
        asks = part.verb not in _OF_OURS and self._is_asked_for_all(group, node)
        verb = part.verb if part.verb in _OF_OURS else "ask" if asks else "notify"
        text, _ = group.texts.text(part.text, node)
        held = held_before(self.run, node, group.key.event)
        via = part.via if part.via and part.platform == group.key.platform else UNSTATED
        step = Step(VERBS[verb], part.place, text, None, via=via, origin=self._origin(part))
        group.done.append(_Done(node, step, held))

    def _is_asked_for_all(self, group: _Group, node: int) -> bool:
        """Whether a question decides about all that the automation does; our format says so of every `ask`."""
        asks = self.run.parts[node].kind == "ask"
        return asks and all(each.step.approval == "human" for each in group.outward)

    def _store(self, node: int, part: Part) -> None:
        """Add that data about people are written into a table of ours: whom a look found, or who turned to us.

        Who fills in a form or buys is looked up themselves; who writes may have others looked up.
        """
        event = self.trigger.event
        spoke = event_word(event or "called").group == "spoke_to_us"
        came = who_came(self.run, part, node, event) if spoke else None
        if came is not None:
            group = self._group(self.trigger, self.run.trigger, _Key("", self.trigger.platform or "other", event))
            self._add_store(group, node, part, group.texts.of_event(*came))
        elif not spoke or event == "messaged":
            self._store_found(node, part, spoke)

    def _store_found(self, node: int, part: Part, spoke: bool) -> None:
        for field in part.fields.values():
            for source in people_in(self.run, field, node):
                maker = self.run.parts[source.node]
                if not tells_of_people(field, maker) or (part.kind == "file" and not is_for_people(maker)):
                    continue
                if spoke and is_of_event(self.run, source):
                    continue
                key = self._key_of_look(maker)
                group = self._group(maker, source.node, key)
                if maker.event == key.event:
                    self.looks.setdefault(key.event, source.node)
                self._add_store(group, node, part, group.texts.of_sources((source,), field.span, node))
                return

    def _add_store(self, group: _Group, node: int, part: Part, text: Text) -> None:
        use = part.verb or UNSTATED
        step = Step(VERBS["store"], part.place, text, None, use=use, origin=self._origin(part))
        group.done.append(_Done(node, step, held_before(self.run, node, group.key.event)))

    # What belongs together

    def _event(self, node: int) -> str:
        """The event that a step answers; the first look outside that stands for it is kept."""
        event, looks = event_of(self.run, node)
        if looks >= 0:
            self.looks.setdefault(event, looks)
        return event

    def _key_of_look(self, look: Part) -> _Key:
        """What a look outside is part of by itself: what it finds, unless somebody of ours had it look."""
        by_hand = self.trigger.event in BY_HAND
        event = self.trigger.event if by_hand else look.event or self.trigger.event
        return _Key("", look.platform or "other", event or "called")

    def _group(self, part: Part, node: int, key: _Key | None = None) -> _Group:
        """The automation on the account of a part; on the platform and event of the ``key`` if there is one."""
        if key is None:
            platform = part.platform.split()[0] if part.platform else "other"
            key = _Key("", platform, self._event(node))
        named = part.account.partition("/")[2] or part.account
        key = key._replace(account=f"{key.platform} ({named})" if named else key.platform)
        if key not in self.groups:
            self.groups[key] = _Group(self.run, key, self._origin)
        return self.groups[key]

    # Putting it together

    def _automation(self, group: _Group) -> Automation:
        key = group.key
        event = event_word(key.event)
        looks = self._looks_at(key)
        outward = group.outward
        common = held_by_all([each.held for each in outward or group.done])
        names = [self.origin.called, self.trigger.name, key.account]
        if key.event != self.trigger.event:
            names.append(event.name.replace("_", " "))
        return Automation(
            Named(" / ".join(filter(None, names)), self.trigger.place),
            self.trigger.span,
            (Named(key.account, self.trigger.place),),
            Trigger(
                event,
                looks.place,
                self._narrowed(event, key, common),
                seconds=looks.seconds,
                looks=self.trigger.narrowed if self._is_found_on_time(key) else NOTHING,
                polled=looks.polled,
            ),
            self._steps(group, common),
            title=self.origin.called,
            once_per=self._once_per(event, outward[0]) if outward and all(each.once for each in outward) else None,
            denied=_NO_MEMORY if key.event in self.looks and forgets(self.run, self.looks[key.event]) else NO_KEYS,
            ignore=common.ignore,
            out_by=ways_out(each.step for each in outward),
            misread=unseen_ways_out(each.step for each in outward),
            only_from=tuple(name for name, _ in common.only_from) or who_orders(key.event, self.trigger.event),
            origin=self._origin(self.trigger),
        )

    def _steps(self, group: _Group, common: Held) -> tuple[Step, ...]:
        """All steps in the order of the flow; what a text is made of comes right before it is needed at first."""
        needed = group.texts.needed
        made = [(self._first(node, needed.get(node, node)), 0, step) for node, step in group.texts.made.items()]
        done = [(self.rank[each.node], 2, _guarded(each, common)) for each in group.done]
        wait = VERBS["wait"]
        waits = [
            (self.rank[node], 1, Step(wait, part.place, None, None, seconds=part.seconds, origin=self._origin(part)))
            for node in self.run.order
            if (part := self.run.parts[node]).kind == "wait" and part.seconds >= _LONG_WAIT
        ]
        return tuple(step for _, _, step in sorted([*made, *done, *waits], key=lambda each: each[:2]))

    def _first(self, *nodes: int) -> int:
        return min(self.rank.get(node, 0) for node in nodes)

    def _looks_at(self, key: _Key) -> Part:
        """What stands for the event: a look outside, or the trigger."""
        return self.run.parts[self.looks[key.event]] if key.event in self.looks else self.trigger

    def _is_found_on_time(self, key: _Key) -> bool:
        """Whether it is no message that sets it off, but a look outside on a schedule."""
        return key.event in self.looks and self.trigger.event == "schedule"

    def _narrowed(self, event: Event, key: _Key, common: Held) -> dict[str, tuple[str, ...]]:
        looks = self._looks_at(key)
        narrowed = dict(looks.narrowed)
        if looks.kind == "fetch" and looks.words:
            narrowed["search"] = (looks.words,)
        if common.contains:
            narrowed["contains"] = tuple(word for word, _ in common.contains)
        found = {name: value for name, value in narrowed.items() if name in event.keys or name == "named"}
        if not self.alone:  # two triggers of one flow do not hear the same thing
            found["named"] = (self.trigger.name,)
        return found

    def _account(self, group: _Group) -> Account:
        used = [self.run.parts[each.node] for each in group.done]
        place: Span = next((each.place for each in used), self.trigger.place)
        named, platform = Named(group.key.account, place), platform_word(group.key.platform)
        kind = UNSTATED if any(each.via for each in used) else platform_row(platform).reached_as or UNSTATED
        key = next((each.key for each in used if each.key), "")
        origin = Origin(self.origin.importer, named.name, key)
        return Account(named, place, platform, handle=self.handles.get(platform, ""), kind=kind, origin=origin)

    def _origin(self, part: Part) -> Origin:
        flow = self.origin._replace(called=part.within, id=self.origin.id if part.within == self.origin.called else "")
        return Origin(self.origin.importer, part.name, part.ident, GUESSED if part.guessed else DERIVED, flow)


def _guarded(done: _Done, common: Held) -> Step:
    """A step with the conditions that hold for it and not for all steps."""
    shared = {*dict(common.contains), *dict(common.only_from)}
    own: tuple[Guard, ...] = tuple(
        guard for name, guard in (*done.held.contains, *done.held.only_from) if name not in shared
    )
    return done.step._replace(guards=(*own, *done.held.guards))
