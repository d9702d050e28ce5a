"""What a platform or a law forbids is an error on some page, or it stands here why it is none."""

from collections.abc import Iterator

from sociable.engine.compiled_rule import CompiledRule
from sociable.rulebook.rulebook import with_built_in
from sociable.sources.basis import basis_of
from sociable.sources.library import library

MILDER = {
    "BSKY-11": "when lists are abused is not said; BSKY-10 carries the error for harassment",
    "DISC-14": "that people are from Discord is known only by where their list came from",
    "LAW-16": "its wording is of 2013, and what took its place was not read to the end; LAW-15 carries the error",
    "LAW-62": "which public body is a local authority is in no file; LAW-15 carries the error",
    "LI-03": "another fact allows it to approved apps",
    "LI-05": "LI-01 carries the error for each invitation by a machine",
    "LINE-05": "its weight is a warning, because what is wrongful is in no file; LINE-02 carries an error",
    "LINE-06": "its weight is a warning, because what is wrongful is in no file",
    "META-03": "it stands among deceptive links, which no file shows; META-21 and META-22 carry the error",
    "META-04": "META-21 carries the error for whatever is given for engagement",
    "SNAP-02": "its weight is a warning, because which AI made something is in no file",
    "TT-11": "TikTok's consent does not make a message one that people asked for; TT-17 carries the error for spam",
    "WA-06": "what does harm is in no file; WA-17 carries the error for messages in bulk past the API",
    "WX-02": "WX-01 carries the error for each such way in",
    "X-05": "how many within which time is not said; X-02 carries the error for each follow by a machine",
    "X-13": "X-61 and X-62 carry the error for the same replies",
    "X-14": "X-69 allows it below a post of one's own",
    "X-32": "a figure; what comes near it is judged by how sure it is",
    "X-52": "who blocked an account is in no file",
    "X-66": "a figure; what comes near it is judged by how sure it is",
    "X-73": "how many are a bulk is not said",
    "YT-04": "YT-03 carries the error for subscriptions by a machine",
}
"""Facts that forbid, whose pages were seen or which are law, and that carry no error; each with the reason."""

IN_FORCE = {
    "belgian-mail-decree": "no later decree has taken its place",
    "dutch-telecom": "the act by which the article got its wording",
    "eprivacy": "the directive as it was last changed",
    "french-cpce": "the wording of the article since 26 July 2020",
}
"""Laws whose wording is older than five years; each with why it holds still."""


def facts_that_forbid() -> Iterator[str]:
    for fact in library().facts.values():
        is_known = fact.is_its_own_page or fact.is_law
        if fact.verdict == "forbids" and is_known and not (fact.unused or fact.superseded_by):
            yield fact.id


def facts_that_carry_an_error() -> set[str]:
    pages = with_built_in().rules
    return {
        each.fact
        for page in pages
        for each in basis_of(CompiledRule(page).page.sources)
        if any(carried.level == "error" for carried in each.carries)
    }


def test_what_is_forbidden_is_an_error_or_it_is_said_why_not() -> None:
    assert set(facts_that_forbid()) - facts_that_carry_an_error() == MILDER.keys()


def _years_between(dated: str, seen: str) -> int:
    return int(seen[:4]) - int(dated[:4]) - (seen[5:] < dated[5:]) if dated else 0


def test_no_error_rests_on_a_text_older_than_five_years_unless_it_is_a_law_in_force() -> None:
    resting = [library().facts[name] for name in facts_that_carry_an_error() if name]
    aged = {each.document.id for each in resting if _years_between(each.dated or each.document.dated, each.seen) >= 5}
    assert aged == IN_FORCE.keys()
