"""Texts beside the lengths that platforms set for them (``rules/text-lengths.json``)."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from sociable.facts.account_kinds import figure_holds
from sociable.facts.facts import Facts, StepFacts
from sociable.facts.provenance import account_facts
from sociable.findings.finding import Citation
from sociable.records.static import Any
from sociable.setup.model import Account, Expression, Step, Text
from sociable.text.source import Span
from sociable.text.wording import as_it_was, counted

_SHORT = 100
"""No platform asks for less of a text; whatever has fewer bytes, and no tag, name or address, need not be measured."""

_COUNTED = {"links": "link", "hashtags": "hashtag", "mentions": "name", "cashtags": "cashtag"}
"""What is counted in a text, in the singular."""


class Overlong:
    """A text of a step, or a part of it, that is longer than one length of its platform."""

    def __init__(self, step: StepFacts, texts: list[Text], size: int, row: dict[str, Any]) -> None:
        self.step = step
        self.size = size
        self.row = row
        self.span: Span = texts[0].span
        self._texts = texts

    @property
    def most(self) -> int:
        """How much the platform takes."""
        return int(self.row["most"])

    @property
    def says(self) -> str:
        """How long it is, as it follows the name of an account."""
        known = all(_is_known(text, self.step.account.model) for text in self._texts)
        least = "" if known else "at least "
        thing = _COUNTED.get(self.row["unit"])
        if thing:
            return f"puts {least}{counted(self.size, thing)} into one text"
        what = "a text" if self.row["part"] in ("text", "caption") else f"{_article(self.row['part'])}"
        return f"writes {what} of {least}{self.size:,} {self.counted_as}"

    @property
    def remedy(self) -> str:
        """What to do about it, in a sentence; of several figures for the same thing, it keeps the least."""
        thing = _COUNTED.get(self.row["unit"])
        if not thing:
            return "Leave something out, or spread the text over two."
        rows = _lengths_of(self.step.account.platform, self.step.verb.name)
        least = min(row["most"] for row in rows if (row["part"], row["what"]) == (self.row["part"], self.row["what"]))
        return f"Keep at most {counted(least, thing)} in the text."

    @property
    def counts_things(self) -> bool:
        """Whether single things are counted in it, and not how long it is."""
        return self.row["unit"] in _COUNTED

    @property
    def counted_as(self) -> str:
        """The unit, in a word for people."""
        unit: str = self.row["unit"]
        return unit if unit in _COUNTED or unit == "bytes" else "characters"

    @property
    def applies(self) -> str:
        """``yes`` where the length holds for this account, ``unstated`` where the files leave that open."""
        return figure_holds(self.row["holds_for"], self.step.account)

    @cached_property
    def evidence(self) -> str:
        """One of ``vocabulary.EVIDENCE``."""
        from sociable.sources.library import library

        return library().documents[self.row["document"]].evidence

    @property
    def citation(self) -> Citation:
        """The document, and what it says of this length."""
        from sociable.sources.library import cite, library
        from sociable.sources.text_lengths import length_says

        found = cite(library().documents[self.row["document"]], self.row["seen"], f"{length_says(self.row)}.")
        return found._replace(fact=self.row["id"], bears=self.row["note"])


def too_long(facts: Facts) -> list[Overlong]:
    """Every text that is certainly longer than its platform takes, in file order; by each length once.

    Where one holds for sure, what holds for some accounts only need not be said of the same thing.
    """
    spoken = (list(_of(step)) for step in facts.steps if step.verb.speaks and step.account.known)
    return [each for found in spoken for each in found if each.applies == "yes" or not _is_said(each, found)]


def _is_said(one: Overlong, found: Iterable[Overlong]) -> bool:
    return any(each.applies == "yes" and (each.span, each.row["unit"]) == (one.span, one.row["unit"]) for each in found)


def _of(step: StepFacts) -> Iterator[Overlong]:
    model, account = step.model, step.account.model
    parts = _parts(model)
    if not any(_may_be_long(_written(text, account)) for texts in parts.values() for text in texts):
        return  # as most texts are; the others take more to look at
    from sociable.facts.text_sizes import size_of

    for row in _lengths_of(account.platform, step.verb.name):
        if figure_holds(row["holds_for"], step.account) == "no":
            continue
        for texts in _measured(row, parts, bool(model.media)):
            size = sum(size_of(_written(text, account), row["unit"], row.get("link", 0)) for text in texts)
            if size > row["most"]:
                yield Overlong(step, texts, size, row)


def _parts(model: Step) -> dict[str, list[Text]]:
    """What people read of a step, by the parts of which lengths are known."""
    text = [model.text] if model.text is not None else []
    return {
        "text": text,
        "title": [model.beside["title"]] if "title" in model.beside else [],
        "alternative text": [picture.alt for picture in model.media if picture.alt is not None],
        "links": [*text, *([model.beside["link"]] if "link" in model.beside else [])],
    }


def _measured(row: dict[str, Any], parts: dict[str, list[Text]], has_media: bool) -> Iterable[list[Text]]:
    """The texts that a length is about, each by itself or all that are counted together."""
    part, unit = row["part"], row["unit"]
    if unit == "links":
        return [parts["links"]] if parts["links"] else []
    if part == "text" and has_media and any(each["part"] == "caption" for each in _lengths(row["platform"])):
        return []
    of = "text" if (part == "caption" and has_media) or unit in _COUNTED else part
    return [[text] for text in parts.get(of, ())]


@lru_cache(maxsize=64)
def _lengths(platform: str) -> tuple[dict[str, Any], ...]:
    """The lengths by which texts are measured on a platform."""
    from sociable.sources.text_lengths import text_lengths

    return tuple(row for row in text_lengths() if row["platform"] == platform and row["judged"])


@lru_cache(maxsize=256)
def _lengths_of(platform: str, verb: str) -> tuple[dict[str, Any], ...]:
    """Those by which the texts of a step with this verb are measured there."""
    return tuple(row for row in _lengths(platform) if verb in row["verbs"])


def _may_be_long(written: str) -> bool:
    if len(written) > _SHORT or "#" in written or "$" in written or "@" in written or "://" in written:
        return True
    return not written.isascii() and len(written.encode(errors="surrogatepass")) > _SHORT


def _written(text: Text, account: Account) -> str:
    """All of it that is certain: facts of the account are filled in, what else is filled in may be empty."""
    return as_it_was("".join(part if isinstance(part, str) else _fact(part, account) for part in text.parts))


def _is_known(text: Text, account: Account) -> bool:
    return all(isinstance(part, str) or _fact(part, account) for part in text.parts)


def _fact(expression: Expression, account: Account) -> str:
    if expression.op == "path" and expression.args[0] == "account" and len(expression.args) == 2:
        return account_facts(account).get(expression.args[1], "")
    return ""


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
