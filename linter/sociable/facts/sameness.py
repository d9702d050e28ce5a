"""Which posts are the same thing again: on several accounts, twice on one, by several routes, or after a restart.

The content of a step is what people get, without what does not tell posts apart: a greeting, a name, a handle, a
hashtag, the order of words, a date. Texts are put into classes by what fills them and by their words (`nearly_same`);
only those that already share some of these are compared, so it takes time in proportion to how many there are.
"""

import re
from collections.abc import Iterable, Iterator

from sociable.facts.claims import FLIPPED, comparison, parts
from sociable.facts.facts import AutomationFacts, Facts, StepFacts
from sociable.facts.post_contents import Content, Contents, Slot, is_feed, source_of
from sociable.facts.rates import timetable_of
from sociable.facts.rooms import passes_over_copies
from sociable.facts.said_again import Repeat, in_file_order, is_of_own_posts, is_post, unremembered
from sociable.setup.model import Expression, Guard, Target
from sociable.vocabulary.crowds import NUMBER_OF, OWN_POSTS, ROWS
from sociable.vocabulary.events import ARRIVES
from sociable.vocabulary.platforms import OTHER
from sociable.vocabulary.same_words import INSTRUMENTS, MEASURED_FIELDS, TELLING_FIELDS


def repeats(facts: Facts) -> list[Repeat]:
    """Everything that is said again, in file order."""
    contents = Contents()
    posts = filter(is_post, facts.steps)
    said = [step for step in posts if contents.of(step).words or contents.of(step).slots]
    classes = _classes(said, contents)
    found = [*_on_accounts(classes, contents), *_twice(classes)]
    told = {id(step) for each in found if each.again == "twice" for step in each.steps}
    found += _by_routes([step for step in said if id(step) not in told], contents)
    found += _in_rooms(said, told)
    found += _after_restart(said, contents)
    return in_file_order((*found, *unremembered(facts.steps)))


def _classes(steps: Iterable[StepFacts], contents: Contents) -> list[list[StepFacts]]:
    """Steps with the same content, or nearly so."""
    exactly: dict[Content, list[StepFacts]] = {}
    for step in steps:
        exactly.setdefault(contents.of(step), []).append(step)
    alike: dict[tuple[frozenset[Slot], str], list[Content]] = {}
    for each in exactly:
        alike.setdefault((each.slots, each.language), []).append(each)
    return [together for different in alike.values() for together in _nearly_the_same(different, exactly)]


def _nearly_the_same(different: list[Content], exactly: dict[Content, list[StepFacts]]) -> Iterable[list[StepFacts]]:
    """The steps of contents that share what fills them, those of nearly the same words together."""
    if len(different) == 1:
        return [exactly[different[0]]]
    from sociable.facts.nearly_same import Alike

    alike = Alike()
    found: list[list[StepFacts]] = []
    for each in different:
        number = alike.class_of(each)
        if number == len(found):
            found.append(exactly[each])
        else:
            found[number] += exactly[each]
    return found


def _on_accounts(classes: list[list[StepFacts]], contents: Contents) -> Iterator[Repeat]:
    """What several accounts publish on one platform, and what one copies from another of ours there."""
    copied: set[tuple[StepFacts, ...]] = set()
    for steps in classes:
        platforms: dict[str, list[StepFacts]] = {}
        for step in steps:
            if step.audience in ("public", "group"):
                platforms.setdefault(step.account.platform, []).append(step)
        for platform, there in platforms.items():
            for together in _shares(there, contents):
                found = _originals(together[0], together, contents)
                originals = [step for step in found if step.account.platform == platform]
                many = {id(step.account) for step in (*together, *originals)}
                said = [*originals, *together] if len(together) == 1 else together
                if tuple(reversed(said)) in copied:
                    continue  # two accounts that copy each other are told of once
                copied.add(tuple(said))
                if (len(many) > 1 and not _are_of_clients(together, contents)) or _is_shared(together[0], contents):
                    yield Repeat("accounts", said)


def _are_of_clients(steps: list[StepFacts], contents: Contents) -> bool:
    """Whether a person lets out each line of a table, for a client each: nothing says that it is the same line."""
    clients = {id(step.account): step.account.model.client for step in steps}
    each_its_own = all(clients.values()) and len(set(clients.values())) == len(clients)
    return each_its_own and all(_is_let_out(step, contents) for step in steps)


def _is_shared(step: StepFacts, contents: Contents) -> bool:
    """Whether each of the accounts that one stands for says it: not what a person lets out once, or for clients."""
    account, once = step.account.model, step.automation.model.once_per
    is_handed_out = bool(account.client) or (once is not None and once.what in _ONE_BY_ONE)
    return account.stands_for > 1 and not (is_handed_out and _is_let_out(step, contents))


def _is_let_out(step: StepFacts, contents: Contents) -> bool:
    """Whether a person says yes to each, and nothing but a line of a table is in it."""
    slots = contents.of(step).slots
    return step.approved and bool(slots) and all("table" in slot[:2] for slot in slots)


def _shares(steps: list[StepFacts], contents: Contents) -> Iterable[list[StepFacts]]:
    """Those among the steps that may publish one and the same thing: other conditions let other things through.

    Only what all of them ask for tells them apart, since whoever does not ask for it takes everything.
    """
    picks = [contents.picked(step) for step in steps]
    asked = [field for field in picks[0] if all(field in each for each in picks)]
    labels = [_joined([each[field] for each in picks]) for field in asked]
    shares: dict[tuple[int, ...], list[StepFacts]] = {}
    for step, *label in zip(steps, *labels, strict=True):
        shares.setdefault(tuple(label), []).append(step)
    return shares.values()


def _joined(wanted: list[frozenset[str]]) -> list[int]:
    """A number for each set, the same where they have a member in common, be it through others."""
    leads: list[int] = []
    first: dict[str, int] = {}
    for number, values in enumerate(wanted):
        leads.append(number)
        for value in values:
            one, other = _lead(leads, first.setdefault(value, number)), _lead(leads, number)
            leads[max(one, other)] = min(one, other)
    return [_lead(leads, number) for number in range(len(leads))]


def _lead(leads: list[int], number: int) -> int:
    while leads[number] != number:
        leads[number] = number = leads[leads[number]]
    return number


def _originals(step: StepFacts, copies: list[StepFacts], contents: Contents) -> list[StepFacts]:
    """What our account publishes whose posts are copied as they are."""
    for slot in contents.of(step).slots:
        if slot[0] == "posts of" and slot[-1] in TELLING_FIELDS:
            author = step.facts.by_id.get(str(slot[1]))
            own = author.steps if author is not None and author is not step.account else []
            return [each for each in own if each.verb.publishes and each.text.says_something and each not in copies][:1]
    return []


def _twice(classes: list[list[StepFacts]]) -> Iterator[Repeat]:
    """What one account publishes twice: for the same event, or by the clock at nearly the same time."""
    for steps in classes:
        alike: dict[tuple[object, ...], list[StepFacts]] = {}
        for step in steps:
            if step.account.platform != OTHER or not step.model.origin.importer:  # several that nobody names look alike
                alike.setdefault((id(step.account), *_cause(step.automation)), []).append(step)
        for own in alike.values():
            first = own[0]
            again = [
                step
                for step in own[1:]
                if _comes_with(first.automation, step.automation)
                and _goes_on(first, step)
                and not _reminds(first, step)
            ]
            if again:
                yield Repeat("twice", [first, *again])


def _in_rooms(steps: Iterable[StepFacts], told: set[int]) -> Iterator[Repeat]:
    """What one step publishes in each of several rooms that it names."""
    for step in steps:
        if step.model.place is not None and len(step.model.place.names) > 1 and id(step) not in told:
            yield Repeat("rooms", [step])


def _goes_on(first: StepFacts, step: StepFacts) -> bool:
    """Whether what holds for one of two steps is all that has to hold for the other, so that both are done."""
    one, other = ({guard.expression.text for guard in each.model.guards} for each in (first, step))
    return one <= other or other <= one


def _reminds(first: StepFacts, step: StepFacts) -> bool:
    """Whether an automation says it again only as long as a table does not have it for done."""
    asked = {guard.expression.text for guard in first.model.guards}
    own = (guard for guard in step.model.guards if guard.expression.text not in asked)
    return step.automation is first.automation and _any_picks(own, step)


def _cause(automation: AutomationFacts) -> tuple[object, ...]:
    """What has to be the same of two that come together, whatever their times are."""
    narrowed = () if automation.event.is_timed else sorted(automation.model.trigger.narrowed.items())
    return automation.event.name, automation.model.guards, tuple(narrowed)


def _comes_with(one: AutomationFacts, other: AutomationFacts) -> bool:
    """Whether two with the same cause come at nearly the same time."""
    if one is other or not one.event.is_timed:
        return True
    mine, theirs = one.model.trigger.narrowed, other.model.trigger.narrowed
    days = [frozenset(each.get("on", ())) for each in (mine, theirs)]
    if all(days) and days[0].isdisjoint(days[1]):
        return False
    return mine == theirs or any(
        abs(a - b) <= _SOON for a in _minutes(mine.get("at", ())) for b in _minutes(theirs.get("at", ()))
    )


_SOON = 120
"""Minutes between two posts that people read one after the other."""


def _minutes(times: Iterable[str]) -> Iterator[int]:
    for time in times:
        if found := re.fullmatch(r"(?:.* )?(\d{1,2}):(\d\d)", time):
            yield int(found[1]) * 60 + int(found[2])


def _by_routes(steps: Iterable[StepFacts], contents: Contents) -> Iterator[Repeat]:
    """What reaches one account from one source by several ways: directly, through a copy, through another program."""
    published: dict[str, list[StepFacts]] = {}
    for step in steps:
        published.setdefault(step.account.id, []).append(step)
    for own in published.values():
        from_source: dict[Slot, list[StepFacts]] = {}
        for step in own:
            for source in _sources(step, contents, published, set()):
                from_source.setdefault(source, []).append(step)
        told: set[int] = set()
        for source, found in from_source.items():
            way_of = _event_of if source[0] == _PIECE else source_of
            ways = list({way_of(step): step for step in reversed(found)}.values())[::-1]
            if len(ways) > 1 and not _take_turns(ways) and told.isdisjoint(map(id, ways)):
                told |= set(map(id, ways))
                yield Repeat("routes", ways)


def _take_turns(steps: list[StepFacts]) -> bool:
    """Whether each takes other lines of a table: those without a mark, or the line of the day on days of its own."""
    if not all(map(_is_picked, steps)):
        return False
    if all(_takes_what_is_unmarked(step) for step in steps):
        return True
    times = [timetable_of(step.automation) for step in steps]
    days = [day for each in times if each is not None for day in each.days]
    return None not in times and len(set(days)) == len(days)


def _sources(
    step: StepFacts, contents: Contents, published: dict[str, list[StepFacts]], seen: set[str]
) -> Iterator[Slot]:
    """Where the matter of a post comes from in the end."""
    telling: dict[Slot, set[object]] = {}
    for slot in contents.of(step).slots:
        if slot[0] not in ("media", "link") and slot[-1] in TELLING_FIELDS:
            telling.setdefault(slot[:-1], set()).add(slot[-1])
    for source, fields in telling.items():
        if source[0] == "posts of":
            author = str(source[1])
            if author not in seen and not passes_over_copies(step.automation):
                seen.add(author)
                for each in published.get(author, ()):
                    yield from _sources(each, contents, published, seen)
        elif source[0] in _ARRIVES:
            yield source
            if {"title", "url"} <= fields:  # one and the same piece, whichever program tells of it
                yield _PIECE, step.automation.model.purpose


def _event_of(step: StepFacts) -> str:
    """What tells of a piece: two programs may tell of the same one, two feeds are of two minds."""
    return step.automation.event.name


_PIECE = "a piece with a title and an address"
_ARRIVES = ARRIVES | {"table", "address"}


def _after_restart(steps: Iterable[StepFacts], contents: Contents) -> Iterator[Repeat]:
    """What a schedule takes from a table without anything that says which lines have been published."""
    for step in steps:
        once = step.automation.model.once_per
        is_marked = once is not None and once.what in _ONE_BY_ONE
        if not step.automation.event.is_timed or is_marked or not _is_read_from_the_top(step, contents.of(step).slots):
            continue
        if not _may_be_held_back(step) and not _is_picked(step):
            yield Repeat("restart", [step])


def _may_be_held_back(step: StepFacts) -> bool:
    """Whether a condition of another tool stands before it of which nothing is known: it may tell new from old."""
    asked = (guard.expression for guard in step.model.guards) if step.model.origin.importer else ()
    return any(_is_a_name(each.args[0] if each.op == "not" else each) for each in asked)


def _is_a_name(expression: object) -> bool:
    return isinstance(expression, Expression) and expression.op == "path" and len(expression.args) == 1


def _is_picked(step: StepFacts) -> bool:
    """Whether a condition takes the line of the day (``row.day is today``), a mark (``not row.done``), or old posts."""
    return _any_picks(_guards_of(step), step) or any(_asks_own_posts(guard, step) for guard in _guards_of(step))


def _asks_own_posts(guard: Guard, step: StepFacts) -> bool:
    """Whether it chooses among what we have posted before."""
    return any(is_of_own_posts(path, step) for path in guard.expression.paths())


def _takes_what_is_unmarked(step: StepFacts) -> bool:
    return any(not holds and _is_a_column(part, step) for part, holds in _asked(_guards_of(step)))


def _any_picks(guards: Iterable[Guard], step: StepFacts) -> bool:
    return any(_picks(part, holds, step) for part, holds in _asked(guards))


def _guards_of(step: StepFacts) -> Iterable[Guard]:
    return (*step.automation.model.guards, *step.model.guards)


def _asked(guards: Iterable[Guard]) -> Iterator[tuple[Expression, bool]]:
    return (each for guard in guards for each in parts(guard.expression, True))


def _picks(part: Expression, holds: bool, step: StepFacts) -> bool:
    compared = comparison(part)
    if compared is None:
        return _is_a_column(part, step)
    sign, left, right = compared
    if _is_a_column(right, step):
        sign, left, right = FLIPPED.get(sign, sign), right, left
    if not _is_a_column(left, step) or not holds:
        return False
    is_soon = sign in ("<", "<=") and right.op == "duration"
    return is_soon or right.op == "flag" or (sign == "=" and right.text in ("today", "now"))


def _is_a_column(expression: Expression, step: StepFacts) -> bool:
    """Whether it is a column of a table that was fetched."""
    if expression.op != "path" or len(expression.args) < 2:
        return False
    made = step.values.get(str(expression.args[0]))
    return made is not None and isinstance(made.source, Target) and made.source.kind == ROWS


def _is_read_from_the_top(step: StepFacts, slots: Iterable[Slot]) -> bool:
    """Whether a table or a feed fills it, and nothing that is measured or worked out anew stands beside it."""
    old = {slot for slot in slots if slot[0] == "table" or (slot[0] == "address" and is_feed(slot[1])) or _is_own(slot)}
    new = any(slot[0] in _NEW_EACH_TIME for slot in slots if slot not in old) or _is_measured(step, old)
    return not new and any(slot[-1] != NUMBER_OF for slot in old)


def _is_own(slot: Slot) -> bool:
    """Whether what we have posted before fills it."""
    return slot[:2] == ("people", OWN_POSTS)


def _is_measured(step: StepFacts, columns: Iterable[Slot]) -> bool:
    """Whether each row of a table is of another moment, as with instruments or tides; nothing of it is text to read."""
    fields = {str(field) for *_, field in columns}
    if not fields.isdisjoint(TELLING_FIELDS | {"name"}):
        return False
    assert step.model.text is not None
    called = [str(table) for _, table, *_ in columns] + [root for root, *_ in step.model.text.paths()]
    words = {word for name in called for word in re.findall(r"[^\W\d_]+", name.casefold())}
    return not fields.isdisjoint(MEASURED_FIELDS) or not words.isdisjoint(INSTRUMENTS)


_NEW_EACH_TIME = frozenset(("program", "address"))
_ONE_BY_ONE = frozenset(("row", "item", "payload"))
