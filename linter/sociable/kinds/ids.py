"""Slips in the files themselves: ids that are declared and used, and keys that stand in the open."""

from operator import attrgetter

from sociable.facts.credentials import Credential, credentials
from sociable.facts.declarations import Declaration, Reference, References, declarations
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type

DECLARATION = Kind(
    name="declaration",
    of=Declaration,
    attributes={
        "what": Attribute(
            Type("word", "declaration"), attrgetter("what"), "Whether it is an account or an automation."
        ),
        "id": Attribute(STRING, attrgetter("id"), "The id it declares."),
        "is_used": Attribute(
            FLAG,
            lambda d: d.is_used,
            "Whether any automation runs on it or speaks of it; automations are always used.",
        ),
        "is_awaited": Attribute(
            FLAG,
            lambda d: d.is_awaited,
            "Whether an automation waits for an account of that handle, in `from:`.",
        ),
    },
    named=lambda d: f"the {d.what} `{d.id}`",
    find=declarations,
    removable=True,
    ids=lambda d: (d.id,),
)

REFERENCE = Kind(
    name="reference",
    of=Reference,
    attributes={
        "name": Attribute(STRING, attrgetter("name"), "The id that is used."),
        "meant": Attribute(STRING, attrgetter("meant"), "The id that is most like it; empty if none is."),
        "hint": Attribute(STRING, attrgetter("hint"), "What to write instead, as a sentence."),
        "is_known": Attribute(FLAG, attrgetter("known"), "Whether any file describes that account."),
    },
    named=lambda r: f"`{r.name}`",
    find=References,
    is_word=True,
    ids=lambda r: (r.name,),
)

CREDENTIAL = Kind(
    name="credential",
    of=Credential,
    attributes={
        "what": Attribute(STRING, attrgetter("what"), "What sort of key or password it is, with an article."),
        "opens": Attribute(
            STRING,
            attrgetter("opens"),
            "Whose it is and for where, in brackets after a space, where it stands in a web address; or empty.",
        ),
        "is_in_address": Attribute(FLAG, lambda k: bool(k.host), "Whether it stands in a web address."),
    },
    named=lambda k: str(k.what),
    find=credentials,
)
