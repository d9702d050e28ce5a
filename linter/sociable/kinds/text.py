"""Texts that people read."""

import re
from operator import attrgetter

from sociable.facts.facts import spoken
from sociable.facts.judging import tells_its_judgement
from sociable.facts.provenance import provenance
from sociable.facts.review_gates import is_opinion
from sociable.facts.step_parts import TextFacts
from sociable.facts.text_contents import (
    admitted,
    blames,
    cheers,
    denies_machine,
    earns,
    has_link,
    holds_charges,
    names_attributes,
    speaks_of_money,
)
from sociable.kinds.automation import may_admit
from sociable.kinds.said_words import FIXED, is_fixed, names_another_way, private_places, quoted, says_where_to_ask
from sociable.kinds.step import CONSENT_KEYS, misread
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type
from sociable.records.named_module import LaterModule
from sociable.records.static import TYPE_CHECKING, Any
from sociable.vocabulary.text_words import ORIGINS
from sociable.vocabulary.values import NOBODY_PAYS, SELLERS, UNSTATED, US

if TYPE_CHECKING:
    from sociable.facts import details_asked, naming
else:
    details_asked, naming = LaterModule("sociable.facts.details_asked"), LaterModule("sociable.facts.naming")

_READY_MADE = FIXED | {row.name for row in ORIGINS.values() if row.is_name_or_number}


def _language(text: Any) -> str:
    """What the step says of it, or the only language of those whom the account is for."""
    named = text.step.model.languages or text.step.account.model.audience.languages
    only = next(iter(named)) if len(named) == 1 else ""
    return re.split("[-_]", only.casefold())[0] or UNSTATED


def _has_link(text: Any) -> bool:
    return "link" in text.step.model.beside or (text.model is not None and has_link(text.model))


def _earns(text: Any) -> bool:
    model, link = text.model, text.step.model.beside.get("link")
    return (model is not None and earns(model)) or (link is not None and earns(link))


def _payer(text: Any) -> str:
    step = text.step
    return str(step.model.paid_by or step.automation.model.paid_by or step.account.model.paid_by)


def _is_paid(text: Any) -> bool:
    payer = _payer(text)
    if payer == US and not _hides_who_sells(text):
        return _earns(text)
    return payer != NOBODY_PAYS and (bool(payer) or _earns(text))


def _hides_who_sells(text: Any) -> bool:
    """Whether readers may miss that an account praises what its own people sell; that of a shop or theatre says so."""
    account = text.step.account
    return account.run_by not in SELLERS or account.model.kind == "persona" or "disclose" in text.step.model.denied


def _untold_words(text: Any) -> str:
    from sociable.kinds.payer_words import paid_words

    account = text.step.account
    is_told = _is_paid(text) or account.model.kind == "persona"
    deed = paid_words(_payer(text), _earns(text), account) if is_told else "advertises"
    if "disclose" in text.step.model.denied:
        return f"{deed}, and the file says that readers are not told"
    if label := _hidden_label(text):
        return f"{deed}, and only the tag `{label}` tells readers so"
    if not _is_ready_made(text):
        return f"{deed}, and the file does not show whether readers are told"
    return f"{deed}, and nothing here tells readers so"


def _is_ready_made(text: Any) -> bool:
    return bool(text.says_something and text.provenance.origins <= _READY_MADE)


def _untold_remedy(text: Any) -> str:
    from sociable.kinds.payer_words import paid_remedy

    return paid_remedy(_payer(text), _earns(text), text.step, _is_ready_made(text))


def _admits(text: Any) -> frozenset[str]:
    said: frozenset[str] = text.step.model.disclose
    return said | admitted(text.model) if text.model is not None else said


def _bares(text: Any) -> bool:
    if "intimate" not in text.provenance.origins and not may_admit(text.step.automation):
        return False
    from sociable.facts.admissions import bares

    return bares(text)


def _feigns_an_answer(text: Any) -> bool:
    if "subject" not in text.step.model.beside:
        return False
    from sociable.kinds.said_words import feigns_an_answer

    return feigns_an_answer(text.step)


def _is_written_by_ai(text: Any) -> bool:
    beside = text.step.model.beside
    words = (text.model, *(beside[key] for key in ("title", "subject") if key in beside))
    return any(part is not None and "ai" in provenance(part, text.step.values).origins for part in words)


def _speaks_of_money(text: Any) -> bool:
    return text.model is not None and speaks_of_money(text.model)


def _names_attributes(text: Any) -> bool:
    return text.model is not None and names_attributes(text.model)


def _blames(text: Any) -> bool:
    """In our own part of it, or in what the table or the set is called out of which the names come."""
    step = text.step
    ours = [part for part in text.model.parts if isinstance(part, str)] if text.model is not None else []
    fetched = [
        f"{name} {value.target.name}"
        for name, value in step.values.items()
        if value.is_table and value.target is not None
    ]
    tables = " | ".join((*fetched, *step.automation.model.trigger.narrowed.get("sheet", ())))
    return blames(" | ".join(ours)) or holds_charges(tables)


def _repeats_entries(text: Any) -> bool:
    if "table" not in text.provenance.origins or not text.step.facts.lists:
        return False
    from sociable.facts.entries import repeats_entries

    return repeats_entries(text.step)


def _asks_for_details(text: Any) -> bool:
    return text.model is not None and bool(details_asked.asks_for_details(text.model))


def _private_words(text: Any) -> str:
    if text.provenance.people or not _asks_for_details(text):
        return "tells others something private about a person"
    return "asks people to write their details where anybody can read them"


def _hides_machine(text: Any) -> bool:
    if "ai" not in text.provenance.origins:
        return False
    from sociable.facts.made_prompts import is_told_to_hide

    return is_told_to_hide(text.step)


def _hidden_label(text: Any) -> str:
    from sociable.facts.hidden_labels import hidden_label

    return hidden_label(text.model, text.step.model.disclose) if text.model is not None else ""


def _gap(text: Any) -> Any:
    from sociable.facts.unfilled_places import NO_GAP, first_gap

    step = text.step
    return first_gap(text.model, step) if text.model is not None and step.account.known else NO_GAP


TEXT = Kind(
    name="text",
    of=TextFacts,
    attributes={
        "step": Attribute(Type("step"), attrgetter("step"), "The step that says it."),
        "account": Attribute(Type("account"), attrgetter("step.account"), "The account that says it."),
        "origins": Attribute(
            Type("set", "origin"),
            attrgetter("provenance.origins"),
            "Where its parts come from.",
            indexed=True,
            rests_on=("text",),
        ),
        "says_something": Attribute(
            FLAG, lambda t: bool(t.says_something), "Whether there are words in it.", rests_on=("text",)
        ),
        "is_fixed": Attribute(
            FLAG,
            is_fixed,
            "Whether it says the same words each time.",
            rests_on=("text",),
        ),
        "names_strangers": Attribute(
            FLAG, attrgetter("provenance.strangers"), "Whether it names people for their tie to somebody else."
        ),
        "is_ready_made": Attribute(
            FLAG,
            _is_ready_made,
            "Whether all of it was written beforehand, but for names and numbers.",
        ),
        "counts": Attribute(
            Type("set", "target_kind"),
            attrgetter("provenance.counted"),
            "The sets of which it tells how many they are.",
        ),
        "language": Attribute(
            Type("word", "language"), _language, "The language it is in.", rests_on=("language", "audience")
        ),
        "wording": Attribute(
            STRING, attrgetter("wording"), "Its words, as a comparison sees them.", rests_on=("text",)
        ),
        "naming": Attribute(
            Type("word", "consent"),
            lambda t: naming.naming(t.step),
            "Whether those whom it names agreed to it; what holds for the least willing of them.",
            rests_on=("text", "mentions", "names", *CONSENT_KEYS),
        ),
        "agreement_of_named": Attribute(
            Type("word", "answer"),
            lambda t: naming.agreement_of_named(t.step),
            "Whether those on lists whom it names agreed to something: `no` only where the file denies it plainly.",
            rests_on=("text", "mentions", "names", "lists"),
        ),
        "calls_a_room": Attribute(
            FLAG,
            lambda t: naming.calls_a_room(t.step),
            "Whether a sign in it calls all who are in the room.",
            rests_on=("mentions",),
        ),
        "named_words": Attribute(
            STRING,
            lambda t: naming.named_words(t.step),
            "Whom it names without their consent, in words; empty for nobody.",
        ),
        "is_paid": Attribute(
            FLAG,
            _is_paid,
            "Whether somebody pays for it, by the file's own word or by an address in it.",
            rests_on=("text", "link", "paid_by"),
        ),
        "untold_words": Attribute(
            STRING,
            _untold_words,
            "What it keeps from readers about money, as the end of a sentence.",
            rests_on=("text", "link", "paid_by", "disclose"),
        ),
        "untold_remedy": Attribute(STRING, _untold_remedy, "How readers can be told of it, in sentences."),
        "admits": Attribute(
            Type("set", "disclosure"), _admits, "What it admits about itself, in its own words or as the file says."
        ),
        "denies_machine": Attribute(
            FLAG,
            lambda t: t.model is not None and denies_machine(t.model),
            "Whether our own words deny that a machine writes.",
            rests_on=("text",),
        ),
        "cheers": Attribute(
            FLAG,
            lambda t: t.model is not None and cheers(t.model),
            "Whether our own words are glad of something, and would hurt whoever complains.",
            rests_on=("text",),
        ),
        "hides_machine": Attribute(
            FLAG,
            _hides_machine,
            "Whether the AI that wrote it was told not to say what it is, or to give itself out as a person.",
            rests_on=("text",),
        ),
        "has_link": Attribute(FLAG, _has_link, "Whether it comes with a web address."),
        "has_paid_link": Attribute(
            FLAG, _earns, "Whether an address in it certainly pays somebody for what readers buy there."
        ),
        "feigns_an_answer": Attribute(
            FLAG,
            _feigns_an_answer,
            "Whether its subject line looks like an answer, and nobody had written.",
            rests_on=("subject",),
        ),
        "bares": Attribute(
            FLAG,
            _bares,
            "Whether it tells what people keep to themselves, and the file does not say that they agreed.",
            rests_on=("text", "names", "lists", "agreed_to", "admits"),
        ),
        "speaks_of_money": Attribute(FLAG, _speaks_of_money, "Whether our own words name a sum of money."),
        "is_written_by_ai": Attribute(
            FLAG,
            _is_written_by_ai,
            "Whether an AI wrote words of it, and not only made the picture, film or sound beside it.",
            rests_on=("text", "title"),
        ),
        "repeats_prompt": Attribute(
            FLAG,
            lambda t: bool(t.provenance.told) and t.provenance.told <= FIXED,
            "Whether an AI model wrote it that is told the same each time.",
        ),
        "asks_for_details": Attribute(
            FLAG,
            _asks_for_details,
            "Whether it asks people to write their details right there: an order number, a telephone number.",
            rests_on=("text",),
        ),
        "says_where_to_ask": Attribute(
            FLAG,
            says_where_to_ask,
            "Whether our own words say that nobody takes an answer to it, or where else people can ask.",
            rests_on=("text",),
        ),
        "names_another_way": Attribute(
            FLAG,
            names_another_way,
            "Whether our own words name an e-mail address or a telephone number, other than the account's own.",
            rests_on=("text",),
        ),
        "repeats_entries": Attribute(
            FLAG,
            _repeats_entries,
            "Whether it repeats what people who are not ours entered into a form, or sent in.",
            rests_on=("text", "lists", "when"),
        ),
        "is_opinion": Attribute(
            FLAG,
            lambda t: is_opinion(t.step),
            "Whether its words, or those a model was told, give it out as the opinion of a customer.",
            rests_on=("text",),
        ),
        "private_words": Attribute(
            STRING,
            _private_words,
            "What it makes others learn of people, as the end of a sentence.",
            rests_on=("text",),
        ),
        "private_places": Attribute(STRING, private_places, "What of it is not for everybody, in brackets, if any."),
        "hides_its_label": Attribute(
            FLAG,
            lambda t: bool(_hidden_label(t)),
            "Whether only a tag that few understand, or one behind other tags, says that it is paid for.",
            rests_on=("text", "disclose"),
        ),
        "names_attributes": Attribute(
            FLAG,
            _names_attributes,
            "Whether our own words, or the names of what is filled in, say what somebody is: their age, sex, pay.",
            rests_on=("text",),
        ),
        "blames": Attribute(
            FLAG,
            _blames,
            "Whether our own words, or the name of its table, hold something against whoever is named.",
            rests_on=("text", "sheet"),
        ),
        "rates": Attribute(
            FLAG,
            lambda t: tells_its_judgement(t.step),
            "Whether it tells people what a program makes of them: a score, a label, a charge.",
        ),
        "is_filled_in": Attribute(FLAG, lambda t: not _gap(t).shown, "Whether all its places are filled in."),
        "gap_is_slip": Attribute(
            FLAG, lambda t: _gap(t).is_slip, "Whether what stands there is a name that files fill in."
        ),
        "lacks_way_out": Attribute(
            FLAG, lambda t: _gap(t).is_way_out, "Whether the link by which people leave belongs there, by its name."
        ),
        "gap": Attribute(STRING, lambda t: _gap(t).shown, "The first place that nothing fills."),
        "gap_hint": Attribute(STRING, lambda t: _gap(t).hint, "What to write there instead, as a sentence."),
    },
    named=lambda t: quoted(t.shown),
    shown=lambda t: quoted(t.shown),
    find=lambda facts: spoken(facts.steps),
    owner=attrgetter("step"),
    about=attrgetter("step"),
    misread=lambda t: misread(t.step),
    asides={
        "people": attrgetter("provenance.people"),
        "quoted": attrgetter("provenance.quoted"),
        "is_written": lambda t: t.model is not None,
        "own_words": lambda t: (
            [each if isinstance(each, str) else "" for each in t.model.parts] if t.model is not None else []
        ),
    },
)
