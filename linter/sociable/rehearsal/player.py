"""The rehearsal itself: what is still to come is taken in order of time, and each thing sets off the next."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import heappop, heappush

from sociable.facts.claims import may_hold
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rooms import named_where_done
from sociable.facts.step_parts import columns_of, tables_filled_in
from sociable.graph.brakes import never_runs
from sociable.graph.reactions import emitted
from sociable.rehearsal import holding_back
from sociable.rehearsal.aims import Aim, aim, bounded, made
from sociable.rehearsal.condition_values import Asking, Taken, holds, take
from sociable.rehearsal.filled_texts import PlayContext, fill, unknown
from sociable.rehearsal.one_by_one import before_next_row
from sociable.rehearsal.repeats import Task, situation
from sociable.rehearsal.small_world import Item, Occurrence, Person, SmallWorld, Wording, grown_by
from sociable.rehearsal.timeline import TAKEN, Happening
from sociable.setup.model import Guard
from sociable.setup.quantities import rate_words
from sociable.setup.schedules import longest_wait
from sociable.vocabulary.crowds import CROWDS, GROWING, POST
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import NOTICED, VERBS

MOST_HAPPENINGS = 500
"""Longer rehearsals are cut off: nobody reads them, and some would never end."""

_MOST_PENDING = 200
"""With more than this still to come it multiplies rather than comes back, and comparing would take quadratic time."""

_MOST_WAITING = 2_000
"""What still waits beyond these would come too late to be told."""

_CONTRADICTION = "nothing fulfils its conditions: they contradict each other"

_DAY = 86_400
"""Seconds until an automation runs again that does not say when."""

Plays = Callable[[StepFacts], bool]


class Player:
    """Plays on from whatever occurs first. ``plays`` says which steps take part.

    ``deeds`` are the numbers of those happenings that somebody did, with the automation that did it.
    """

    def __init__(self, world: SmallWorld, rounds: int, plays: Plays) -> None:
        self.world = world
        self.rounds = rounds
        self.plays = plays
        self.memory = holding_back.Memory()
        self.happenings: list[Happening] = []
        self.deeds: list[tuple[int, AutomationFacts]] = []
        self.taken: Taken = {}
        self.now = 0
        self.repeats: tuple[int, int] | None = None
        self.came_back = False
        self.out_of_rounds = False
        self._queue: list[tuple[int, int, Task]] = []
        self._seen: dict[Hashable, int] = {}
        self._enqueued = 0
        self._looked_at = -1
        self.is_cut = False

    def run(self, opening: Iterable[Task]) -> None:
        """Play until nothing is left to come, the same comes again, or it has gone on long enough."""
        for task in opening:
            self._push(0, task)
        opened, last = len(self._queue), -1
        while self._queue and not self.is_full:
            if not 0 <= last < opened - 1:  # until all has begun, ever less is left to begin: nothing came back
                self._look_back()
            if self.came_back:
                break
            self.now, last, task = heappop(self._queue)
            self._go_on(task)
        self.is_cut |= self.is_full

    @property
    def is_full(self) -> bool:
        return len(self.happenings) >= MOST_HAPPENINGS

    def _look_back(self) -> None:
        """Whether the situation has been there before: for good if nothing was made since, else but for what is new."""
        if self.repeats is not None or self.out_of_rounds or self._looked_at == len(self.happenings):
            return
        if len(self._queue) > _MOST_PENDING:
            return
        self._looked_at = len(self.happenings)
        pending = [task for _, _, task in sorted(self._queue, key=lambda each: each[:2])]
        key = situation(pending, self.world, self.memory, self.now)
        before = self._seen.setdefault(key, len(self.happenings))
        if before < len(self.happenings):
            self.repeats = (before, len(self.happenings))
            self.came_back = not self._made_since(before)

    def _made_since(self, number: int) -> bool:
        return any(is_new(each) for each in self.happenings[number:])

    def _push(self, time: int, task: Task) -> None:
        if len(self._queue) >= _MOST_WAITING:
            self.is_cut = True
            return
        heappush(self._queue, (time, self._enqueued, task))
        self._enqueued += 1

    def _go_on(self, task: Task) -> None:
        occurrence, automation = task.occurrence, task.automation
        if automation is not None:
            self._automation(task, automation)
            return
        starting = _starting(occurrence)
        growing_now = list(self._growing(occurrence))
        if occurrence.round >= self.rounds:
            self.out_of_rounds |= bool(starting or growing_now)
            return
        if EVENTS[occurrence.event].opts_out and occurrence.by is not None:
            self.world.opted_out.add((occurrence.at, occurrence.by))
        for each in starting:
            self._automation(Task(occurrence, each), each)
        for each in growing_now:
            most = longest_wait(each.model.trigger.narrowed)
            by = " at the latest" if most else ", whenever that is"
            note = f"its next run{by}, now that there are more people in the set it goes through"
            self._push(self.now + (most or _DAY), Task(_next_run(occurrence, each), each, notes=(note,)))

    def _growing(self, occurrence: Occurrence) -> Iterator[AutomationFacts]:
        """Automations that nobody has to set off, and that go through a set which has just grown."""
        account = occurrence.at.account
        for each, steps in grown_by(account).get(occurrence.event, {}).items() if account is not None else ():
            if each.event.name != occurrence.event and any(map(self.plays, steps)):
                yield each

    def _automation(self, task: Task, automation: AutomationFacts) -> None:
        if not any(map(self.plays, automation.steps)):
            return
        if task.deed:
            self._deed(automation.steps[task.step], task, task.whom, "", task.others)
        elif task.step >= 0:
            self._steps(task, automation)
        else:
            self._begin(task, automation)

    def _begin(self, task: Task, automation: AutomationFacts) -> None:
        """Start the automation, unless a brake keeps it from it; a limit only makes it wait."""
        occurrence, actor, model = task.occurrence, task.occurrence.at, automation.model
        why_not = holding_back.narrowing(automation, occurrence)
        if why_not and EVENTS[occurrence.event].is_elsewhere:
            return  # it was never meant for whoever looks out for something else
        task = task._replace(notes=(*task.notes, *holding_back.taken_words(automation, occurrence)))
        why_not = why_not or holding_back.passing_over(automation, occurrence, actor, self.world)
        why_not = why_not or ("" if may_hold(model.guards) else _CONTRADICTION)
        guards, notes = ("", task.notes) if why_not else self._guarded(model.guards, task)
        key = holding_back.once_key(automation, occurrence, actor)
        once = model.once_per
        if not (why_not := why_not or guards) and key is not None and once is not None:
            why_not = holding_back.done_before(key, once, self.memory, self.now)
        if why_not:
            self._tell("skips", task, automation, reason=why_not)
            return
        if key is not None and once is not None:
            holding_back.remember(key, once, self.memory, self.now)
        at = self.memory.slot((automation, actor), holding_back.rates_of(automation), self.now)
        task = task._replace(step=0, notes=notes)
        if at > self.now:
            slow = " and ".join(map(rate_words, holding_back.rates_of(automation)))
            self._push(at, task._replace(notes=(*notes, f"held back until now: not more than {slow}")))
        else:
            self._steps(task, automation)

    def _guarded(self, guards: tuple[Guard, ...], task: Task) -> tuple[str, tuple[str, ...]]:
        """Why the guards do not hold (empty: they do), and the notes with what was taken to hold."""
        asking = self._asking(task)
        for guard in guards:
            if holds(guard.expression, asking) is False:
                return f"`{guard.expression.text}` does not hold", task.notes
        taken = [clause for guard in guards for clause in take(guard.expression, True, asking)]
        return "", (*task.notes, *(f"{TAKEN}{clause}" for clause in taken))

    def _asking(self, task: Task) -> Asking:
        return Asking(self.world, _context(task), self.taken)

    def _steps(self, task: Task, automation: AutomationFacts) -> None:
        """Do the steps from ``task.step`` on, until one waits."""
        for position in range(task.step, len(automation.steps)):
            step = automation.steps[position]
            if self.is_full:
                return
            if not self.plays(step):
                continue
            if step.model.seconds and not task.waited:
                self._push(self.now + step.model.seconds, task._replace(step=position, waited=True))
                return
            task = task._replace(waited=False)
            goes_on = self._step(step, task._replace(step=position))
            if goes_on is None:
                return
            task = goes_on

    def _step(self, step: StepFacts, task: Task) -> Task | None:
        """Do one step. Returns the task as it goes on, or nothing if it ends here."""
        ends = step.verb.in_run == "ends"
        if ends and step.model.guards:
            asking = self._asking(task)
            for guard in step.model.guards:
                take(guard.expression, False, asking)
        why_not, notes = (_CONTRADICTION, task.notes) if never_runs(step) else self._guarded(step.model.guards, task)
        task = task._replace(notes=notes)
        if why_not:
            if step.verb.is_seen:
                self._tell("skips", task, step.automation, step, reason=f"here {why_not}")
            return task
        if ends:
            return None
        if _waits_for_yes(step):
            aimed = aim(step, _context(task), self.world)
            person = aimed.people[0] if aimed.people else None
            wording = fill(step.model.text, _context(task)) if step.model.text is not None else None
            whom = aimed.nobody if person is None else person.shown
            why = "waits for a person's yes"
            self._tell("waits", task, step.automation, step, person, whom, wording, why, aimed.others)
            return None
        if not step.verb.is_seen:
            return task._replace(values=(*task.values, *made(step, _context(task), self.world)))
        self._act(step, task, bounded(aim(step, _context(task), self.world), step))
        return task._replace(notes=())

    def _act(self, step: StepFacts, task: Task, aimed: Aim) -> None:
        """Do it to everybody it is aimed at, each when the limit of the step allows."""
        limit = step.model.limit
        rates = [limit] if limit is not None and limit.seconds else []
        for number, person in enumerate(aimed.people or (None,)):
            before = aimed.people[number - 1] if number else None
            if before is not None and (turn := before_next_row(step, before.shown)):
                task = task._replace(notes=(turn,))
            others = aimed.others and number == len(aimed.people) - 1
            at = self.memory.slot((step, task.occurrence.at), rates, self.now) if rates else self.now
            if at > self.now:
                notes = (*task.notes, f"held back until now: not more than {rate_words(rates[0])}")
                self._push(at, task._replace(deed=True, whom=person, others=others, notes=notes))
            elif not self.is_full:
                self._deed(step, task, person, aimed.nobody, others)

    def _deed(self, step: StepFacts, task: Task, person: Person | None, nobody: str, others: bool) -> None:
        """Do it to one person, if anybody would notice, and let it be heard."""
        actor, item = task.occurrence.at, task.occurrence.item
        towards_item = item is not None and step.model.target is not None and step.model.target.kind == POST
        thing: Person | int | None = item.number if towards_item and item is not None else person
        if self._is_capped(step, task):
            most = step.automation.model.max_replies_per_thread
            why = f"it has answered {most} times in this exchange (`max_replies_per_thread: {most}`)"
            self._tell("skips", task, step.automation, step, person, reason=why)
            return
        if thing is not None and not self.world.change(step.verb, actor, thing):
            if person is None or person.account is not None or step.aim.kind not in CROWDS:
                shown = person.shown if person is not None else "them"
                why = f"it {step.verb.does.format(shown)} already"
                if step.verb.effect == "unset":
                    why = f"there is nothing to take back from {shown}"
                self._tell("skips", task, step.automation, step, person, reason=why)
            return
        task = _row_by_row(step, task, person)
        wording = fill(step.model.text, _context(task)) if step.model.text is not None else None
        whom = person.shown if person is not None else nobody or step.model.to
        happening = self._tell("does", task, step.automation, step, person, whom, wording, others=others)
        self.deeds.append((happening.number, step.automation))
        if step.verb.effect == "fresh" or not towards_item:
            item = self._new_item(step, task, wording) if step.verb.effect == "fresh" else None
        for event, at in dict.fromkeys(self._heard(step, task, person)):
            if self._matters(event, at):
                heard = Occurrence(self.world.number(), event, at, actor, item, happening.number, happening.round)
                self._push(self.now, Task(heard))

    def _is_capped(self, step: StepFacts, task: Task) -> bool:
        """Counts an answer, and says whether it would be one too many in its conversation."""
        most, item = step.automation.model.max_replies_per_thread, task.occurrence.item
        if not most or not step.model.verb.is_capped or item is None:
            return False
        key = (step.automation, task.occurrence.at, item.thread)
        count = self.memory.replies.get(key, 0)
        self.memory.replies[key] = min(count + 1, most)
        return count >= most

    def _new_item(self, step: StepFacts, task: Task, wording: Wording | None) -> Item:
        number, before = self.world.number(), task.occurrence.item
        target = step.model.target
        answers = step.verb.stays_in_thread and target is not None and target.is_of_event
        thread = before.thread if answers and before is not None else self.world.number()
        return Item(number, thread, task.occurrence.at, wording or unknown("what it shows"))

    def _heard(self, step: StepFacts, task: Task, person: Person | None) -> Iterator[tuple[str, Person]]:
        """Each event the deed causes, and at whom. What one does to oneself is noticed by nobody else."""
        actor = task.occurrence.at
        for cause, how, to in emitted(step):
            if cause.where in NOTICED:
                people = list(self.world.watchers(cause.event, actor))
            elif how == "self":
                people = [actor]
            elif how == "any":
                people = [person] if person is not None else []
            else:
                one = self.world.ours(to) if to is not None else task.occurrence.by
                people = [one] if one is not None and one.platform == actor.platform else []
            yield from ((cause.event, each) for each in people if each is not actor or how == "self")

    def _matters(self, event: str, at: Person) -> bool:
        """Whether an automation there hears it, or goes through a set that it adds somebody to."""
        if any(self.plays(step) for each in at.automations.get(event, ()) for step in each.steps):
            return True
        return event in GROWING and bool(at.automations)

    def _tell(
        self,
        kind: str,
        task: Task,
        automation: AutomationFacts,
        step: StepFacts | None = None,
        person: Person | None = None,
        whom: str = "",
        wording: Wording | None = None,
        reason: str = "",
        others: bool = False,
    ) -> Happening:
        actor = task.occurrence.at
        happening = Happening(
            number=len(self.happenings) + 1,
            time=self.now,
            round=task.occurrence.round + 1,
            kind=kind,
            who=actor.shown,
            verb=step.verb.name if step is not None else "",
            whom=whom or (person.shown if person is not None else ""),
            audience=step.audience if step is not None else "inward",
            text=wording.text if wording is not None else "",
            automation=automation.id,
            span=step.span if step is not None else automation.span,
            because=task.occurrence.because,
            reason=reason,
            notes=task.notes,
            others=others,
            copied=actor.copies,
            rooms=named_where_done(step) if step is not None else "",
        )
        self.happenings.append(happening)
        return happening


def _starting(occurrence: Occurrence) -> list[AutomationFacts]:
    waiting = occurrence.at.automations.get(occurrence.event, [])
    return [each for each in waiting if occurrence.hearers is None or each in occurrence.hearers]


def is_new(happening: Happening) -> bool:
    """Whether it makes something that was not there before."""
    return happening.kind == "does" and VERBS[happening.verb].effect == "fresh"


def _context(task: Task) -> PlayContext:
    return PlayContext(task.occurrence, task.occurrence.at, dict(task.values))


def _row_by_row(step: StepFacts, task: Task, person: Person | None) -> Task:
    """What is filled in is of this person, if they were fetched; of a table their row, or one for all others."""
    tables = tables_filled_in(step.model, step.values)
    values, notes = dict(task.values), []
    for name, table in tables.items():
        made = values[name]
        if person is not None and person in made.people:
            values[name] = made._replace(people=(person,), is_of_people=True)
        else:
            most = f", {rate_words(table.limit)} at most" if table.limit is not None else ""
            notes.append(f"once for each row of {made.table}{most}")
    for name in columns_of(step.model) & values.keys() - tables.keys():
        if person in values[name].people:
            values[name] = values[name]._replace(people=(person,))
    return task._replace(values=tuple(values.items()), notes=(*task.notes, *notes))


def _waits_for_yes(step: StepFacts) -> bool:
    """What a colleague set off by hand has had its yes, unless the file asks for another one."""
    if step.automation.event.asked == "chosen":
        return "human" in (step.automation.model.approval, step.model.approval)
    return step.approved and not step.verb.in_run


def _next_run(occurrence: Occurrence, automation: AutomationFacts) -> Occurrence:
    """The same run, as nobody's doing: a set that grew has nobody to answer."""
    return occurrence._replace(event=automation.event.name, by=None, item=None)
