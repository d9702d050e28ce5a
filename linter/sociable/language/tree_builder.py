"""Lark's parse tree to ``ast``; imported only when Lark is."""

from collections.abc import Callable

from lark import Transformer, v_args

from sociable.language import ast
from sociable.language.syntax_nodes import Node
from sociable.records.static import Any

MessageReader = Callable[[int, int], ast.Message]


@v_args(meta=True, inline=True)
class TreeBuilder(Transformer[Any, Any]):
    """One method a grammar rule; every node gets offsets in the page."""

    def __init__(self, offset: int, message: "MessageReader") -> None:
        super().__init__()
        self.offset = offset
        self.message = message

    def transform(self, tree: Any) -> Any:
        from lark.exceptions import VisitError

        try:
            return super().transform(tree)
        except VisitError as error:
            raise error.orig_exc from None

    def __default__(self, data: str, children: list[Any], meta: Any) -> Any:
        """What is named like a node is made of what stands there, in order; all else is told by its name."""
        told = tuple(str(each) if isinstance(each, str) else each for each in children)
        made = Node.classes.get("".join(part.title() for part in data.split("_")))
        return (data, told) if made is None else made._make((*told, *self._where(meta)))

    def _where(self, meta: Any) -> tuple[int, int]:
        return self.offset + meta.start_pos, self.offset + meta.end_pos

    def _message(self, token: Any) -> ast.Message:
        return self.message(self.offset + token.start_pos, self.offset + token.end_pos)

    def _joined(self, tokens: tuple[Any, ...]) -> ast.Message:
        """Texts that follow each other are one text, as in Python."""
        messages = [self._message(token) for token in tokens]
        parts: list[str | ast.Path] = []
        for message in messages:
            between = (" ",) if parts and message.parts else ()
            for part in (*between, *message.parts):
                if parts and isinstance(part, str) and isinstance(parts[-1], str):
                    parts[-1] += part
                else:
                    parts.append(part)
        return ast.Message(tuple(parts), messages[0].at, messages[-1].end)

    def start(self, _meta: Any, *declarations: ast.Declaration) -> list[ast.Declaration]:
        return list(declarations)

    def list_of(self, meta: Any, name: Any, words: ast.Words) -> ast.ListOf:
        return ast.ListOf(str(name), words.words, *self._where(meta))

    def define(self, meta: Any, name: Any, *rest: Any) -> ast.Define:
        return ast.Define(str(name), tuple(rest[:-1]), rest[-1], *self._where(meta))

    def rule(self, meta: Any, name: Any, *parts: Any) -> ast.Rule:
        path, message, shows, because, suggest, cases, fix = parts[-1]
        return ast.Rule(
            name=str(name),
            severities=tuple(part for part in parts if isinstance(part, ast.Severity)),
            confidence=_last(_told(parts, "confidence")) or "high",
            profiles=_told(parts, "profile"),
            preview=_last(_told(parts, "preview")) or "",
            formerly=_told(parts, "formerly"),
            habits=_told(parts, "habit"),
            subsumes=_told(parts, "subsumes"),
            beside=tuple(part for part in parts if isinstance(part, ast.Beside)),
            cites=tuple(part for part in parts if isinstance(part, ast.Cites)),
            **self._asked(parts),
            report=path,
            message=message,
            shows=shows,
            because=because,
            suggest=suggest,
            cases=cases,
            fix=fix,
            at=self.offset + meta.start_pos,
            end=self.offset + meta.end_pos,
        )

    def question(self, meta: Any, *parts: Any) -> ast.Question:
        return ast.Question(**self._asked(parts), at=self.offset + meta.start_pos, end=self.offset + meta.end_pos)

    def _asked(self, parts: Any) -> dict[str, Any]:
        """What is gone through and what is asked of it."""
        bindings = tuple(part for part in parts if isinstance(part, ast.Binding | ast.Grouping | ast.Pairing))
        return {"bindings": bindings, "when": _last(_told(parts, "when")), "unless": _told(parts, "unless")}

    def severity(self, meta: Any, level: Any, *rest: Any) -> ast.Severity:
        condition = rest[-1] if rest and isinstance(rest[-1], ast.Condition) else None
        return ast.Severity(
            str(level), _told(rest, "platforms"), _told(rest, "profiles"), condition, *self._where(meta)
        )

    def preview(self, _meta: Any, version: Any) -> tuple[str, tuple[str, ...]]:
        return "preview", (str(version)[1:-1],)

    def beside(self, _meta: Any, *parts: Any) -> ast.Beside:
        *others, says = parts
        return ast.Beside(tuple(others), self._message(says))

    def cites(self, meta: Any, *parts: Any) -> ast.Cites:
        *facts, condition = parts
        return ast.Cites(tuple(map(str, facts)), condition, *self._where(meta))

    def binding(self, meta: Any, kind: Any, name: Any, source: ast.Path | None = None) -> ast.Binding:
        return ast.Binding(str(kind), str(name), source, *self._where(meta))

    def grouping(self, meta: Any, name: Any, kind: Any, member: Any, *keys: ast.Path) -> ast.Grouping:
        return ast.Grouping(str(name), str(kind), str(member), keys, *self._where(meta))

    def report(self, _meta: Any, path: ast.Path, message: Any, *rest: Any) -> tuple[Any, ...]:
        fix = rest[-1] if isinstance(rest[-1], ast.Fix) else None
        cases = tuple(each for each in rest if isinstance(each, ast.Case))
        *shows, because, suggest = (each for each in rest if not isinstance(each, ast.Case | ast.Fix))
        return path, self._message(message), tuple(shows), because, suggest, cases, fix

    def report_when(self, meta: Any, *parts: Any) -> ast.Case:
        return self._case("report", meta, parts)

    def see_when(self, meta: Any, *parts: Any) -> ast.Case:
        return self._case("see", meta, parts)

    def because_when(self, meta: Any, *parts: Any) -> ast.Case:
        return self._case("because", meta, parts)

    def suggest_when(self, meta: Any, *parts: Any) -> ast.Case:
        return self._case("suggest", meta, parts)

    def _case(self, part: str, meta: Any, parts: tuple[Any, ...]) -> ast.Case:
        *texts, condition = parts
        return ast.Case(part, self._joined(tuple(texts)), condition, *self._where(meta))

    def fix(self, meta: Any, safety: Any, *parts: Any) -> ast.Fix:
        *when, (action, path, key, word, text) = parts
        condition = when[0] if when else None
        return ast.Fix(str(safety), action, path, key, word, text, condition, *self._where(meta))

    def fix_when(self, _meta: Any, condition: ast.Condition) -> ast.Condition:
        return condition

    def replace(self, _meta: Any, path: ast.Path, what: Any) -> tuple[Any, ...]:
        return "replace", path, "", *self._word_or_text(what)

    def remove(self, _meta: Any, path: ast.Path) -> tuple[Any, ...]:
        return "remove", path, "", "", None

    def set_key(self, _meta: Any, key: Any, path: ast.Path, what: Any) -> tuple[Any, ...]:
        return "set", path, str(key), *self._word_or_text(what)

    def add_word(self, _meta: Any, word: Any, key: Any, path: ast.Path) -> tuple[Any, ...]:
        return "add", path, str(key), str(word), None

    def begin(self, _meta: Any, path: ast.Path, text: Any) -> tuple[Any, ...]:
        return "begin", path, "", "", self._message(text)

    def _word_or_text(self, token: Any) -> tuple[str, ast.Message | None]:
        return ("", self._message(token)) if token.type == "STRING" else (str(token), None)

    def because(self, _meta: Any, *texts: Any) -> ast.Message:
        return self._joined(texts)

    suggest = because

    def show(self, _meta: Any, what: ast.Path | ast.Binding, label: Any) -> ast.Show:
        if isinstance(what, ast.Binding):
            return ast.Show(ast.Path((what.variable,), what.at, what.end), self._message(label), what)
        return ast.Show(what, self._message(label))

    shown_each = binding

    def any_of(self, meta: Any, *operands: ast.Condition) -> ast.Or:
        return ast.Or(operands, *self._where(meta))

    def all_of(self, meta: Any, *operands: ast.Condition) -> ast.And:
        return ast.And(operands, *self._where(meta))

    def is_not(self, meta: Any, left: ast.Path, word: Any) -> ast.Not:
        where = self._where(meta)
        return ast.Not(ast.Is(left, str(word), *where), *where)

    def not_in(self, meta: Any, left: ast.Path, right: ast.Words | ast.Path) -> ast.Not:
        where = self._where(meta)
        return ast.Not(ast.In(left, right, *where), *where)

    def quantified(
        self,
        meta: Any,
        quantity: tuple[str, tuple[str, ...]],
        kind: Any,
        name: Any,
        source: ast.Path,
        body: ast.Condition,
    ) -> ast.Quantified:
        how, number = quantity[0].replace("_", " "), int(_last(quantity[1]) or 0)
        return ast.Quantified(how, number, str(kind), str(name), source, body, *self._where(meta))

    def call(self, meta: Any, name: Any, *arguments: ast.Path) -> ast.Call:
        return ast.Call(str(name), arguments, *self._where(meta))

    def number(self, meta: Any, token: Any) -> ast.Number:
        return ast.Number(int(token), *self._where(meta))

    def path(self, meta: Any, *names: Any) -> ast.Path:
        return ast.Path(tuple(map(str, names)), *self._where(meta))

    def words(self, meta: Any, *names: Any) -> ast.Words:
        return ast.Words(tuple(map(str, names)), *self._where(meta))


def _told(parts: Any, name: str) -> tuple[Any, ...]:
    """What all parts of this name tell."""
    return tuple(each for part in parts if type(part) is tuple and part[0] == name for each in part[1])


def _last(told: tuple[Any, ...]) -> Any:
    return told[-1] if told else None
