"""Accounts."""

from collections.abc import Iterable
from operator import attrgetter

from sociable.facts.account_kinds import (
    account_kind,
    all_of,
    each_of,
    inbox,
    is_read_late,
    neglect,
    neglect_remedy,
    server_of,
)
from sociable.facts.facts import AccountFacts, spoken
from sociable.facts.quotas import quotas_of
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type
from sociable.records.named_module import LaterModule
from sociable.records.static import TYPE_CHECKING
from sociable.vocabulary.platforms import platform_row, server_word
from sociable.vocabulary.values import UNSTATED

if TYPE_CHECKING:
    from sociable.facts import laws
else:
    laws = LaterModule("sociable.facts.laws")


def _misread(account: AccountFacts) -> Iterable[str]:
    from sociable.facts.misread_keys import misread_of_account

    return misread_of_account(account)


def _approved(what: str, doc: str) -> Attribute:
    """What the file says of one thing that the platform may have agreed to."""
    return Attribute(
        Type("word", "approved"),
        lambda c: c.model.approved.get(what, UNSTATED),
        doc,
        rests_on=("approved", "ai_replies_approved") if what == "ai_replies" else ("approved",),
    )


def _unapproved_words(account: AccountFacts) -> str:
    refused = ("no", "asked")
    if account.model.approved.get("ai_replies") in refused and account.model.approved.get("automation") not in refused:
        return f"the answers that an AI writes for {all_of(account)}"
    return f"the program behind {all_of(account)}"


def _growing(account: AccountFacts) -> str:
    """The one that follows people or asks them to connect, or how many do: a list would hang on their order."""
    ties = (step for step in account.steps if step.verb.group == "tie" and step.verb.reaches_out and not step.approved)
    names = {step.automation.id for step in ties}
    return f"its {len(names)} automations with them" if len(names) > 1 else "".join(f"`{name}`" for name in names)


ACCOUNT = Kind(
    name="account",
    of=AccountFacts,
    attributes={
        "id": Attribute(STRING, attrgetter("id"), "Its id."),
        "platform": Attribute(Type("word", "platform"), attrgetter("platform"), "Where it lives.", indexed=True),
        "server": Attribute(
            Type("word", "server"), lambda c: server_word(server_of(c)), "Which server it is on, where many are."
        ),
        "is_known": Attribute(FLAG, attrgetter("known"), "Whether any file describes it."),
        "number": Attribute(
            NUMBER, attrgetter("model.stands_for"), "How many accounts of one hand it stands for.", rests_on=("count",)
        ),
        "run_by": Attribute(Type("word", "keeper"), attrgetter("run_by"), "Whose account it is."),
        "automated_label": Attribute(
            Type("word", "answer"),
            attrgetter("model.automated_label"),
            "Whether the profile says that it is automated.",
        ),
        "kind": Attribute(
            Type("word", "account_kind"),
            account_kind,
            "What sort of account it is: as stated, or by how it is called and worked.",
            rests_on=("kind", "via"),
        ),
        "growing": Attribute(
            STRING, _growing, "The automation that gathers people, or how many do; empty if none does."
        ),
        "laws": Attribute(
            Type("set", "law"),
            laws.laws,
            "Which laws on machines hold, by where its people live or where whoever runs it is based.",
            rests_on=("audience", "based_in"),
        ),
        "is_for_others_than_europe_and_brazil": Attribute(
            FLAG,
            laws.is_for_others_than_europe_and_brazil,
            "Whether it is also for people outside of the European Economic Area and Brazil, as the file says.",
            rests_on=("audience",),
        ),
        "publishing": _approved("publishing", "Whether the platform agreed that it publishes by the API."),
        "program": _approved("automation", "Whether the platform agreed to the program behind it."),
        "marks_apps": Attribute(
            FLAG,
            lambda c: platform_row(c.platform).marks_apps and account_kind(c) != "user",
            "Whether its platform shows in every conversation that it is a bot.",
            rests_on=("kind", "via"),
        ),
        "operator": Attribute(
            Type("word", "answer"),
            lambda c: UNSTATED if c.model.operator == UNSTATED else "yes",
            "Whether a person answers for it.",
        ),
        "inbox": Attribute(Type("word", "inbox"), inbox, "Whether somebody reads what comes back, within a month."),
        "neglect": Attribute(
            STRING, neglect, "What the file says of an inbox that nobody reads, as words.", rests_on=("inbox",)
        ),
        "is_read_late": Attribute(
            FLAG, is_read_late, "Whether people wait longer than a month for an answer.", rests_on=("inbox",)
        ),
        "neglect_remedy": Attribute(STRING, neglect_remedy, "What to do about that, in a sentence."),
        "pause": Attribute(Type("word", "answer"), attrgetter("model.pause"), "Whether somebody can stop everything."),
        "api_tier": Attribute(Type("word", "api_tier"), lambda c: c.model.api_tier, "Which API access it has."),
        "ai_replies_approved": _approved("ai_replies", "Whether the platform approved AI replies."),
        "unapproved_words": Attribute(
            STRING,
            _unapproved_words,
            "What its platform has not agreed to, by the file: its program, or the answers that an AI writes for it.",
            rests_on=("approved", "ai_replies_approved"),
        ),
        "ai_approval": Attribute(
            STRING,
            lambda c: platform_row(c.platform).ai_approval,
            "What its platform asks of AI replies, as a sentence; empty if it asks for nothing.",
            rests_on=("platform",),
        ),
        "verified": Attribute(
            Type("word", "answer"), attrgetter("model.verified"), "Whether the platform has verified it."
        ),
        "moderates": Attribute(
            Type("word", "answer"), attrgetter("model.moderates"), "Whether it is a moderator of the room it speaks in."
        ),
        "has_handle": Attribute(
            FLAG, lambda c: bool(c.model.handle), "Whether the file says under which name people see it."
        ),
        "automations": Attribute(
            Type("list", "automation"), attrgetter("automations"), "What runs on it.", rests_on=()
        ),
        "quotas": Attribute(
            Type("list", "quota"), quotas_of, "The limits of the platform that its automations count towards."
        ),
        "steps": Attribute(Type("list", "step"), attrgetter("steps"), "All steps of all its automations.", rests_on=()),
        "texts": Attribute(
            Type("list", "text"), lambda c: spoken(c.steps), "All texts of all its automations.", rests_on=("text",)
        ),
    },
    named=attrgetter("shown"),
    shown=each_of,
    find=lambda facts: facts.accounts,
    ids=lambda c: (c.id,),
    misread=_misread,
)
