"""A loop that accounts of other clients are on too, as one of its clients may be told of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial

from sociable.client_report.clients.others_set_apart import outside_set_apart, set_apart
from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.wording.frame import Frame
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, Played


class CrossingLoops:
    """What takes others out of loops: whatever they do is told in one and the same sentence.

    What a client's own automations say may hold words of others, unless it stands so in a file.
    """

    def __init__(self, client: Client, facts: Facts, marked: Callable[[str], str], frame: Frame) -> None:
        self._client = client
        self._facts = facts
        self._marked = marked
        self._frame = frame

    def told(self, finding: Finding) -> Finding:
        loop = finding.loop
        if loop is None:
            return finding
        by_id, own = self._facts.by_id, self._client.accounts
        others = [by_id[name].shown for name in finding.subjects if name in by_id and name not in own]
        names = "|".join(map(re.escape, sorted(others, key=len, reverse=True))) or r"(?!)"
        hide = partial(re.compile(rf"(?<![\w@])(?:{names})(?!\w)").sub, lambda match: set_apart(match[0]))
        texts = self._own_texts(finding)
        walk = tuple(each._replace(when=self._without(hide, each.when), does="") for each in loop.walk)
        played = tuple(self._played(loop.played, texts, hide))
        return finding._replace(loop=loop._replace(walk=walk, played=played, pace="", brakes=(), cut=""))

    def _played(self, played: Iterable[Played], texts: Set[object], hide: Callable[[str], str]) -> Iterator[Played]:
        """What happens, told once of all others in a row; nothing where no account of the client's own has a part."""
        told = [each._replace(clause=self._sentence(each, texts, hide)) for each in played]
        own = [each.account in self._client.accounts for each in told]
        if any(own):
            yield from (each for at, each in enumerate(told) if own[at] or at == 0 or own[at - 1])

    def _sentence(self, played: Played, texts: Set[object], hide: Callable[[str], str]) -> str:
        if played.account not in self._client.accounts:
            return self._frame.say("stories", "other_client")
        told = f"{played.deed}: “{played.text}”" if played.text in texts else played.deed
        return self._without(hide, told)

    def _without(self, hide: Callable[[str], str], text: str) -> str:
        return self._marked(outside_set_apart(text, hide))

    def _own_texts(self, finding: Finding) -> Set[object]:
        """What the client's automations on it say, whatever happens."""
        accounts = (self._facts.by_id[name] for name in finding.subjects if name in self._client.accounts)
        texts = (step.model.text for account in accounts for step in account.steps)
        return frozenset(part for text in texts if text is not None and len(text.parts) == 1 for part in text.parts)
