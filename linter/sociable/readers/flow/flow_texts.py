"""Texts of a flow as texts of our own format, with the steps that make what they are filled with."""

import re
from collections.abc import Callable, Iterable, Iterator

from sociable.findings.origin import Origin
from sociable.readers.flow.flow_guards import event_path
from sociable.readers.flow.flow_provenance import Piece, Source
from sociable.readers.flow.key_words import in_words
from sociable.readers.flow.missing_words import crowd
from sociable.readers.flow.page_texts import seen
from sociable.readers.flow.parts import Hole, Part, Ref, Template
from sociable.readers.flow.run import Run
from sociable.readers.names_and_holes import filled
from sociable.setup.model import Expression, Step, Target, Text
from sociable.text.source import Span
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

_FACT = re.compile(
    r"(?:^|[^a-z])(?:id|url|uri|link|category|type|kind|class|status|state|priority|severity|score|rating|count|number"
    r"|amount|price|date|time|day|hour|e.?mail|phone(?:[ _.]?(?:list|numbers?))?|address"
    r"|version|code|sentiment|lang|language|roles?|team|size"
    r"|position|department|company|condition|risk|urgency|level|city|country|location|currency|quantity|total|duration|persona"
    r"|segment|tier|label|intent|decision|grade|stage|percent(?:age)?|discount|cost|fee|budget|deadline"
    r"|(?:lead|first|last|customer|client|candidate|contact|company|product|store|shop|vendor|merchant|brand|event|playlist)"
    r"[ _.]?name)$",
    re.IGNORECASE,
)
"""Keys under which something stands that nobody reads as written by somebody."""

_MOST_HOLES = 60
"""Of one text whose keys are looked at one by one."""


class Texts:
    """Reads texts for one automation on ``event``.

    ``made`` are the steps that the texts so far need, by their node; ``needed`` says which node needs each first.
    """

    __slots__ = ("_event", "_origin_of", "_people", "_run", "made", "needed")

    def __init__(self, run: Run, event: str, origin_of: Callable[[Part], Origin]) -> None:
        self._run = run
        self._event = event
        self._origin_of = origin_of
        self.made: dict[int, Step] = {}
        self.needed: dict[int, int] = {}
        self._people: set[int] = set()

    def text(
        self, template: Template | None, node: int, *, is_picture: bool = False, in_public: bool = False
    ) -> tuple[Text | None, bool]:
        """A text that people see, and whether a program made some of it, of which nothing is known.

        ``in_public`` that says nothing more beside words of a model, which nobody knows either; whom somebody writes
        to by name, they mostly send a form with a figure in it that a model has read out of something.
        A model that only writes can have found a picture and named it, but it did not draw it; and what it says under a
        key such as ``category`` or ``url`` are no words of its own.
        """
        if template is None:
            return None, False
        parts: list[str | Expression] = []
        unclear = is_written = False
        for piece, is_fact in self._pieces(template, node):
            if isinstance(piece, str):
                parts.append(piece)
                continue
            unclear = unclear or piece.kind == "code"
            if piece.kind != "ai" or (self._run.draws if is_picture else not is_fact):
                is_written = is_written or piece.kind == "ai"
                parts.append(self._expression(piece))
            else:
                parts.append(self._named(piece))
        self._need(node)
        return Text(tuple(seen(parts)), template.span), unclear and not (is_written and in_public)

    def _pieces(self, template: Template, node: int) -> Iterator[tuple[Piece, bool]]:
        """The pieces of a text, and whether each stands under a key of facts, where it is made or where it is read."""
        one_by_one = len(template.parts) <= _MOST_HOLES
        for parts in ((part,) for part in template.parts) if one_by_one else (template.parts,):
            refs = parts[0].refs if one_by_one and isinstance(parts[0], Hole) else ()
            is_fact = bool(refs) and all(map(is_called_a_fact, refs))
            for piece in self._run.provenance.pieces(template._replace(parts=parts), node, in_tables=True):
                yield piece, is_fact or (isinstance(piece, Source) and self._is_no_words(piece))

    def _is_no_words(self, source: Source) -> bool:
        """Whether it is a fact, or where the picture lies that a model drew."""
        return is_called_a_fact(source) or self._run.parts[source.node].only_pictures

    def of_sources(self, sources: Iterable[Source], span: Span, node: int) -> Text:
        """A text at a node that holds nothing but the people that these found."""
        for source in sources:
            self.fetch(source.node, self._run.parts[source.node], people=True)
        text = Text(tuple(map(self._expression, sources)), span)
        self._need(node)
        return text

    def of_event(self, path: tuple[str, ...], span: Span) -> Text:
        """A text that holds nothing but this of the event."""
        return Text((_of_event(path),), span)

    def _need(self, node: int) -> None:
        for made in reversed(self.made):
            if made in self.needed:
                break
            self.needed[made] = node

    def _expression(self, source: Source) -> Expression:
        path = event_path(source, self._run, self._event)
        if path is not None:
            return _of_event(path)
        part = self._run.parts[source.node]
        if source.kind == "ai":
            self._generate(source.node, part)
        elif source.kind in ("fetched", "row"):
            self.fetch(source.node, part)
        else:
            return self._named(source)
        return filled((part.name, *source.path[-1:]))

    def _named(self, source: Source) -> Expression:
        """By the name of what gave it, which no step that makes something has as long as a key is behind it."""
        name = " ".join((self._run.parts[source.node].name, *source.path[-1:]))
        return Expression("path", (name,), name)

    def _generate(self, node: int, part: Part) -> None:
        if node in self.made:
            return
        self.made[node] = Step(VERBS["generate"], part.place, None, None)  # before its prompt, which may lead back here
        prompt, _ = self.text(part.text, node) if part.kind == "model" else (None, False)
        produced = ((part.name, prompt or Text((), part.place)),)
        del self.made[node]  # what the prompt needs comes first
        self.made[node] = Step(
            VERBS["generate"], part.place, None, None, produces=produced, origin=self._origin_of(part)
        )

    def fetch(self, node: int, part: Part, via: str = UNSTATED, *, people: bool = False) -> None:
        """Add the step that gets what a text holds, or the ``people`` among it; ``via`` how the platform is reached."""
        if node in self.made and via == UNSTATED and not people:
            return
        if people:
            self._people.add(node)
        via = self.made[node].via if node in self.made and via == UNSTATED else via
        words = part.words or part.name
        source: Text | Target
        if part.kind == "read":
            source = crowd("rows", part.place, words)
        elif part.crowd and part.crowd != "feed":
            source = crowd(part.crowd, part.place, words, people=node in self._people)
        elif part.event:
            source = crowd("matching", part.place, words)
        else:
            source = Text((part.words or "https://",), part.place)
        self.made[node] = Step(
            VERBS["fetch"],
            part.place,
            None,
            None,
            produces=((part.name, source),),
            via=via,
            origin=self._origin_of(part),
        )


def is_called_a_fact(read: Source | Ref) -> bool:
    """Whether something is read under a key that holds a class, a number, a name or an address."""
    return bool(read.path) and _FACT.search(in_words(read.path[-1])) is not None


def _of_event(path: tuple[str, ...]) -> Expression:
    return filled(("event", *path))
