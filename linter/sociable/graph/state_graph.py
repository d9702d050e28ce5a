"""The graph of what can follow from what, over classes of accounts that behave alike.

States are events that happen: what, at whose account, by whom. What makes no difference to the
account it happens at is left out of a state, and accounts that nobody could tell apart are one class,
so the graph stays small however many accounts there are.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from sociable.facts.facts import AccountFacts
from sociable.graph.brakes import rates_of
from sociable.graph.heard_words import HeardWords
from sociable.graph.left_out import LeftOut, Sort
from sociable.graph.reactions import (
    Reaction,
    StepTest,
    by_name,
    heard_by_words,
    is_certain,
    listens_to,
    watched_elsewhere,
)
from sociable.graph.states import Edge, Firing, Node, Saying, State
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.text.substrings import Substrings

if TYPE_CHECKING:
    from sociable.graph.strangers import Strangers

_MOST_CARRIED = 8
"""Words that copies carry on are only followed if there are no more: their sets would be too many."""

_WHATEVER = Saying(frozenset(), is_open=True)


class StateGraph:
    """Account classes and the graph of states over them.

    Accounts are of one class when nobody could tell them apart: neither another account, nor one of
    the ``required`` tests, nor somebody who watches how a walk ends. With ``surely``, somebody only hears words that
    are certain to be said: of strangers nothing is taken for granted.
    """

    def __init__(self, reactions: list[Reaction], required: list[StepTest], surely: bool = False) -> None:
        self._surely = surely
        self._required = required
        self.own: dict[AccountFacts, list[Reaction]] = {}
        for each in reactions:
            self.own.setdefault(each.automation.account, []).append(each)
        for each in reactions:
            if each.to is not None:
                self.own.setdefault(each.to, [])
        self._read_texts(reactions)
        named = {
            name
            for each in reactions
            for name in (*(each.transition.names or ()), *(each.transition.actors.only or ()))
        }
        self._by_name = by_name(self.own, named.union(*(each.transition.actors.shunned for each in reactions)))
        named |= {each.to.id.casefold() for each in reactions if each.to is not None}
        self._labels_count = any(each.transition.ignores_bots for each in reactions)
        self._handles_asked = {
            handle
            for each in reactions
            for handle in (*(each.transition.actors.only or ()), *each.transition.actors.shunned)
        }
        self._left_out = LeftOut(self.own, named)
        sorts = self._sorts(named)
        while self._left_out.tell_apart(sorts):
            sorts = self._sorts(named)
        self.members: list[list[AccountFacts]] = []
        self.class_of: dict[AccountFacts, int] = {}
        self._reactions: list[dict[str, list[Reaction]]] = []
        self._listeners: dict[tuple[object, ...], list[int]] = {}
        self._curious: set[tuple[str, int]] = set()
        self._answers: set[tuple[str, int]] = set()
        self._classify(sorts)
        self._answering_under: dict[tuple[tuple[object, ...], ...], Strangers] = {}
        self._fired: dict[tuple[Reaction, int | None, Saying], Firing] = {}
        self._firings: dict[State, list[Firing]] = {}
        self._waiting: dict[tuple[int, str], HeardWords] = {}
        self._stated: dict[State, State] = {}
        self._stands_for: dict[tuple[int, tuple[Reaction, ...]], int] = {}
        self._seen_as: dict[tuple[int, str, int], int] = {}

    def _read_texts(self, reactions: list[Reaction]) -> None:
        """For each text that is known beforehand, the words in it that somebody waits for; and those that ever come."""
        self._worded = heard_by_words(reactions)
        words = Substrings(word for each in reactions for word in each.transition.words.all)
        speaking = [each for each in reactions if each.transition.emits in self._worded]
        found = {text: words.found_in(text) for text in dict.fromkeys(each.said.certain for each in speaking)}
        self._words_said = frozenset().union(*found.values())
        self._carried = self._words_said if len(self._words_said) <= _MOST_CARRIED else frozenset()
        self._sayings = {said: Saying(found[said.certain], said.is_open) for said in {each.said for each in speaking}}

    def _saying(self, each: Reaction) -> Saying | None:
        """What it says, where it is said to somebody who waits for words."""
        return self._sayings.get(each.said) if each.transition.emits in self._worded else None

    def _doing(self, each: Reaction) -> object:
        """What tells a reaction from others, but for whose it is and whom it names."""
        step = each.step
        return (
            (each.transition.hears, each.transition.emits, each.transition.how, self._saying(each)),
            each.repeats,
            (each.transition.ignores_bots, each.transition.bound, any(rates_of(step))),
            each.transition.words.among(self._words_said),
            (step.verb.name, step.aim.kind, is_certain(each), *(wanted(step) for wanted in self._required)),
        )

    def _naming(self, each: Reaction) -> object:
        """Whom of ours it names, but for those whom it leaves out."""
        return each.to.id if each.to else "", self._named(each), self._left_out.telling(each.transition.actors)[0]

    def _named(self, each: Reaction) -> frozenset[str] | None:
        """Those of ours to whom it listens."""
        return (
            None
            if each.transition.names is None
            else frozenset(name for name in each.transition.names if name in self._by_name)
        )

    def _sorts(self, named: set[str]) -> dict[AccountFacts, Sort]:
        """What tells accounts apart."""
        does: dict[object, int] = {}
        kinds: dict[object, int] = {}
        self.kinds: dict[Reaction, int] = {}
        spoken_of = self._handles_asked | named
        sorts: dict[AccountFacts, Sort] = {}
        for account, own in self.own.items():
            plain = [does.setdefault((self._doing(each), self._naming(each)), len(does)) for each in own]
            for each, number in zip(own, plain, strict=True):
                self.kinds[each] = kinds.setdefault((number, self._without(each)), len(kinds))
            spoken = account not in self._left_out.spared and not spoken_of.isdisjoint(account.known_as)
            alone = account.id if spoken or account in self._left_out.told else ""
            kind = (self._shown(account), alone, frozenset(Counter(plain).items()))
            unmet = {(number, name) for each, number in zip(own, plain, strict=True) for name in self._without(each)}
            exactly = frozenset(self.kinds[each] for each in own) if unmet else None
            sorts[account] = Sort(kind, frozenset((*unmet, *self._left_out.by(account))), exactly)
        return sorts

    def _without(self, each: Reaction) -> frozenset[str]:
        """The names of those whom it leaves out, and who are told apart for that."""
        return self._left_out.telling(each.transition.actors)[1]

    def _shown(self, account: AccountFacts) -> Hashable:
        """What others may see of an account, but for its names."""
        labelled = account.model.automated_label if self._labels_count else ""
        return account.platform, labelled, bool(account.handles) if self._handles_asked else True

    def _answering(self, account: AccountFacts) -> Hashable:
        """What an account is like to those whom it does not name, and who answer it."""
        answers = (
            each for each in self.own[account] if each.transition.how == "back" and each.transition.names is None
        )
        return self._shown(account), frozenset(
            (self._doing(each), each.transition.actors.only is None) for each in answers
        )

    def _classify(self, sorts: dict[AccountFacts, Sort]) -> None:
        numbers: dict[Sort, int] = {}
        for account, sort in sorts.items():
            number = numbers.setdefault(sort, len(numbers))
            if number == len(self.members):
                self._add_class(self.own[account], number)
            self.members[number].append(account)
            self.class_of[account] = number

    def _add_class(self, own: list[Reaction], number: int) -> None:
        self.members.append([])
        heard: dict[str, list[Reaction]] = {}
        for each in own:
            heard.setdefault(each.transition.hears, []).append(each)
            if each.is_choosy:
                self._curious.add((each.transition.hears, number))
            if each.transition.how == "back":
                self._answers.add((each.transition.hears, number))
        self._reactions.append(heard)
        for event, listening in heard.items():
            for needs in {need for each in listening for need in self._needs(each)}:
                self._listeners.setdefault((event, *needs), []).append(number)

    def _needs(self, each: Reaction) -> Iterator[tuple[str, object]]:
        """Under what a listener is found on its platform: by one whom it names, by a word, or by anything.

        Elsewhere it is found only by those whom it names.
        """
        if each.transition.names is not None:
            yield from ((each.platform, ("by", name)) for name in each.transition.names)
            yield from (("elsewhere", account.id) for account in watched_elsewhere(each, self._by_name))
        elif each.transition.words.needed:
            yield each.platform, "unknown words"
            yield from ((each.platform, ("word", word)) for word in each.transition.words.needed[0] & self._words_said)
        else:
            yield each.platform, "anything"

    def add_likeness(self, stranger: AccountFacts, of: AccountFacts) -> None:
        """Take in somebody who does the same as an account, and whom nobody here knows."""
        self.own[stranger] = self.own[of]
        self.class_of[stranger] = self.class_of[of]
        self.members[self.class_of[of]].append(stranger)

    @cached_property
    def alike(self) -> dict[tuple[AccountFacts, int], list[Reaction]]:
        """What an account does of one kind."""
        found: dict[tuple[AccountFacts, int], list[Reaction]] = {}
        for account, own in self.own.items():
            for each in own:
                found.setdefault((account, self.kinds[each]), []).append(each)
        return found

    def states(self) -> list[State]:
        """Where a loop can begin: anything that somebody of ours can do to somebody of ours who listens.

        A loop on which something is done to anybody but whoever acted before can begin there. So answers are
        only looked at where the other one answers as well.
        """
        found: dict[State, None] = {}
        for number, heard in enumerate(self._reactions):
            for each in (each for own in heard.values() for each in own):
                for place in (
                    self._partners(each, number) if each.transition.how == "back" else self._places(each, number)
                ):
                    found[self._state(each, place, number, _WHATEVER)] = None
        return list(found)

    def _partners(self, each: Reaction, at: int) -> Iterable[int]:
        """The classes with whose members those of class ``at`` are to be looked at answering each other."""
        from sociable.graph.strangers import Strangers

        under = self._heard_under(each, self.members[at][0])
        answering = self._answering_under.get(under)
        if answering is None:
            places = (
                place
                for place in self._hearers(each, self.members[at][0])
                if (each.transition.emits, place) in self._answers
            )
            answering = self._answering_under[under] = Strangers(places, self._sorts_of_answers)
        return self._others(answering.partners(self._known[at]), at)

    @cached_property
    def _known(self) -> list[set[int]]:
        """Of each class, those whom it names or who name it."""
        from sociable.graph.strangers import acquainted

        return acquainted(map(self._named_by, range(len(self.members))))

    @cached_property
    def _sorts_of_answers(self) -> list[Hashable]:
        return [self._answering(members[0]) for members in self.members]

    def firings(self, state: State) -> list[Firing]:
        """The reactions that a state sets off."""
        known = self._firings.get(state)
        if known is None:
            known = self._firings[state] = [
                self._firing(each, state) for each in self._likely(state) if self._admits(each, state)
            ]
        return known

    def _likely(self, state: State) -> Sequence[Reaction]:
        """The reactions that a state may set off, as far as single words tell."""
        reactions = self._reactions[state.at].get(state.event, [])
        if state.said is None or (state.said.is_open and not self._surely):
            return reactions
        waiting = self._waiting.get((state.at, state.event))
        if waiting is None:
            waiting = self._waiting[state.at, state.event] = HeardWords(reactions)
        return waiting.likely(state.said.words)

    def _firing(self, each: Reaction, state: State) -> Firing:
        heard = (state.said or _WHATEVER) if each.repeats else _WHATEVER
        key = each, state.by if each.transition.how == "back" else None, heard
        known = self._fired.get(key)
        if known is None:
            after = (self._state(each, place, state.at, heard) for place in self._after(each, state))
            known = self._fired[key] = Firing(each, after)
        return known

    def forget_the_search(self) -> None:
        """Let go of what nobody asks for who knows the components."""
        for kept in (
            *(self._fired, self._firings, self._stated, self._stands_for, self._seen_as),
            *(self._waiting, self._listeners, self._answering_under, self._sayings),
        ):
            kept.clear()
        self._reactions.clear()
        for name in ("_known", "_sorts_of_answers"):
            self.__dict__.pop(name, None)

    def successors(self, node: Node) -> Iterator[Node]:
        """What follows from a state or a firing, for the search for components."""
        return iter(node.after if isinstance(node, Firing) else self.firings(node))

    def other(self, number: int, account: AccountFacts) -> AccountFacts:
        """A member of a class that is not this account, and can meet it."""
        others = (each for each in self.members[number] if each is not account)
        return next((each for each in others if self._left_out.may_meet(account, each)), self.members[number][0])

    def _state(self, each: Reaction, place: int, at: int, heard: Saying) -> State:
        by = (
            self._as_seen(at, each.transition.emits, place) if (each.transition.emits, place) in self._curious else None
        )
        state = State(each.transition.emits, place, by, self._said(each, heard))
        return self._stated.setdefault(state, state)

    def _as_seen(self, by: int, event: str, place: int) -> int:
        """Who stands for an actor in an event at a class: where nobody is answered, only what is set off counts."""
        if (event, place) in self._answers:
            return by
        known = self._seen_as.get((by, event, place))
        if known is not None:
            return known
        actor = self.members[by][0]
        heeding = tuple(each for each in self._reactions[place][event] if self._heeds(each, place, actor))
        known = self._seen_as[by, event, place] = self._stands_for.setdefault((place, heeding), by)
        return known

    def _said(self, each: Reaction, heard: Saying) -> Saying | None:
        """What it says because of what was ``heard``: a copy carries that on."""
        own = self._saying(each)
        if own is None or not each.repeats:
            return own
        if self._surely:  # it has been heard, so what it waits for was said
            return Saying(
                own.words | heard.words | each.transition.words.all - each.transition.words.shunned, own.is_open
            )
        is_open = own.is_open or heard.is_open or not self._carried
        return Saying(own.words | (heard.words & self._carried), is_open)

    def _admits(self, each: Reaction, state: State) -> bool:
        said = state.said
        if said is not None and not each.transition.words.admit(said.words, said.is_open and not self._surely):
            return False
        return state.by is None or self._heeds(each, state.at, self.members[state.by][0])

    def _heeds(self, each: Reaction, at: int, actor: AccountFacts) -> bool:
        if actor.platform != each.platform and actor not in watched_elsewhere(each, self._by_name):
            return False
        return listens_to(each, actor, even_shunned=self._spares(self.members[at][0], actor))

    def _spares(self, one: AccountFacts, other: AccountFacts) -> bool:
        return one in self._left_out.spared and other in self._left_out.spared

    def _after(self, each: Reaction, state: State) -> Iterable[int]:
        if each.transition.how == "back":
            assert state.by is not None, "whoever answers cares who it was"
            there = self.members[state.by][0].platform == self.members[state.at][0].platform
            return (state.by,) if there else ()
        return self._places(each, state.at)

    def _places(self, each: Reaction, at: int) -> list[int]:
        """The classes that may notice what a member of class ``at`` does; nobody notices what they do to themselves."""
        if each.transition.how == "self":
            return [at]
        if each.to is not None:
            return self._others([self.class_of[each.to]], at)
        return self._others(self._hearers(each, self.members[at][0]), at)

    def _others(self, places: Iterable[int], at: int) -> list[int]:
        return [place for place in places if place != at or len(self.members[at]) > 1]

    def _hearers(self, each: Reaction, actor: AccountFacts) -> list[int]:
        return sorted({number for key in self._heard_under(each, actor) for number in self._listeners[key]})

    def _heard_under(self, each: Reaction, actor: AccountFacts) -> tuple[tuple[object, ...], ...]:
        """Under what those are found who may notice what somebody does."""
        said = self._saying(each)
        needs: list[object] = ["anything", *(("by", name) for name in actor.known_as)]
        is_known = said is not None and not said.is_open and not each.repeats
        needs += [("word", word) for word in said.words] if said is not None and is_known else ["unknown words"]
        keys = [(each.transition.emits, actor.platform, need) for need in needs]
        keys.append((each.transition.emits, "elsewhere", actor.id))
        return tuple(key for key in keys if key in self._listeners)

    def _named_by(self, number: int) -> Iterator[int]:
        """The classes of those whom a class names: whom it speaks to or of, whom alone it hears, whom it leaves out."""
        for each in (each for own in self._reactions[number].values() for each in own):
            names = (*(each.transition.names or ()), *(each.transition.actors.only or ()), *self._without(each))
            yield from (self.class_of[account] for name in names for account in self._by_name.get(name, ()))
            if each.to is not None:
                yield self.class_of[each.to]


class Component(Record):
    """Edges each of which lies on a closed walk of the others; firings lead only to states of theirs."""

    graph: StateGraph
    edges: list[Edge]
