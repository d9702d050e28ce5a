"""Reports made by hand, as reading and judging would make them."""

import hashlib

from sociable.findings.finding import Citation, Clause, EvidenceStep, Finding, LoopEvidence, Played, Related
from sociable.findings.report import Report, Skipped
from sociable.text.source import Source, Span

COUNCIL = Source(
    "clients/council/automations.yml",
    """\
sociable: 1

automations:
  - id: name-and-shame
    account: council
    when: unfollowed
    do:
      - post: "{{ event.user.handle }} has just unfollowed us. Was it something we said?"

  - id: weekly-wall
    account: council
    when: {event: schedule, every: 1 week}
    do:
      - post: >-
          These people left us this week:
          {{ unfollowers }}

  - id: help-desk
    account: counsil
    when: mentioned
    do:
      - reply: "Thank you for your message!"
""",
)

ACCOUNTS = Source(
    "accounts.yml",
    """\
sociable: 1
accounts:
  council:
    platform: x
    handle: "@examplecouncil"
    inbox: unread
""",
)

SHOP = Source(
    "clients/shop.yml",
    """\
automations:
  - id: shop-thanks
    account: shop
    when: followed
    do:
      - follow: event.user
""",
)

BLOG = Source(
    "clients/blog.yml",
    """\
automations:
  - id: blog-back
    account: blog
    when: followed
    do:
      - follow: event.user
""",
)


def span(source: Source, words: str) -> Span:
    """The first place of ``words`` in ``source``."""
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def finding(
    place: Span,
    rule: str = "some-rule",
    severity: str = "warning",
    message: str = "something is wrong",
    *,
    confidence: str = "high",
    people_see: str = "",
    why: str = "",
    advice: str = "",
    subjects: tuple[str, ...] = (),
    platform: str = "",
    citation: Citation | None = None,
    related: tuple[Related, ...] = (),
    loop: LoopEvidence | None = None,
    why_held: tuple[Clause, ...] = (),
) -> Finding:
    fingerprint = hashlib.sha256(repr((rule, subjects, place.text)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Finding(
        rule,
        severity,
        confidence,
        place,
        message,
        people_see,
        why,
        advice,
        subjects,
        fingerprint,
        platform,
        citation,
        related=related,
        loop=loop,
        why_held=why_held,
    )


def report(*findings: Finding, skipped: tuple[Skipped, ...] = ()) -> Report:
    files = tuple(sorted({found.span.path for found in findings})) or ("clients/council/automations.yml",)
    return Report(findings, files, skipped, accounts=4, automations=14, rules=19)


AUTOMATION_RULES = Citation(
    "X, Automation rules",
    "https://help.x.com/en/rules-and-policies/x-automation",
    "copy of October 2025, seen 23 November 2026",
    "an automatic mention needs a person who asked for it",
)
_READ_BY_ALL = "Everyone who follows the account reads who has just stopped following it."
_NO_OFFENCE = "Leaving is not an offence; a public answer to it is a punishment, and everyone watching learns that."

STORY = report(
    finding(
        span(COUNCIL, '"{{ event.user.handle }} has just unfollowed us. Was it something we said?"'),
        "unfollow-shaming",
        "error",
        "name-and-shame tells everyone that the person who stopped following has left @examplecouncil",
        advice="Keep it to yourselves: replace the post by a private `notify`.",
        subjects=("name-and-shame", "council"),
        platform="x",
        citation=AUTOMATION_RULES,
        people_see=_READ_BY_ALL,
        why=_NO_OFFENCE,
    ),
    finding(
        span(COUNCIL, ">-\n          These people left us this week:\n          {{ unfollowers }}\n"),
        "unfollow-shaming",
        "error",
        "weekly-wall tells everyone who has stopped following @examplecouncil",
        advice="Keep it to yourselves: `notify` the team of the list, or post the number alone.",
        subjects=("weekly-wall", "council"),
        platform="x",
        citation=AUTOMATION_RULES,
        people_see=_READ_BY_ALL,
        why=_NO_OFFENCE,
    ),
    finding(
        span(COUNCIL, "counsil"),
        "not-understood",
        "error",
        "`counsil` is no account of this project",
        advice="Did you mean `council`?",
        subjects=("help-desk",),
    ),
    finding(
        span(COUNCIL, "name-and-shame"),
        "shamed-after-silence",
        "warning",
        "@examplecouncil shames people who leave, and nobody answers those who write",
        confidence="medium",
        people_see="Somebody asks a question, hears nothing, leaves, and is named in public for leaving.",
        why="People who are not answered have a reason to go.",
        advice="Say who reads the inbox: `inbox: {read_by: comms team}`.",
        subjects=("council",),
        related=(Related(span(ACCOUNTS, "inbox: unread"), "nobody reads what people write to @examplecouncil"),),
    ),
    finding(
        span(COUNCIL, '"Thank you for your message!"'),
        "dead-end-reply",
        "info",
        "help-desk answers everyone with the same words and tells no colleague",
        people_see="The same thank-you again and again, and never an answer.",
        advice="Add `- assign: {to: comms team}`.",
        subjects=("help-desk",),
    ),
    skipped=(
        Skipped("docker-compose.yml", "has no `automations` and no `accounts`"),
        Skipped("notes/todo.yaml", "has no `automations` and no `accounts`"),
    ),
)

LOOP = report(
    finding(
        span(SHOP, "shop-thanks"),
        "auto-follow-loop",
        "error",
        "2 automations follow each other in a loop",
        people_see="Two accounts that follow each other, and nobody who chose it.",
        why="A follow that nobody decided says nothing, and whoever counts followers counts machines.",
        advice="Let a person decide one of the two follows: add `approval: human` to blog-back.",
        subjects=("blog-back", "shop-thanks"),
        loop=LoopEvidence(
            (
                EvidenceStep(
                    "shop-thanks", "@shop", "@blog follows @shop", "follows @blog", span(SHOP, "follow: event.user")
                ),
                EvidenceStep(
                    "blog-back", "@blog", "@shop follows @blog", "follows @shop", span(BLOG, "follow: event.user")
                ),
            ),
            "settles",
            "It settles. After one round both follow each other, and nothing more is sent",
            "plain",
            "certain",
            0,
            "",
            (
                "no step waits for a person's approval",
                "neither automation has `once_per: user`",
                "@shop and @blog are not among the accounts that the other ignores",
            ),
            "add `ignore: [own_accounts]` to `shop-thanks` (this ends the loop)",
            ("shop-follows", "blog-follows", "cafe-follows"),
            (
                Played("shop", "@shop follows @blog", "@shop follows @blog", ""),
                Played("blog", *("@blog does nothing: it follows @shop already",) * 2, ""),
            ),
        ),
    ),
    finding(
        span(BLOG, "blog-back"),
        "reply-loop",
        "warning",
        "blog-back can answer itself for ever",
        subjects=("blog-back",),
        loop=LoopEvidence(
            (
                EvidenceStep(
                    "blog-back", "@blog", "somebody replies", "replies to them", span(BLOG, "follow: event.user")
                ),
            ),
            "spawns",
            "Every round writes a new reply",
            "plain",
            "may",
            0,
            "at most 240 replies per day, for ever, because of the limit of `blog-back`",
            (),
            "",
            (),
        ),
    ),
)

_TITLE = "\x1b[2J\x1b]8;;https://evil.example\x07ok"
_FORGED = (
    f"{_TITLE}\n::error::owned\r##[add-mask]x\u202egnp.exe\u200b \x9b31m "
    "`rm` <b>hi</b> [go](https://evil.example) {0}"
)
_ODD = Source(
    "a,b:c%\x1b[31m\n::error::x.yml",
    f'automations:\n  - id: "{_TITLE}"\n::warning::##vso[task.setvariable] \x00\x85\u2028\ud800 \u202e\n',
)
HOSTILE = report(
    finding(
        span(_ODD, _TITLE),
        "some-rule",
        "error",
        f"the id {_FORGED} is odd",
        people_see=_FORGED,
        why="::error::why",
        advice="x" * 30 + " ::error::" + "y" * 90 + " ##[error]z",
        subjects=(_FORGED,),
        related=(Related(span(_ODD, "##vso[task.setvariable]"), f"::notice::{_FORGED}"),),
    ),
    skipped=(Skipped("::error::skipped\x1b.yml", "\n::error::reason"),),
)

_EMOJI = Source(
    "emoji.yml",
    """\
x:
  - post: "🎉👩‍💻 Danke, 東京 {{ event.user.name }} ❤️"
\t- tab:\there
  - post: "très élégant {{ who }}"
""",
)
WIDE = report(
    finding(span(_EMOJI, "{{ event.user.name }}"), message="names a person after wide characters 🎉 " + "東京" * 40),
    finding(span(_EMOJI, "🎉👩‍💻"), message="marks wide characters"),
    finding(span(_EMOJI, "here"), message="stands behind tabs"),
    finding(span(_EMOJI, "{{ who }}"), message="stands behind accents"),
)

_LONG = Source(
    "minified.json",
    '{"automations": [{"id": "start"'
    + ', "k": 1' * 40
    + ', "post": "{{ event.user.name }}"'
    + ', "k": 1' * 40
    + ', "end": 1}]}',
)
LONG = report(
    finding(span(_LONG, '"start"'), message="stands at the beginning of a long line"),
    finding(span(_LONG, '"{{ event.user.name }}"'), message="stands in the middle of a long line"),
    finding(span(_LONG, '"end"'), message="stands at the end of a long line"),
    finding(span(_LONG, _LONG.text), message="is the whole of a long line"),
)

_NO_TEXT = Source("locked.yml", "")
_ENDS = Source("ends.yml", "a: 1\n")
EDGES = report(
    finding(
        Span(_NO_TEXT, 0, 0),
        "unreadable-file",
        "error",
        "the file may not be read",
        advice="Give yourself the right to read it.",
    ),
    finding(Span(_ENDS, 5, 5), "broken-yaml", "error", "the file ends too early"),
    finding(Span(_ENDS, 4, 5), message="is only a line end"),
    finding(
        span(_ENDS, "a"),
        message="is one of many",
        related=tuple(Related(span(COUNCIL, "council"), f"copy {number}") for number in range(1, 9)),
    ),
)

_POST = span(COUNCIL, '"{{ event.user.handle }} has just unfollowed us. Was it something we said?"')
_NAMED = Clause(
    *("", "s.text names a.person", True, "“…” names the person who stopped following", _POST),
    words="the text names the person who set it off",
)
WHY = report(
    finding(
        span(COUNCIL, "post"),
        why_held=(
            Clause(
                *("when", "s.audience is public", True, "who notices it: anybody can see it", span(COUNCIL, "post")),
                words="anybody can see it",
            ),
            Clause("when", "shames(s) or s.text names unfollowers", True, "", None, (_NAMED,)),
            Clause(
                *("unless", "s.is_approved", False, "whether a person says yes before it happens: no", None),
                words="nobody has to say yes before it happens",
            ),
        ),
    ),
    finding(
        span(COUNCIL, "unfollowed"),
        why_held=(
            Clause(
                *("unless", "some step s in a.steps has s.is_approved", False, "true of none of 2 steps", None),
                words="in none of its steps: a person of ours says yes before it happens",
            ),
        ),
    ),
)

CLEAN = report()
NOTHING = Report((), (), (), accounts=0, automations=0, rules=19)

REPORTS = {
    "story": STORY,
    "loop": LOOP,
    "hostile": HOSTILE,
    "wide": WIDE,
    "long": LONG,
    "edges": EDGES,
    "why": WHY,
    "clean": CLEAN,
    "nothing": NOTHING,
}
