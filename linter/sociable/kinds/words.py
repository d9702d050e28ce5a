"""The lists of words that rules can compare with, and what can be asked of a word."""

from collections.abc import Mapping

from sociable.facts.judging import JUDGED_BY
from sociable.facts.open_facts import OPEN
from sociable.facts.said_again import AGAIN
from sociable.language.types import Attribute, Type
from sociable.records.static import Any
from sociable.vocabulary.consent_words import CONSENT_STATES
from sociable.vocabulary.crowds import SIZES, TARGET_KINDS, THROUGH
from sociable.vocabulary.events import ASKED, EVENT_GROUPS, EVENTS
from sociable.vocabulary.languages import LANGUAGES
from sociable.vocabulary.law_words import LAWS
from sociable.vocabulary.loop_words import CERTAINTIES, GROWTH, VERDICTS
from sociable.vocabulary.platforms import PLATFORMS, SERVERS
from sociable.vocabulary.text_words import DISCLOSURES, ORIGINS
from sociable.vocabulary.values import (
    ACCOUNT_KINDS,
    ADMISSIONS,
    API_TIERS,
    AUDIENCES,
    CAME_BY,
    ENTRIES,
    EVIDENCE,
    IGNORABLE,
    INBOX,
    PURPOSES,
    RUN_BY,
    UNSTATED,
    USES,
    VIA,
    VISIBILITIES,
    YES_NO,
)
from sociable.vocabulary.verbs import EFFECTS, VERB_GROUPS, VERBS


def _unstated(words: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**words, UNSTATED: "the file does not say"}


DECLARATIONS = {"account": "an account", "automation": "an automation"}

WORDS: dict[str, Mapping[str, Any]] = {
    "event": EVENTS,
    "event_group": EVENT_GROUPS,
    "asking": ASKED,
    "verb": VERBS,
    "verb_group": VERB_GROUPS,
    "effect": EFFECTS,
    "audience": AUDIENCES,
    "platform": _unstated(PLATFORMS),
    "origin": {row.name: row.doc for row in ORIGINS.values()},
    "target_kind": TARGET_KINDS,
    "size": SIZES,
    "relation": THROUGH,
    "purpose": _unstated(PURPOSES),
    "keeper": _unstated(RUN_BY),
    "answer": YES_NO,
    "inbox": INBOX,
    "api_tier": _unstated(API_TIERS),
    "access": _unstated(VIA),
    "use": _unstated(USES),
    "disclosure": {row.name: row.doc for row in DISCLOSURES.values()},
    "ignorable": IGNORABLE,
    "declaration": DECLARATIONS,
    "verdict": VERDICTS,
    "growth": GROWTH,
    "certainty": CERTAINTIES,
    "language": _unstated(LANGUAGES),
    "evidence": EVIDENCE,
    "again": AGAIN,
    "consent": CONSENT_STATES,
    "visibility": {**dict.fromkeys(VISIBILITIES, "who sees it"), UNSTATED: "the file does not say"},
    "origin_of_people": _unstated(CAME_BY),
    "judged_by": JUDGED_BY,
    "admission": ADMISSIONS,
    "entry": ENTRIES,
    "open": {name: row.clause for name, row in OPEN.items()},
    "account_kind": _unstated(ACCOUNT_KINDS),
    "approved": {**YES_NO, "asked": "the platform was asked and has not answered"},
    "law": {name: row.doc for name, row in LAWS.items()},
    "server": SERVERS,
}

WORD_ATTRIBUTES: dict[str, dict[str, Attribute]] = {
    "event": {
        "group": Attribute(Type("word", "event_group"), lambda name: EVENTS[name].group, "What sort of event it is."),
        "asked": Attribute(
            Type("word", "asking"), lambda name: EVENTS[name].asked, "Whether the person behind it asked for an answer."
        ),
    },
    "verb": {
        "group": Attribute(Type("word", "verb_group"), lambda name: VERBS[name].group, "What sort of verb it is."),
        "effect": Attribute(Type("word", "effect"), lambda name: VERBS[name].effect, "What repeating it does."),
    },
}
"""What can be asked of the words of a list."""
