"""What a page knows at each place: variables, lists and defines; and what is wrong with how they are used."""

from collections.abc import Iterable

from sociable.findings.problem import Problem
from sociable.language import ast
from sociable.language.parser import problem
from sociable.language.protocols import Placed
from sociable.language.types import Kinds, Scope, Type
from sociable.language.visitor import Use, written_out
from sociable.records.record import Record
from sociable.text.source import Source
from sociable.text.suggest import did_you_mean


class Shared(Record):
    """What all pages may use. ``unread`` are the names of what could not be parsed: of its uses nothing is said."""

    lists: dict[str, ast.ListOf]
    defines: dict[str, ast.Define]
    unread: frozenset[str] = frozenset()


class PageScope:
    """The words of one page about these ``kinds``; ``problems`` holds what is wrong with it.

    ``shared`` is what the page may use; what it declares itself is added there.
    """

    def __init__(self, source: Source, shared: Shared, kinds: Kinds) -> None:
        self.source = source
        self.shared = shared
        self.kinds = kinds
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.uses = 0
        self.rests_on_unread = False
        """Whether something was used of which is not known what it says: what uses it can't be run."""

    def inside(self, kind: str, variable: str, source: ast.Path, at: Placed, scope: Scope) -> Scope:
        """What is known where a variable goes through a list."""
        inner = dict(scope)
        self._listed(kind, source, at, scope)
        self._introduce(variable, self._kind(kind), inner, at)
        return inner

    def list_called(self, name: ast.Path) -> ast.Words | None:
        """The words of a list, at the place of its name; nothing, and why, if there is none."""
        listed = self.shared.lists.get(name.text)
        if listed is not None:
            return ast.Words(listed.words, name.at, name.end)
        self._lacking(name, "list", name.text, self.shared.lists)
        return None

    def use_of(self, call: ast.Call, scope: Scope) -> ast.Condition | None:
        """The body of a define as it reads where it is used; nothing, and why, if that makes no sense."""
        define = self.shared.defines.get(call.name)
        if define is None:
            self._lacking(call, "define", call.name, self.shared.defines)
            self.used.update(argument.names[0] for argument in call.arguments)
            return None
        if len(call.arguments) != len(define.parameters):
            self.say(call, f"`{call.name}` takes {len(define.parameters)}, but is given {len(call.arguments)}")
            return None
        given: dict[str, ast.Path] = {}
        for argument, parameter in zip(call.arguments, define.parameters, strict=True):
            self.expect(argument, parameter.kind, scope)
            given[parameter.name] = argument
        self.uses += 1
        body: ast.Condition = written_out(define.body, Use(given, f"'{self.uses}", call.at, call.end))
        return body

    def _lacking(self, at: Placed, what: str, name: str, known: Iterable[str]) -> None:
        """Says that something does not exist, unless it was told before that it could not be read."""
        if name in self.shared.unread:
            self.rests_on_unread = True
        else:
            self.unknown(at, what, name, known)

    def expect(self, path: ast.Path, wanted: str, scope: Scope) -> None:
        found = self.type_of(path, scope)
        if found is not None and found.name != wanted:
            self.say(path, f"`{path.text}` is {found}, but here {Type(wanted)} is needed")

    def type_of(self, path: ast.Path, scope: Scope) -> Type | None:
        """The type of a path; tells what is wrong with it and returns nothing otherwise."""
        variable, *names = path.names
        if variable not in scope:
            self.unknown(path, "variable", variable, scope)
            return None
        self.used.add(variable)
        current = scope[variable]
        for name in names:
            if current is None:
                return None
            known = self.kinds.attributes(current)
            if name not in known:
                self.unknown(path, f"attribute of {current}", name, known)
                return None
            current = known[name].type
        return current

    def _listed(self, kind: str, source: ast.Path, at: Placed, scope: Scope) -> None:
        """``KIND … in SOURCE``: the source has to be a list of that kind."""
        found = self.type_of(source, scope)
        if kind not in self.kinds.rows:
            self.unknown(at, "kind", kind, self.kinds.rows)
        elif found is not None and found != Type("list", kind):
            self.say(source, f"`{source.text}` is {found}, not a list of {kind}s")

    def _introduce(self, name: str, kind: Type | None, scope: Scope, at: Placed) -> None:
        if scope.get(name) is not None:
            self.say(at, f"`{name}` already stands for {scope[name]}", "Choose another name.")
        scope[name] = kind

    def _kind(self, name: str) -> Type | None:
        return Type(name) if name in self.kinds.rows else None

    def unknown(self, at: Placed, what: str, word: str, known: Iterable[str]) -> None:
        names = sorted(known)
        advice = did_you_mean(word, names)
        if not advice and names:
            advice = f"Known: {', '.join(f'`{name}`' for name in names)}."
        self.say(at, f"`{word}` is no {what.replace('_', ' ')}", advice)

    def say(self, at: Placed, message: str, advice: str = "") -> None:
        self.problems.append(problem(self.source, at.at, at.end, message, advice))
