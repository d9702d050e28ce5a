"""Automations, each on one account."""

from collections.abc import Iterator
from operator import attrgetter

from sociable.facts.account_kinds import inbox, neglect, neglect_remedy
from sociable.facts.awaited_words import WORD_KEYS, waits_for_words, words_awaited
from sociable.facts.claims import actors
from sociable.facts.consent import is_called, is_for_our_people
from sociable.facts.endings import can_be_ended, way_out
from sociable.facts.facts import AutomationFacts, spoken
from sociable.facts.gates import asked_for_more, asks_by_a_condition, gate_words, price, price_remedy, price_words
from sociable.facts.last_days import last_day
from sociable.facts.rates import is_seldom, times_each_a_day
from sociable.facts.review_gates import reviews_on, rewarded_reviews
from sociable.facts.rooms import is_at_home, starts
from sociable.facts.step_conditions import is_narrowed
from sociable.kinds.person_words import of_it
from sociable.language.types import FLAG, NUMBER, PERSON, STRING, Attribute, Kind, Type
from sociable.records.static import Any
from sociable.setup.model import Hours
from sociable.vocabulary.settable import SETTABLE
from sociable.vocabulary.values import ADMISSIONS, BY_UNFOLLOWING, UNSTATED

_NO_PERSON = "no_person"


def _ignores(automation: Any) -> frozenset[str]:
    """Whom ``ignore:`` names; a condition that bots never fulfil says the same of them."""
    named: frozenset[str] = automation.model.ignore
    return named | {"bots"} if actors(automation.model.guards).no_bots else named


def _misread(automation: AutomationFacts) -> Iterator[str]:
    from sociable.facts.misread_keys import misread_of_automation

    return misread_of_automation(automation)


def _said(automation: AutomationFacts) -> str:
    from sociable.kinds.said_words import first_said

    return first_said(automation)


def may_admit(automation: AutomationFacts) -> bool:
    """Whether anything that it has to do with can admit something; most files admit nothing."""
    return bool(automation.model.admits or automation.account.model.admits or automation.facts.lists)


def _neglect(automation: AutomationFacts) -> str:
    if _NO_PERSON in _admitted(automation):
        return f"the file says that {ADMISSIONS[_NO_PERSON]}"
    if inbox(automation.account) == UNSTATED:
        return "nothing in the file leads from there to a person"
    return f"the file says that {neglect(automation.account)}"


def _neglect_remedy(automation: AutomationFacts) -> str:
    if _NO_PERSON in _admitted(automation):
        return "Hand whoever asks for a person to a person (`assign`) (and take `no_person` out of `admits:`)."
    return neglect_remedy(automation.account)


def _admitted(automation: AutomationFacts) -> frozenset[str]:
    if not may_admit(automation):
        return automation.model.admits
    from sociable.facts.admissions import admitted

    return admitted(automation)


def _asked_in_vain(automation: AutomationFacts) -> str:
    if inbox(automation.account) != "unread":
        return ""
    from sociable.facts.unheard import unheard_invitation

    return unheard_invitation(automation)


def _alongside(automation: AutomationFacts) -> list[AutomationFacts]:
    from sociable.facts.met_elsewhere import alongside

    return alongside(automation)


def _promised_end(automation: AutomationFacts) -> str:
    from sociable.facts.promised_ends import promised_end

    return promised_end(automation)


def _fault_words(automation: AutomationFacts, fault: str) -> str:
    from sociable.kinds.admission_words import fault_words

    return fault_words(automation, fault)


def _remedy_words(automation: AutomationFacts, fault: str) -> str:
    from sociable.kinds.admission_words import remedy_words

    return remedy_words(automation, fault)


def _deceit_remedy(automation: AutomationFacts) -> str:
    from sociable.kinds.deceit_words import deceit_remedy

    return deceit_remedy(automation)


_GATE_KEYS = ("entry", "if", "purpose", "text", "agreed_to")

_DAY_KEYS = ("until", "when", "on", "at")


def _awaited(automation: AutomationFacts) -> str:
    from sociable.kinds.said_words import awaited

    return awaited(automation)


def _using_words(automation: AutomationFacts) -> str:
    return f" using {_awaited(automation)}" if words_awaited(automation.model.trigger.narrowed) else ""


def _only_where(automation: AutomationFacts) -> str:
    from sociable.kinds.said_words import only_where

    return only_where(automation)


AUTOMATION = Kind(
    name="automation",
    of=AutomationFacts,
    attributes={
        "id": Attribute(STRING, attrgetter("id"), "Its id."),
        "account": Attribute(Type("account"), attrgetter("account"), "The account it runs on."),
        "here": Attribute(
            STRING,
            lambda a: f" (in `{a.id}`)" if len(a.account.automations) > 1 else "",
            "Its id in brackets, after a space; empty where its account has no other automation.",
        ),
        "said_again_out": Attribute(
            STRING,
            lambda a: " (and take `same_again` out of `admits:`)" if "same_again" in _admitted(a) else "",
            "What to take out of the file as well where it admits that it says the same again, in brackets.",
        ),
        "said": Attribute(STRING, _said, "After a colon: what it says first, where, and how often."),
        "event": Attribute(Type("word", "event"), attrgetter("event.name"), "What starts it.", indexed=True),
        "starts": Attribute(
            STRING,
            lambda a: of_it(starts(a)),
            "The same as a clause, with the room where the file names one: somebody joins “lounge”.",
        ),
        "came_by": Attribute(
            Type("word", "origin_of_people"),
            lambda a: a.model.trigger.narrowed.get("came_by", (UNSTATED,))[0],
            "How the talk with the people began who set it off.",
            rests_on=("when", "came_by"),
        ),
        "person": Attribute(PERSON, lambda a: a, "The person behind the event."),
        "purpose": Attribute(Type("word", "purpose"), attrgetter("purpose"), "What it is for."),
        "waits_for_words": Attribute(
            FLAG,
            lambda a: waits_for_words(a.model),
            "Whether only certain words start it, by its trigger or a condition.",
            rests_on=("when", "if", *WORD_KEYS),
        ),
        "awaited": Attribute(STRING, _awaited, "The words for which its trigger waits, in quotation marks."),
        "using_words": Attribute(STRING, _using_words, "The same after ` using`; empty if there are none."),
        "only_where": Attribute(
            STRING, _only_where, "Which words or conditions choose what it acts on, in brackets; empty if none do."
        ),
        "is_for_named_people": Attribute(
            FLAG, lambda a: a.is_for_named_people, "Whether it only acts for accounts that the file names."
        ),
        "waits_for_bots": Attribute(
            FLAG,
            lambda a: a.waits_for_bots,
            "Whether the file says that bots start it, too: it names them, or passes over nobody.",
            rests_on=("from", "only_from", "ignore"),
        ),
        "names_bots": Attribute(
            FLAG,
            lambda a: "bots" in a.roles,
            "Whether `from:` names bots among those who start it.",
            rests_on=("from", "only_from"),
        ),
        "is_for_our_people": Attribute(
            FLAG, is_for_our_people, "Whether only our own people start it.", rests_on=("from", "only_from", "lists")
        ),
        "stops_on_words": Attribute(
            FLAG, lambda a: bool(a.model.stop_on), "Whether somebody can end it with a word of their own."
        ),
        "can_be_ended": Attribute(
            FLAG,
            can_be_ended,
            "Whether the people it turns to can end it: by a word, a link, by leaving, or by another automation.",
            rests_on=("stop_on", "out_by", "ignore", "lists", "agreed_to"),
        ),
        "asks_in_vain": Attribute(
            FLAG,
            lambda a: bool(_asked_in_vain(a)),
            "Whether its own texts ask people for an answer that nobody reads, as the file says.",
            rests_on=("inbox", "text"),
        ),
        "asked_in_vain": Attribute(
            STRING, _asked_in_vain, "The words by which they ask so; empty if none do.", rests_on=("inbox", "text")
        ),
        "promises_an_end": Attribute(
            FLAG,
            lambda a: bool(_promised_end(a)),
            "Whether its own texts tell people a word that ends it.",
            rests_on=("text",),
        ),
        "promised_end": Attribute(STRING, _promised_end, "That word; empty if there is none.", rests_on=("text",)),
        "ends_by_unfollowing": Attribute(
            FLAG,
            lambda a: BY_UNFOLLOWING in a.model.out_by,
            "Whether people end it by no longer following, as the file says.",
            rests_on=("out_by",),
        ),
        "way_out": Attribute(
            Type("word", "answer"),
            way_out,
            "The same, but `no` only where the file says plainly that there is none.",
            rests_on=("stop_on", "out_by", "ignore", "lists", "agreed_to"),
        ),
        "limited": Attribute(
            Type("word", "answer"),
            lambda a: "no" if "limit" in a.model.denied else "yes" if a.model.limit or a.model.per_user else UNSTATED,
            "Whether the file sets a limit: `no` only where it says plainly that there is none.",
            rests_on=("limit",),
        ),
        "agreement": Attribute(
            Type("word", "answer"),
            lambda a: "no" if "agreed_to" in a.model.denied else "yes" if a.model.agreed_to else UNSTATED,
            "Whether people agreed to something by what starts it: `no` only where the file denies it plainly.",
            rests_on=("agreed_to",),
        ),
        "is_for_closed_hours": Attribute(
            FLAG,
            lambda a: a.model.during == "closed",
            "Whether it only runs while nobody is there.",
            rests_on=("during",),
        ),
        "has_hours": Attribute(
            FLAG,
            lambda a: isinstance(a.model.during, Hours),
            "Whether it runs at certain hours only.",
            rests_on=("during",),
        ),
        "is_live": Attribute(
            FLAG,
            lambda a: a.model.during == "live",
            "Whether it only runs while something is on the air.",
            rests_on=("during",),
        ),
        "is_called": Attribute(
            FLAG, is_called, "Whether people start it by calling for it.", rests_on=("when", "contains", "named")
        ),
        "is_once_each": Attribute(
            FLAG,
            lambda a: a.model.once_per is not None and a.model.once_per.what in ("user", "thread"),
            "Whether each person, or each conversation, gets it once, ever or in a time.",
            rests_on=("once_per",),
        ),
        "times_each_a_day": Attribute(
            NUMBER,
            times_each_a_day,
            "How often a day the same person gets it at most; 0 where nothing says.",
            rests_on=("limit", "once_per"),
        ),
        "is_seldom": Attribute(
            FLAG,
            is_seldom,
            "Whether it runs twice a year at most, by a schedule or as the file says.",
            rests_on=("every", "usual"),
        ),
        "is_at_home": Attribute(
            FLAG,
            is_at_home,
            "Whether it acts in a place that is ours, or whose keepers have let it in.",
            rests_on=("in", "places"),
        ),
        "price": Attribute(
            Type("set", "entry"), price, "What people have to give for what they get.", rests_on=_GATE_KEYS
        ),
        "reviews_on": Attribute(
            Type("set", "platform"),
            reviews_on,
            "On which platforms the reviews stand that it is about; where no key says, its own.",
            rests_on=("reviews_on", "platform"),
        ),
        "asks_for_a_price": Attribute(
            FLAG, lambda a: bool(price(a)), "Whether people have to give something for it.", rests_on=_GATE_KEYS
        ),
        "asks_by_a_condition": Attribute(
            FLAG,
            asks_by_a_condition,
            "Whether a key, a condition or what starts it asks for that, and not only the words of a text.",
            rests_on=_GATE_KEYS,
        ),
        "promises_chances": Attribute(
            FLAG,
            lambda a: bool(asked_for_more(a)),
            "Whether words of a text promise one more chance in a draw for it.",
            rests_on=("text",),
        ),
        "rewards_reviews": Attribute(
            FLAG,
            lambda a: bool(rewarded_reviews(a)),
            "Whether a sentence of its own words asks for a review and promises something for it.",
            rests_on=("text",),
        ),
        "asks": Attribute(
            STRING, price_words, "What people have to give, in words; empty if nothing.", rests_on=_GATE_KEYS
        ),
        "gate_words": Attribute(
            STRING,
            gate_words,
            "What people get for that, and for what, as it follows the name of the account.",
            rests_on=_GATE_KEYS,
        ),
        "asks_remedy": Attribute(STRING, price_remedy, "What to do in the place of asking it, in a sentence."),
        "admitted": Attribute(
            Type("set", "admission"),
            _admitted,
            "What is known of it, its account or its lists that people would object to.",
            rests_on=("admits", "lists"),
        ),
        "is_whole": Attribute(
            FLAG,
            lambda a: a.model.is_whole,
            "Whether another tool's export holds all that follows, so that a way to a person would stand there.",
        ),
        "neglect": Attribute(
            STRING,
            _neglect,
            "What becomes of whoever wants a person, as the file has it, as a clause.",
            rests_on=("admits", "inbox"),
        ),
        "neglect_remedy": Attribute(STRING, _neglect_remedy, "What to do about that, in a sentence."),
        "deceit_words": Attribute(
            STRING, lambda a: _fault_words(a, "deceit"), "How it deceives, as it follows the name of the account."
        ),
        "deceit_remedy": Attribute(STRING, _deceit_remedy, "What to do about that, in sentences."),
        "misuse_words": Attribute(
            STRING,
            lambda a: _fault_words(a, "misuse"),
            "What it does with what is not its own, as it follows the name of the account.",
        ),
        "misuse_remedy": Attribute(
            STRING, lambda a: _remedy_words(a, "misuse"), "What to do about that, in sentences."
        ),
        "disregard_words": Attribute(
            STRING,
            lambda a: _fault_words(a, "disregard"),
            "How it passes over a wish for an end, as it follows the name of the account.",
        ),
        "disregard_remedy": Attribute(
            STRING, lambda a: _remedy_words(a, "disregard"), "What to do about that, in sentences."
        ),
        "is_conditional": Attribute(FLAG, lambda a: bool(a.model.guards), "Whether it has an `if:` of its own."),
        "ignores": Attribute(Type("set", "ignorable"), _ignores, "Whom it passes over."),
        "is_narrowed": Attribute(
            FLAG, is_narrowed, "Whether words, conditions, `ignore:` or `only_from:` choose what starts it."
        ),
        "is_possible": Attribute(
            FLAG, lambda a: a.account.has(a.event.name), "Whether its platform can tell of such an event at all."
        ),
        "last_day": Attribute(
            STRING,
            lambda a: last_day(a.model),
            "The last day on which it can run; empty if the file names none.",
            rests_on=_DAY_KEYS,
        ),
        "is_over": Attribute(FLAG, attrgetter("is_over"), "Whether that day has passed.", rests_on=_DAY_KEYS),
        "alongside": Attribute(
            Type("list", "automation"),
            _alongside,
            "What the same event in the same room starts on other accounts, as far as the file names the room.",
            rests_on=("in", "when", "if", "ignore", *WORD_KEYS),
        ),
        "steps": Attribute(Type("list", "step"), attrgetter("steps"), "What it does, in order.", rests_on=()),
        "texts": Attribute(
            Type("list", "text"), lambda a: spoken(a.steps), "What people read of it, in order.", rests_on=("text",)
        ),
    },
    named=lambda a: f"`{a.id}` on {a.account.shown}",
    shown=lambda a: f"`{a.id}`",
    find=lambda facts: facts.automations,
    owner=attrgetter("account"),
    ids=lambda a: (a.id,),
    misread=_misread,
    settable=SETTABLE["automation"],
    removable=True,
)
