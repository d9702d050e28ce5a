"""What the automations of an account come to together, and what each adds."""

from sociable.facts.quotas import Quota, QuotaShare, quotas
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type

QUOTA = Kind(
    name="quota",
    of=Quota,
    attributes={
        "account": Attribute(Type("account"), lambda q: q.account, "The account whose automations are counted."),
        "platform": Attribute(Type("word", "platform"), lambda q: q.account.platform, "Whose limit it is."),
        "verbs": Attribute(Type("set", "verb"), lambda q: q.limit.verbs, "The verbs that count."),
        "action": Attribute(STRING, lambda q: q.limit.action, "What is counted, such as posts."),
        "limit": Attribute(NUMBER, lambda q: q.limit.most, "How many the platform allows."),
        "per": Attribute(STRING, lambda q: q.limit.per, "In what time, such as a day."),
        "allowance": Attribute(STRING, lambda q: q.limit.allowance, "As a `limit:` says it: `50 per day`."),
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
    named=lambda q: f"{q.limit.action} of {q.account.shown}",
    find=quotas,
    placed=False,
    members=lambda q: q.steps,
    cites=lambda q: q.citation,
)

SHARE = Kind(
    name="share",
    of=QuotaShare,
    attributes={
        "automation": Attribute(Type("automation"), lambda s: s.automation, "The automation."),
        "times": Attribute(NUMBER, lambda s: s.times, "How many it adds."),
        "pace": Attribute(STRING, lambda s: s.pace, "Where the number comes from, such as every 5 minutes."),
    },
    named=lambda s: f"what `{s.automation.id}` adds",
    owner=lambda s: s.step,
)
