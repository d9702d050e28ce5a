"""What a page may tell a fix to do, and to what."""

import re

from sociable.language import ast
from sociable.language.scope import PageScope
from sociable.language.types import Kind, Scope, Type
from sociable.vocabulary.settable import LISTS, STATES_A_FACT
from sociable.vocabulary.values import FIX_SAFETY
from sociable.vocabulary.verbs import VERBS

SHOWABLE = frozenset(("string", "number", "word", "person"))
"""The types that can be shown in a sentence, as some kinds can."""

_SENTENCE = re.compile(r"[A-Z][\w .,!?()-]* ")
"""What may stand before a text whatever quotes that is in."""


class FixChecks(PageScope):
    """Checks texts with places in them, and fixes."""

    def message(self, message: ast.Message, scope: Scope) -> None:
        """Each place of a text has to lead to what can be shown in a sentence."""
        for part in message.parts:
            if isinstance(part, ast.Path):
                shown = self.type_of(part, scope)
                if shown is not None and shown.name not in (*SHOWABLE, *self.kinds.names(lambda row: row.shown)):
                    self.say(part, f"`{part.text}` is {shown}, which cannot be shown in a sentence")

    def fix(self, fix: ast.Fix, scope: Scope) -> ast.Fix:
        """The fix with lists and defines written out."""
        if fix.safety not in FIX_SAFETY:
            self.unknown(fix, "kind of fix", fix.safety, FIX_SAFETY)
        if fix.text is not None:
            self.message(fix.text, scope)
        changed = self.type_of(fix.path, scope)
        if changed is not None and changed.name == "list":
            changed = Type(changed.of)
        if changed is not None:
            self._change(fix, changed)
        return fix._replace(when=fix.when.checked(self, scope)) if fix.when else fix

    def _change(self, fix: ast.Fix, changed: Type) -> None:
        row = self.kinds.rows.get(changed.name)
        match fix.action:
            case "replace" if fix.text is not None:
                self._can(fix, changed, row is not None and row.is_word, "only a word that names something is replaced")
            case "replace":
                if self._can(fix, changed, changed.name == "step", "only a step has a verb") and fix.word not in VERBS:
                    self.unknown(fix, "verb", fix.word, VERBS)
            case "remove":
                self._can(fix, changed, row is not None and row.removable, "nothing like that is taken out")
            case "begin":
                if self._can(fix, changed, changed.name == "text", "only a text begins with something"):
                    self._sentence(fix)
            case _:
                if self._can(fix, changed, row is not None and row.settable, "no key of it is set") and row is not None:
                    self._key(fix, changed, row)

    def _can(self, fix: ast.Fix, changed: Type, fits: object, why_not: str) -> bool:
        if not fits:
            self.say(fix.path, f"`{fix.path.text}` is {changed}, and {why_not}")
        return bool(fits)

    def _sentence(self, fix: ast.Fix) -> None:
        parts = fix.text.parts if fix.text else ()
        if len(parts) != 1 or not isinstance(parts[0], str) or not _SENTENCE.fullmatch(parts[0]):
            self.say(fix, "this cannot stand before a text", "Write a plain sentence that ends with a blank.")

    def _key(self, fix: ast.Fix, changed: Type, row: Kind) -> None:
        keys = row.settable
        if fix.key in STATES_A_FACT:
            advice = "Ask for it in `suggest`, and let the fix change what happens."
            self.say(fix, f"`{fix.key}` says what only people know, so no fix sets it", advice)
        elif fix.key not in keys:
            self.unknown(fix, f"key of {changed} that a fix can set", fix.key, keys)
        elif (fix.action == "add") != (fix.key in LISTS):
            how = f"add … to {fix.key}" if fix.key in LISTS else f"set {fix.key} of … to …"
            self.say(fix, f"`{fix.key}` holds {'a list' if fix.key in LISTS else 'one value'}", f"Write `{how}`.")
        elif fix.text is None and keys[fix.key] and fix.word not in keys[fix.key]:
            self.unknown(fix, f"word for `{fix.key}`", fix.word, keys[fix.key])
