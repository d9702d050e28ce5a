"""Whom people write to or hear where, by the files, nobody is: no reader, no answer, or nobody at all."""

import re
from functools import cache

from sociable.facts.account_kinds import account_kind, inbox
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.text_contents import admitted, our_words
from sociable.records.kept import kept_for_each
from sociable.setup.model import Text
from sociable.text.word_patterns import any_of, either, unless_after, with_plain_apostrophes
from sociable.vocabulary.detail_words import ASKED_TO_WRITE, ELSEWHERE, ENDING_WORDS, INVITATIONS, NO_ANSWER_HERE
from sociable.vocabulary.prompt_words import NEVER
from sociable.vocabulary.text_words import MACHINE


def unheard_invitation(automation: AutomationFacts) -> str:
    """The words by which it asks people for an answer that nobody takes; empty if it does not."""
    if _is_heard(automation.account):
        return ""
    return next(filter(None, (_invites(step, automation) for step in automation.steps if _is_noticed(step))), "")


def says_where_to_ask(text: Text) -> bool:
    """Whether our own words say that nobody takes an answer here, or where else people can ask."""
    ours = with_plain_apostrophes(our_words(text))
    return any(any_of(words).search(ours) for words in (NO_ANSWER_HERE, ELSEWHERE)) or _ADDRESS.search(ours) is not None


def names_another_way(step: StepFacts) -> bool:
    """Whether our own words name an e-mail address or a telephone number, other than the account's own."""
    if step.model.text is None:
        return False
    here = _bare(step.account.model.handle)
    return any(_bare(each) != here for each in _ADDRESS.findall(our_words(step.model.text)))


def _bare(address: str) -> str:
    """An address without what people put between its figures."""
    return re.sub(r"[ ()/+-]", "", address)


_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w+|(?<![\d-])(?!\d{4}-\d\d-\d\d)(?:\d[ ()/-]{0,2}){6,19}\d")
"""An e-mail address, or the number of a telephone, which a day written in figures is not."""


def is_left_unheard(automation: AutomationFacts) -> bool:
    """Whether people speak to the account, and it does nothing that leads to an answer."""
    return (
        automation.event.group == _SPOKE
        and inbox(automation.account) != "read"
        and not any(_is_noticed(step) or step.verb.hands_over for step in automation.steps)
    )


def speaks_for_nobody(automation: AutomationFacts) -> bool:
    """Whether somebody who does not exist says something, and neither text nor file says that a machine does."""
    if account_kind(automation.account) != "persona":
        return False
    spoken = [step.model for step in automation.steps if step.verb.speaks]
    told = (model.disclose | (admitted(model.text) if model.text else frozenset()) for model in spoken)
    return any(MACHINE.isdisjoint(each) for each in told)


_SPOKE = "spoke_to_us"


def _is_noticed(step: StepFacts) -> bool:
    return step.audience != "inward"


@kept_for_each
def _is_heard(account: AccountFacts) -> bool:
    """Whether somebody reads what people write, or something answers it or hands it on."""
    return inbox(account) == "read" or any(
        each.event.group == _SPOKE and any(_is_noticed(step) or step.verb.hands_over for step in each.steps)
        for each in account.automations
    )


def _invites(step: StepFacts, automation: AutomationFacts) -> str:
    """The words of its text that ask for an answer, unless what is to be written ends the automation."""
    ends = tuple(word.casefold() for word in automation.model.stop_on)
    written = (
        (with_plain_apostrophes(part) for part in step.model.text.parts if isinstance(part, str))
        if step.model.text
        else ()
    )
    for part in written:
        for pattern in (_invitations(), _asks_for_a_sign()):
            for found in pattern.finditer(part):
                asked = part[found.end() :].lstrip(" “\"'").casefold()
                if not asked.startswith((*ends, *(f"{word} " for word in NEVER))):
                    return found[0]
    return ""


@cache
def _invitations() -> re.Pattern[str]:
    """Words that ask for an answer, unless they ask for none: “please do not reply to this mail”."""
    return unless_after(NEVER, any_of(INVITATIONS))


@cache
def _asks_for_a_sign() -> re.Pattern[str]:
    """``Reply C``, ``Text YES``, ``Answer 1``: a sign or a word in capital letters, unless it is one that ends it."""
    verbs, ends = either(ASKED_TO_WRITE), either(ENDING_WORDS)
    return re.compile(rf"\b(?i:{verbs})\s+[\"'“„«]?(?!(?i:{ends})\b)(?:[A-ZÀ-Ý]{{1,12}}|\d{{1,2}})\b(?![-/:.]\w)")
