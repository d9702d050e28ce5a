"""What rules can speak about: the kinds of things, their attributes, and how each is looked up.

This is the type system of the rule language. Attributes are functions over derived facts, listed
here by hand, so that no Python attribute leaks into the language. Words come from ``vocabulary``.
"""

from collections.abc import Mapping
from typing import Any

from sociable.facts.claims import actors
from sociable.facts.facts import spoken
from sociable.facts.provenance import WORD_KEYS, words_awaited
from sociable.facts.quotas import quotas_of
from sociable.facts.rates import times_a_day
from sociable.facts.step_conditions import is_follow_up, is_limited, is_narrowed, looks_at_content
from sociable.language.types import FLAG, NUMBER, PERSON, STRING, Attribute, Type
from sociable.vocabulary.crowds import CROWDS, SIZES, TARGET_KINDS, THROUGH
from sociable.vocabulary.events import ASKED, EVENT_GROUPS, EVENTS
from sociable.vocabulary.loop_words import CERTAINTIES, GROWTH, VERDICTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import DISCLOSURES, ORIGINS
from sociable.vocabulary.values import (
    API_TIERS,
    AUDIENCES,
    EVIDENCE,
    IGNORABLE,
    INBOX,
    PURPOSES,
    RUN_BY,
    UNSTATED,
    USES,
    VIA,
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
    "origin": ORIGINS,
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
    "disclosure": DISCLOSURES,
    "ignorable": IGNORABLE,
    "declaration": DECLARATIONS,
    "verdict": VERDICTS,
    "growth": GROWTH,
    "certainty": CERTAINTIES,
    "evidence": EVIDENCE,
}

WORD_ATTRIBUTES: dict[tuple[str, str], Attribute] = {
    ("event", "group"): Attribute(
        Type("word", "event_group"), lambda name: EVENTS[name].group, "What sort of event it is."
    ),
    ("event", "asked"): Attribute(
        Type("word", "asking"), lambda name: EVENTS[name].asked, "Whether the person behind it asked for an answer."
    ),
    ("verb", "group"): Attribute(
        Type("word", "verb_group"), lambda name: VERBS[name].group, "What sort of verb it is."
    ),
    ("verb", "effect"): Attribute(Type("word", "effect"), lambda name: VERBS[name].effect, "What repeating it does."),
}

_FIXED = frozenset(("ours", "account"))
_READY_MADE = _FIXED | {"identity", "measure"}


def _via(step: Any) -> str:
    own: str = step.model.via
    return own if own != UNSTATED else str(step.automation.model.via)


def _is_about_complaints(step: Any) -> bool:
    from sociable.facts.claims import ask_for_complaints

    return ask_for_complaints((*step.automation.model.guards, *step.model.guards))


def _ignores(automation: Any) -> frozenset[str]:
    """Whom ``ignore:`` names; a condition that bots never fulfil says the same of them."""
    named: frozenset[str] = automation.model.ignore
    return named | {"bots"} if actors(automation.model.guards).no_bots else named


def _has_link(text: Any) -> bool:
    from sociable.facts.text_contents import has_link

    return "link" in text.step.model.beside or (text.model is not None and has_link(text.model))


def _earns(text: Any) -> bool:
    from sociable.facts.text_contents import earns

    model, link = text.model, text.step.model.beside.get("link")
    return (model is not None and earns(model)) or (link is not None and earns(link))


def _admits(text: Any) -> frozenset[str]:
    from sociable.facts.text_contents import admitted

    said: frozenset[str] = text.step.model.disclose
    return said | admitted(text.model) if text.model is not None else said


def _speaks_of_money(text: Any) -> bool:
    from sociable.facts.text_contents import speaks_of_money

    return text.model is not None and speaks_of_money(text.model)


def _gap(text: Any) -> Any:
    from sociable.facts.unfilled_places import NO_GAP, first_gap

    account = text.step.account
    return first_gap(text.model, account.model) if text.model is not None and account.known else NO_GAP


def _is_for_followers(step: Any) -> bool:
    guards = (*step.automation.model.guards, *step.model.guards)
    if not guards:
        return False
    from sociable.facts.claims import only_followers

    return only_followers(guards)


KINDS: dict[str, dict[str, Attribute]] = {
    "account": {
        "id": Attribute(STRING, lambda c: c.id, "Its id."),
        "platform": Attribute(Type("word", "platform"), lambda c: c.platform, "Where it lives.", indexed=True),
        "is_known": Attribute(FLAG, lambda c: c.known, "Whether any file describes it."),
        "run_by": Attribute(Type("word", "keeper"), lambda c: c.model.run_by, "Whose account it is."),
        "automated_label": Attribute(
            Type("word", "answer"), lambda c: c.model.automated_label, "Whether the profile says that it is automated."
        ),
        "operator": Attribute(
            Type("word", "answer"),
            lambda c: UNSTATED if c.model.operator == UNSTATED else "yes",
            "Whether a person answers for it.",
        ),
        "inbox": Attribute(Type("word", "inbox"), lambda c: c.model.inbox, "Whether somebody reads what comes back."),
        "pause": Attribute(Type("word", "answer"), lambda c: c.model.pause, "Whether somebody can stop everything."),
        "api_tier": Attribute(Type("word", "api_tier"), lambda c: c.model.api_tier, "Which API access it has."),
        "ai_replies_approved": Attribute(
            Type("word", "answer"), lambda c: c.model.ai_replies_approved, "Whether the platform approved AI replies."
        ),
        "verified": Attribute(
            Type("word", "answer"), lambda c: c.model.verified, "Whether the platform has verified it."
        ),
        "has_handle": Attribute(
            FLAG, lambda c: bool(c.model.handle), "Whether the file says under which name people see it."
        ),
        "automations": Attribute(Type("list", "automation"), lambda c: c.automations, "What runs on it."),
        "quotas": Attribute(
            Type("list", "quota"), quotas_of, "The limits of the platform that its automations count towards."
        ),
        "steps": Attribute(Type("list", "step"), lambda c: c.steps, "All steps of all its automations."),
        "texts": Attribute(Type("list", "text"), lambda c: spoken(c.steps), "All texts of all its automations."),
    },
    "automation": {
        "id": Attribute(STRING, lambda a: a.id, "Its id."),
        "account": Attribute(Type("account"), lambda a: a.account, "The account it runs on."),
        "event": Attribute(Type("word", "event"), lambda a: a.event.name, "What starts it.", indexed=True),
        "person": Attribute(PERSON, lambda a: a, "The person behind the event."),
        "purpose": Attribute(Type("word", "purpose"), lambda a: a.model.purpose, "What it is for."),
        "waits_for_words": Attribute(
            FLAG, lambda a: bool(words_awaited(a.model.trigger.narrowed)), "Whether only certain words start it."
        ),
        "is_for_named_people": Attribute(
            FLAG, lambda a: a.is_for_named_people, "Whether it only acts for accounts that the file names."
        ),
        "stops_on_words": Attribute(
            FLAG, lambda a: bool(a.model.stop_on), "Whether somebody can end it with a word of their own."
        ),
        "is_conditional": Attribute(FLAG, lambda a: bool(a.model.guards), "Whether it has an `if:` of its own."),
        "ignores": Attribute(Type("set", "ignorable"), _ignores, "Whom it passes over."),
        "is_narrowed": Attribute(
            FLAG, is_narrowed, "Whether words, conditions, `ignore:` or `only_from:` choose what starts it."
        ),
        "is_possible": Attribute(
            FLAG, lambda a: a.account.has(a.event.name), "Whether its platform can tell of such an event at all."
        ),
        "steps": Attribute(Type("list", "step"), lambda a: a.steps, "What it does, in order."),
        "texts": Attribute(Type("list", "text"), lambda a: spoken(a.steps), "What people read of it, in order."),
    },
    "step": {
        "automation": Attribute(Type("automation"), lambda s: s.automation, "The automation it belongs to."),
        "account": Attribute(Type("account"), lambda s: s.account, "The account it runs on."),
        "verb": Attribute(Type("word", "verb"), lambda s: s.verb.name, "What it does.", indexed=True),
        "audience": Attribute(Type("word", "audience"), lambda s: s.audience, "Who notices it.", indexed=True),
        "text": Attribute(Type("text"), lambda s: s.text, "What people read; empty for a step that says nothing."),
        "target": Attribute(Type("target"), lambda s: s.target, "Whom or what it is aimed at."),
        "is_approved": Attribute(FLAG, lambda s: s.approved, "Whether a person of ours says yes before it happens."),
        "is_solicited": Attribute(
            FLAG, lambda s: s.solicited, "Whether the person it is aimed at asked for an answer."
        ),
        "hours_after_event": Attribute(
            NUMBER, lambda s: s.hours_after_event, "How many full hours lie between the event and it, at least."
        ),
        "is_about_complaints": Attribute(
            FLAG, _is_about_complaints, "Whether it only happens when the words behind the event are negative."
        ),
        "is_conditional": Attribute(
            FLAG,
            lambda s: bool(s.model.guards or s.automation.model.guards),
            "Whether an `if:` decides about it, its own or that of its automation.",
        ),
        "looks_at_content": Attribute(
            FLAG,
            looks_at_content,
            "Whether a condition looks at what was said before it happens: words, mood or stars.",
        ),
        "is_reached": Attribute(FLAG, lambda s: s.reached, "Whether no `stop` before it ends every run."),
        "is_possible": Attribute(
            FLAG, lambda s: s.account.has(s.verb.name), "Whether its platform has such a step at all."
        ),
        "needs_contract": Attribute(
            FLAG, lambda s: s.needs_contract, "Whether the platform's API takes it only under a contract."
        ),
        "has_aim": Attribute(
            FLAG, lambda s: s.has_aim, "Whether its event brings whom or what it is aimed at, or the file names it."
        ),
        "is_for_followers": Attribute(
            FLAG, _is_for_followers, "Whether a condition leaves out everybody who does not follow us."
        ),
        "is_for_own_post": Attribute(
            FLAG,
            lambda s: s.own_post_of is not None,
            "Whether it is certain to be aimed at a post of one of our accounts.",
        ),
        "own_author": Attribute(
            STRING,
            lambda s: s.own_post_of.id if s.own_post_of else "",
            "The id of our account whose post it is aimed at; empty for posts of others.",
        ),
        "disclose": Attribute(
            Type("set", "disclosure"), lambda s: s.model.disclose, "What the text admits about itself."
        ),
        "is_limited": Attribute(
            FLAG, is_limited, "Whether a limit, a cooldown or `once_per:` says how often it may happen at most."
        ),
        "is_follow_up": Attribute(
            FLAG, is_follow_up, "Whether it comes later than another message of the same run to the same person."
        ),
        "times_a_day": Attribute(
            NUMBER, times_a_day, "How often a schedule certainly makes it happen on one day; 0 where that is not known."
        ),
        "via": Attribute(Type("word", "access"), _via, "How the platform is reached.", indexed=True),
        "use": Attribute(Type("word", "use"), lambda s: s.model.use, "What stored data is for.", indexed=True),
    },
    "text": {
        "step": Attribute(Type("step"), lambda t: t.step, "The step that says it."),
        "account": Attribute(Type("account"), lambda t: t.step.account, "The account that says it."),
        "origins": Attribute(
            Type("set", "origin"), lambda t: t.provenance.origins, "Where its parts come from.", indexed=True
        ),
        "is_fixed": Attribute(
            FLAG,
            lambda t: t.says_something and t.provenance.origins <= _FIXED,
            "Whether it says the same words each time.",
        ),
        "names_strangers": Attribute(
            FLAG, lambda t: t.provenance.strangers, "Whether it names people for their tie to somebody else."
        ),
        "is_ready_made": Attribute(
            FLAG,
            lambda t: t.says_something and t.provenance.origins <= _READY_MADE,
            "Whether all of it was written beforehand, but for names and numbers.",
        ),
        "counts": Attribute(
            Type("set", "target_kind"), lambda t: t.provenance.counted, "The sets of which it tells how many they are."
        ),
        "wording": Attribute(STRING, lambda t: t.wording, "Its words, as a comparison sees them."),
        "admits": Attribute(
            Type("set", "disclosure"), _admits, "What it admits about itself, in its own words or as the file says."
        ),
        "has_link": Attribute(FLAG, _has_link, "Whether it comes with a web address."),
        "has_paid_link": Attribute(
            FLAG, _earns, "Whether an address in it certainly pays somebody for what readers buy there."
        ),
        "speaks_of_money": Attribute(FLAG, _speaks_of_money, "Whether our own words name a sum of money."),
        "repeats_prompt": Attribute(
            FLAG,
            lambda t: bool(t.provenance.told) and t.provenance.told <= _FIXED,
            "Whether an AI model wrote it that is told the same each time.",
        ),
        "is_filled_in": Attribute(FLAG, lambda t: not _gap(t).shown, "Whether all its places are filled in."),
        "gap": Attribute(STRING, lambda t: _gap(t).shown, "The first place that nothing fills."),
        "gap_hint": Attribute(STRING, lambda t: _gap(t).hint, "What to write there instead, as a sentence."),
    },
    "target": {
        "kind": Attribute(Type("word", "target_kind"), lambda t: t.kind, "What sort of target it is."),
        "size": Attribute(Type("word", "size"), lambda t: t.size, "How many it stands for."),
        "through": Attribute(Type("word", "relation"), lambda t: t.through, "What brings people into the set."),
    },
    "guard": {
        "automation": Attribute(Type("automation"), lambda g: g.automation, "The automation it belongs to."),
        "account": Attribute(Type("account"), lambda g: g.account, "The account that runs on."),
        "never_holds": Attribute(
            FLAG, lambda g: g.never_holds, "Whether no event fulfils it, given what comes before it."
        ),
        "always_holds": Attribute(FLAG, lambda g: g.always_holds, "Whether it is true by itself, whatever happens."),
    },
    "loop": {
        "steps": Attribute(Type("list", "step"), lambda loop: loop.steps, "Every step on the circle."),
        "size": Attribute(NUMBER, lambda loop: len(loop.automations), "How many automations are on it."),
        "accounts": Attribute(NUMBER, lambda loop: len(loop.accounts), "How many accounts are on it."),
        "verdict": Attribute(Type("word", "verdict"), lambda loop: loop.verdict, "How it ends."),
        "certainty": Attribute(Type("word", "certainty"), lambda loop: loop.certainty, "How sure it is."),
        "platforms": Attribute(NUMBER, lambda loop: loop.platforms, "On how many platforms they are."),
        "growth": Attribute(Type("word", "growth"), lambda loop: loop.growth, "Whether it becomes more."),
        "is_bounded": Attribute(FLAG, lambda loop: bool(loop.stops_after), "Whether a brake ends it after a while."),
        "is_slow": Attribute(FLAG, lambda loop: loop.is_slow, "Whether limits keep it to one round a day."),
        "first": Attribute(Type("step"), lambda loop: loop.walk[0].step, "The step the walk begins with."),
        "fork": Attribute(
            Type("step"), lambda loop: (*loop.fork, loop.walk[0].step)[0], "The step at which it becomes more."
        ),
    },
    "quota": {
        "account": Attribute(Type("account"), lambda q: q.account, "The account whose automations are counted."),
        "platform": Attribute(Type("word", "platform"), lambda q: q.account.platform, "Whose limit it is."),
        "verbs": Attribute(Type("set", "verb"), lambda q: q.limit.verbs, "The verbs that count."),
        "action": Attribute(STRING, lambda q: q.limit.action, "What is counted, such as posts."),
        "limit": Attribute(NUMBER, lambda q: q.limit.most, "How many the platform allows."),
        "per": Attribute(STRING, lambda q: q.limit.per, "In what time, such as a day."),
        "scope": Attribute(STRING, lambda q: q.limit.scope, "For whom the limit holds."),
        "applies": Attribute(Type("word", "answer"), lambda q: q.applies, "Whether it holds for this account."),
        "evidence": Attribute(
            Type("word", "evidence"), lambda q: q.limit.evidence, "How much the published figure can be relied on."
        ),
        "most": Attribute(NUMBER, lambda q: q.most, "What all automations of the account come to together."),
        "is_certain": Attribute(FLAG, lambda q: q.is_certain, "Whether schedules alone come to that."),
        "shares": Attribute(Type("list", "share"), lambda q: q.shares, "What each automation adds."),
        "first": Attribute(Type("step"), lambda q: q.first, "The step that adds most."),
    },
    "share": {
        "automation": Attribute(Type("automation"), lambda s: s.automation, "The automation."),
        "times": Attribute(NUMBER, lambda s: s.times, "How many it adds."),
        "pace": Attribute(STRING, lambda s: s.pace, "Where the number comes from, such as every 5 minutes."),
    },
    "declaration": {
        "what": Attribute(Type("word", "declaration"), lambda d: d.what, "Whether it is an account or an automation."),
        "id": Attribute(STRING, lambda d: d.id, "The id it declares."),
        "is_used": Attribute(
            FLAG, lambda d: d.is_used, "Whether any automation runs on it or speaks of it; automations are always used."
        ),
    },
    "reference": {
        "name": Attribute(STRING, lambda r: r.name, "The id that is used."),
        "hint": Attribute(STRING, lambda r: r.hint, "What to write instead, as a sentence."),
        "is_known": Attribute(FLAG, lambda r: r.known, "Whether any file describes that account."),
    },
    "credential": {
        "what": Attribute(STRING, lambda k: k.what, "What sort of key or password it is, with an article."),
    },
}


RESTS_ON: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("steps", "automations"), ()),
    **dict.fromkeys(("texts", "wording", "origins", "is_fixed"), ("text",)),
    **dict.fromkeys(("kind", "size", "through", "is_solicited"), ("target",)),
    "audience": ("visibility",),
    "is_approved": ("approval",),
    "waits_for_words": tuple(WORD_KEYS),
}
"""The keys of a file behind an attribute that does not go by the name of its key."""

BRAKES = frozenset(
    (
        *("if", "limit", "cooldown", "once_per", "approval", "ignore", "only_from", "from", "stop_on", *WORD_KEYS),
        *("max_replies_per_thread", "automated_label", "target"),
    )
)
"""The keys that may end a loop, slow it or keep it from coming about."""

LOOPS = ("loop", "mirror_loop")
"""Loops among our own accounts, and those that close only with a stranger who runs the same automations."""

KINDS["mirror_loop"] = KINDS["loop"]

CROWD_NAMES = frozenset(name for name, crowd in CROWDS.items() if crowd.of == "people")
"""What a text may name besides the person behind the event; it may also echo posts, as a search finds them."""

DOMAINS = ("automation", "account", "step", "text", "guard", *LOOPS, "quota", "declaration", "reference", "credential")
"""The kinds that ``for each`` finds by itself."""


def attributes(kind: Type) -> dict[str, Attribute]:
    """What can be asked of a thing of this type."""
    if kind.name == "group":
        return _group_attributes(kind.of)
    if kind.name == "word":
        return {name: attribute for (of, name), attribute in WORD_ATTRIBUTES.items() if of == kind.of}
    return KINDS.get(kind.name, {})


def _group_attributes(kind: str) -> dict[str, Attribute]:
    member = Type(kind)
    found = {
        "size": Attribute(NUMBER, lambda g: len(g.members), "How many are alike."),
        "first": Attribute(member, lambda g: g.members[0], "The first of them."),
        "second": Attribute(member, lambda g: g.second, "The next one, at another place if there is one."),
    }
    if "account" in KINDS.get(kind, {}):
        account = KINDS[kind]["account"].get
        found["accounts"] = Attribute(
            NUMBER, lambda g: len({id(account(m)) for m in g.members}), "On how many accounts."
        )
    return found
