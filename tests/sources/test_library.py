"""The facts that come with the linter: well formed, each in a document, none left over without a reason."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sociable.facts.platform_limits import rows
from sociable.rulebook.rulebook import with_built_in
from sociable.sources.basis import basis_of
from sociable.sources.fact import Fact
from sociable.sources.library import library
from sociable.sources.text_lengths import text_lengths
from sociable.vocabulary.platforms import PLATFORMS

from generators.lengths_page import lengths_schema
from generators.sources_schema import platforms, sources_schema

FOLDER = Path(__file__).parents[2] / "rules" / "sources"
FILES = sorted(FOLDER.glob("*.json"))
LIBRARY = library()
FACTS = list(LIBRARY.facts.values())
CITED = {basis.fact for page in with_built_in().rules for basis in basis_of(page.sources) if basis.fact}
COLLECTED = FOLDER.parents[2] / "shared" / "facts"
LONGEST_COPY = 12
"""Words in a row that a fact may share with the collected sentence or the platform's own words."""
FOUND_SINCE = {
    *("LAW-10", "LAW-40", "LINE-01", "LINE-02", "QU-01", "QU-02", "XING-01", "YELP-01", "YELP-02"),
    *("LAW-07", "LAW-29", "LAW-32", "LAW-41", "TB-01", "TB-02", "TB-03", "BSKY-01", "BSKY-02", "BSKY-04"),
}
"""Collected with an address that was inferred, with another one than the copy was read at, or with that of an Act as it
was before it was changed to say so, before its platform gave it another name and place, or at a letter that told of
it."""

ELSEWHERE = {
    ("messenger_instagram", "standard_messaging_window"): "the fact META-07, and META-23",
    ("us_can_spam", "honour_opt_out"): "the fact LAW-61",
    ("messenger", "api_calls"): "200 for each person, as a limit that is not judged",
    ("whatsapp", "marketing_per_person"): "no number is published; the fact WA-12",
    ("discord", "dms_opened"): "no number is published; the fact DISC-09",
    ("slack", "web_api_tiers"): "four figures, one for each tier",
    ("bluesky", "alt text"): "no number is published",
}
"""Collected figures that are not among limits or lengths, and where else; prices are no quotas."""


def content(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_as_its_schema_says(path: Path) -> None:
    jsonschema.Draft202012Validator(sources_schema()).validate(content(path))


def test_lengths_are_well_formed() -> None:
    jsonschema.Draft202012Validator(lengths_schema()).validate({"lengths": list(text_lengths())})
    for row in text_lengths():
        assert row["document"] in LIBRARY.documents, row
        assert row["note"] == "" or row["note"].endswith("."), row


def test_no_id_is_given_twice() -> None:
    ids = [row["id"] for path in FILES for row in (*content(path)["facts"], *content(path)["documents"])]
    ids += [row["id"] for row in (*rows(), *text_lengths())]
    assert len(ids) == len(set(ids))


def test_a_document_has_one_address_and_an_address_one_document() -> None:
    documents = LIBRARY.documents.values()
    assert len({each.title for each in documents}) == len(documents)
    assert len({each.address.rstrip("/").casefold() for each in documents}) == len(documents)


def test_every_document_is_used() -> None:
    used = {fact.document.id for fact in FACTS}
    used |= {row["document"] for row in (*rows(), *text_lengths())}
    assert LIBRARY.documents.keys() - used == set()


def test_a_fact_is_used_or_says_why_it_is_not() -> None:
    """Cite it on the page of a rule, or give its row ``unused`` with the reason."""

    def left_over(fact: Fact) -> bool:
        return fact.id not in CITED and not fact.superseded_by and fact.verdict != "follows"

    assert [fact.id for fact in FACTS if bool(fact.unused) != left_over(fact)] == []


def test_other_facts_are_facts() -> None:
    for fact in FACTS:
        for other in filter(None, (fact.superseded_by, fact.narrowed_by, fact.conflicts_with)):
            assert other in LIBRARY.facts, fact.id
            assert other != fact.id
        if fact.conflicts_with:
            assert LIBRARY.facts[fact.conflicts_with].conflicts_with in (fact.id, ""), fact.id


def test_a_platform_without_words_in_the_format_has_no_rule() -> None:
    for fact in FACTS:
        assert set(fact.on) <= set(platforms()), fact.id
        assert fact.unused or fact.superseded_by or set(fact.on) <= PLATFORMS.keys(), fact.id


def test_what_follows_says_of_which_rules_and_nothing_else_does() -> None:
    for fact in FACTS:
        assert not fact.after or fact.verdict == "follows", fact.id
        assert fact.after or fact.on or fact.verdict != "follows", fact.id
        assert set(fact.after) <= LIBRARY.facts.keys()
        assert fact.id not in CITED or fact.verdict != "follows", "what follows is told by reports, not by rules"


def test_only_what_was_seen_or_happened_carries_an_error_or_nothing() -> None:
    assert [fact.id for fact in FACTS if fact.verdict == "reports" and fact.weight != "info"] == []
    silent = [fact for fact in FACTS if fact.verdict in ("allows", "explains")]
    assert [fact.id for fact in silent if fact.weight == "error"] == ["RED-12"]


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="the collected facts are not here")
def test_every_collected_fact_is_carried_over_in_other_words() -> None:
    for name in ("policies.json", "policies-2.json"):
        for row in json.loads((COLLECTED / name).read_text()):
            fact = LIBRARY.facts[row["id"]]
            assert not fact.is_its_own_page or row["grade"] == "P1", fact.id
            ours = f" {' '.join(words(fact.says))} "
            for theirs in (words(row["rule"]), words(row["quote"])):
                runs = (theirs[at : at + LONGEST_COPY] for at in range(len(theirs) - LONGEST_COPY + 1))
                assert not [run for run in runs if f" {' '.join(run)} " in ours], fact.id


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="the collected facts are not here")
def test_every_collected_fact_stands_where_it_was_found() -> None:
    for name in ("policies.json", "policies-2.json"):
        for row in json.loads((COLLECTED / name).read_text()):
            document = LIBRARY.facts[row["id"]].document
            is_there = document.address.rstrip("/") == row["url"].rstrip("/")
            assert is_there == (row["id"] not in FOUND_SINCE), row["id"]


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="the collected facts are not here")
def test_every_collected_figure_is_carried_over() -> None:
    ours = {(row["platform"], row["most"]) for row in (*rows(), *text_lengths())}
    left_out = set()
    for name in ("limits.json", "limits-2.json", "text-lengths.json"):
        for row in json.loads((COLLECTED / name).read_text()):
            what, platform = row.get("action") or row["what"], row["platform"].partition(":")[0]
            if not what.startswith("cost_usd_") and (platform.replace("_", "-"), row["limit"]) not in ours:
                left_out.add((platform, what))
    assert left_out == ELSEWHERE.keys()
