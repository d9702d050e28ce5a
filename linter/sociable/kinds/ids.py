"""Slips in the files themselves: ids that are declared and used, and keys that stand in the open."""

from sociable.facts.credentials import Credential, credentials
from sociable.facts.declarations import Declaration, Reference, declarations, references
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type

DECLARATION = Kind(
    name="declaration",
    of=Declaration,
    attributes={
        "what": Attribute(Type("word", "declaration"), lambda d: d.what, "Whether it is an account or an automation."),
        "id": Attribute(STRING, lambda d: d.id, "The id it declares."),
        "is_used": Attribute(
            FLAG, lambda d: d.is_used, "Whether any automation runs on it or speaks of it; automations are always used."
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
        "name": Attribute(STRING, lambda r: r.name, "The id that is used."),
        "meant": Attribute(STRING, lambda r: r.meant, "The id that is most like it; empty if none is."),
        "hint": Attribute(STRING, lambda r: r.hint, "What to write instead, as a sentence."),
        "is_known": Attribute(FLAG, lambda r: r.known, "Whether any file describes that account."),
    },
    named=lambda r: f"`{r.name}`",
    find=references,
    is_word=True,
    ids=lambda r: (r.name,),
)

CREDENTIAL = Kind(
    name="credential",
    of=Credential,
    attributes={
        "what": Attribute(STRING, lambda k: k.what, "What sort of key or password it is, with an article."),
    },
    named=lambda k: str(k.what),
    find=credentials,
)
