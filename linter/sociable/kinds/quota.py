"""What the automations of an account come to together, and what each adds."""

from operator import attrgetter

from sociable.facts.quotas import Quota, QuotaShare, quotas
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type

QUOTA = Kind(
    name="quota",
    of=Quota,
    attributes={
        "account": Attribute(Type("account"), attrgetter("account"), "The account whose automations are counted."),
        "platform": Attribute(Type("word", "platform"), attrgetter("account.platform"), "Whose limit it is."),
        "verbs": Attribute(Type("set", "verb"), attrgetter("limit.verbs"), "The verbs that count."),
        "action": Attribute(STRING, attrgetter("limit.action"), "What is counted, such as posts."),
        "limit": Attribute(NUMBER, attrgetter("limit.most"), "How many the platform allows."),
        "per": Attribute(STRING, attrgetter("limit.per"), "In what time, such as a day."),
        "allowance": Attribute(STRING, lambda q: q.limit.allowance, "As a `limit:` says it: `50 per day`."),
        "remedy": Attribute(STRING, attrgetter("remedy"), "What to do about too much, in sentences."),
        "scope": Attribute(STRING, attrgetter("limit.scope"), "For whom the limit holds."),
        "is_of_server": Attribute(
            FLAG, lambda q: bool(q.limit.server), "Whether one server asks for it by its rules, and no software counts."
        ),
        "applies": Attribute(Type("word", "answer"), attrgetter("applies"), "Whether it holds for this account."),
        "evidence": Attribute(
            Type("word", "evidence"), attrgetter("limit.evidence"), "How much the published figure can be relied on."
        ),
        "most": Attribute(NUMBER, attrgetter("most"), "What all automations of the account come to together."),
        "is_certain": Attribute(FLAG, attrgetter("is_certain"), "Whether schedules alone come to that."),
        "shares": Attribute(Type("list", "share"), attrgetter("shares"), "What each automation adds."),
        "is_of_one_step": Attribute(FLAG, attrgetter("is_of_one_step"), "Whether one step alone comes to that."),
        "first": Attribute(Type("step"), attrgetter("first"), "The step that adds most."),
    },
    named=lambda q: f"{q.limit.action} of {q.account.shown}",
    find=quotas,
    placed=False,
    members=attrgetter("steps"),
    cites=attrgetter("citation"),
)

SHARE = Kind(
    name="share",
    of=QuotaShare,
    attributes={
        "automation": Attribute(Type("automation"), attrgetter("automation"), "The automation."),
        "times": Attribute(NUMBER, attrgetter("times"), "How many it adds."),
        "pace": Attribute(STRING, attrgetter("pace"), "Where the number comes from, such as every 5 minutes."),
    },
    named=lambda s: f"what `{s.automation.id}` adds",
    owner=attrgetter("step"),
)
