"""What events carry: the things that stand after ``event.``, and what can be read off each."""

from sociable.records.record import Record

ROOTS = ("event", "account", "today", "now", "secrets")
"""What an expression may start with, besides the values that former steps produced."""

MOODS = ("positive", "neutral", "negative")
"""What `sentiment` of a post, message or review can be."""

USER = "user"
"""What ``event.…`` calls the person behind an event."""

POST = "post"
"""What ``event.…`` calls what somebody published."""


class Field(Record):
    """Something to be read off what an event carries.

    ``type`` is ``text``, ``mood``, ``language``, ``number``, ``stars``, ``flag``, ``age`` (a length of time), ``when``
    or ``any``; ``origin`` says whose content it is.
    ``judges``: it is no content, but tells what content is like.
    """

    name: str
    type: str
    origin: str
    judges: bool = False


class Carried(Record):
    """A thing that events carry: ``event.<name>``. A field ``*`` stands for what only the outside knows.

    ``is_post``: somebody said it, so that it can be answered. ``source`` is where it comes from, in words, if no
    rehearsal can make one up.
    """

    name: str
    fields: tuple[Field, ...]
    is_post: bool = False
    source: str = ""


CARRIED = {
    row.name: row
    for row in (
        Carried(
            "user",
            (
                Field("handle", "text", "identity"),
                Field("name", "text", "identity"),
                Field("url", "text", "identity"),
                Field("email", "text", "contact"),
                Field("id", "text", "identity"),
                Field("bio", "text", "words"),
                Field("location", "text", "identity"),
                Field("language", "language", "measure"),
                Field("followers", "number", "measure"),
                Field("following", "number", "measure"),
                Field("joined_at", "when", "measure"),
                Field("posts", "number", "measure"),
                Field("last_wrote", "age", "measure"),
                Field("has_written", "flag", "measure"),
                Field("has_replied", "flag", "measure"),
                Field("is_bot", "flag", "measure"),
                Field("is_follower", "flag", "measure"),
                Field("is_followed", "flag", "measure"),
                Field("is_verified", "flag", "measure"),
            ),
        ),
        Carried(
            "post",
            (
                Field("text", "text", "words"),
                Field("id", "text", "measure"),
                Field("url", "text", "link"),
                Field("author", "text", "identity"),
                Field("likes", "number", "measure"),
                Field("reposts", "number", "measure"),
                Field("replies", "number", "measure"),
                Field("sentiment", "mood", "measure", judges=True),
                Field("language", "language", "measure"),
                Field("hashtags", "text", "words"),
                Field("media", "text", "words"),
                Field("place", "text", "measure"),
                Field("has_image", "flag", "measure"),
                Field("has_description", "flag", "measure"),
                Field("is_reply", "flag", "measure"),
                Field("is_repost", "flag", "measure"),
                Field("posted_at", "when", "measure"),
            ),
            is_post=True,
        ),
        Carried(
            "message",
            (
                Field("text", "text", "private"),
                Field("media", "text", "private"),
                Field("has_image", "flag", "measure"),
                Field("sentiment", "mood", "measure", judges=True),
                Field("language", "language", "measure"),
                Field("sent_at", "when", "measure"),
            ),
            is_post=True,
        ),
        Carried(
            "review",
            (
                Field("text", "text", "words"),
                Field("rating", "stars", "measure", judges=True),
                Field("sentiment", "mood", "measure", judges=True),
                Field("language", "language", "measure"),
            ),
            is_post=True,
            source="the review",
        ),
        Carried("form", (Field("*", "any", "private"),), source="the form"),
        Carried(
            "trend",
            (Field("name", "text", "trend"), Field("volume", "number", "measure"), Field("place", "text", "trend")),
            source="the trends",
        ),
        Carried(
            "count",
            (Field("followers", "number", "measure"), Field("posts", "number", "measure")),
            source="the account's numbers",
        ),
        Carried(
            "item",
            (
                Field("title", "text", "feed"),
                Field("text", "text", "feed"),
                Field("summary", "text", "feed"),
                Field("url", "text", "feed"),
                Field("author", "text", "feed"),
                Field("image", "text", "feed"),
                Field("published_at", "when", "measure"),
            ),
            source="the feed",
        ),
        Carried("payload", (Field("*", "any", "data"),), source="the other program"),
        Carried("row", (Field("*", "any", "table"),), source="the table"),
        Carried("order", (Field("*", "any", "data"),), source="the order"),
    )
}

CONTACT_COLUMNS = frozenset(
    (
        "email",
        "e_mail",
        "email_address",
        "phone",
        "phone_number",
        "telephone",
        "mobile",
    )
)
"""Columns of an outside table that tell how to reach somebody, as people usually name them."""

PLACE_COLUMNS = frozenset(("address", "street", "postcode"))
"""Columns that tell where somebody lives in a table of people, and in any other where something is."""

INTIMATE_COLUMNS = frozenset(
    (
        *("age", "birthday", "birthdate", "birth_date", "date_of_birth", "born", "born_on", "dob", "turns"),
        *("health", "diagnosis", "illness", "medication", "disability", "pregnancy"),
        *("religion", "faith", "ethnicity", "orientation", "marital_status"),
        *("salary", "wage", "income", "debt", "debts", "grades", "sick_days", "absences", "iban"),
    )
)
"""Columns of an outside table that tell what people keep to themselves; a table that is not about people has others."""

PERSON_COLUMNS = frozenset(
    (
        *("handle", "username", "user_name", "user", "nickname", "first_name", "firstname", "last_name", "lastname"),
        *("surname", "full_name", "fullname", "instagram", "twitter", "mastodon", "bluesky", "threads", "tiktok"),
        *("telegram", "discord", "member"),
    )
)
"""Columns of an outside table that say who somebody is, whatever the table is about."""

NAME_COLUMNS = frozenset(("name", "names", "who", "photo", "picture", "portrait", "face"))
"""Columns that say or show who somebody is where the table is about people."""

WORDS_FOR_PEOPLE = frozenset(
    (
        *("reader", "member", "customer", "guest", "player", "pupil", "student", "client", "patient", "subscriber"),
        *("follower", "fan", "volunteer", "donor", "employee", "colleague", "resident", "tenant", "neighbour"),
        *("neighbor", "visitor", "buyer", "attendee", "participant", "debtor", "borrower", "parent", "child", "user"),
        *("people", "person", "friend", "owner", "tutor", "teacher", "driver", "runner", "worker", "winner", "loser"),
        *("applicant", "candidate", "passenger", "lodger", "singer", "speaker", "supporter", "backer", "staff"),
        *("suspect", "culprit", "offender", "thief", "shoplifter", "absentee", "latecomer", "defaulter"),
        *("mother", "father", "grandparent", "kid", "baby", "farmer", "nurse", "doctor", "gardener", "carer"),
        *("trainee", "apprentice", "intern", "graduate", "newcomer", "beginner", "joiner", "leaver", "mentee"),
        *("climber", "swimmer", "rider", "cyclist", "hiker", "camper", "rower", "sailor", "angler", "voter"),
        *("citizen", "pensioner", "veteran", "refugee", "courier", "cashier", "waiter", "flatmate", "classmate"),
    )
)
"""Words, in the singular, that call a table or a value after people."""

SAID_COLUMNS = frozenset(
    (
        *(
            "message",
            "messages",
            "text",
            "comment",
            "comments",
            "answer",
            "remark",
            "remarks",
            "wish",
            "wishes",
            "story",
        ),
        *("quote", "feedback", "opinion", "review", "entry", "suggestion", "idea", "question", "words", "greeting"),
        *(
            "nachricht",
            "kommentar",
            "antwort",
            "wunsch",
            "gruß",
            "meinung",
            "commentaire",
            "avis",
            "souhait",
            "mensaje",
        ),
        *("comentario", "opinión", "deseo", "commento", "messaggio", "recensione", "opmerking", "bericht", "wens"),
        *("mensagem", "comentário", "wiadomość", "komentarz", "opinia"),
    )
)
"""Columns that hold what people say in their own words."""

RATING_COLUMNS = frozenset(
    ("rating", "ratings", "stars", "score", "nps", "satisfaction", "mark", "grade", "sterne", "note", "estrellas")
)
"""Fields that say how pleased somebody was."""

PROFILED = ("user", "review")
PROFILE_FIELDS = {
    "followers": "the number of followers",
    "following": "the number of accounts that are followed",
    "joined_at": "the age of the account",
    "posts": "the number of posts",
    "rating": "the stars in a review",
    "bio": "what a profile says",
    "location": "the place in a profile",
    "is_verified": "a mark of the platform",
    "last_wrote": "the time since the last message",
}
"""Numbers and other facts by which a machine may judge somebody, whatever they say."""
