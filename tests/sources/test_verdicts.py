"""What the examples on rule pages and the scenarios of platforms give, how grave, and on which fact.

After a change of a fact or a rule, SOCIABLE_UPDATE_GOLDEN=1 writes the tables anew, and their difference is what the
change does.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import Member
from sociable.project.load import read_text
from sociable.rulebook.pages import read_page
from sociable.rulebook.rulebook import with_built_in
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import DEFAULT_PROFILE

from tests.goldens import comparing_with

ROOT = Path(__file__).parents[2]
PAGES = with_built_in().rules
RULES = [CompiledRule(page) for page in PAGES if not page.rule.profiles or DEFAULT_PROFILE in page.rule.profiles]
NO_PLATFORM = "none"


def texts() -> Iterator[tuple[str, str]]:
    """Each file by what it is called here: an example with its page, a scenario with its number."""
    for rule in PAGES:
        page, _ = read_page(rule.path, Path(rule.path).read_text(encoding="utf-8"), rule.category)
        yield from ((f"{rule.rule.name}, {example.name}", example.text) for example in page.examples)
    for path in sorted((ROOT / "tests" / "conformance").glob("*/*.yml")):
        yield f"scenario {path.stem}", path.read_text(encoding="utf-8")


def verdict(rule: str, member: Member) -> str:
    fact = member.citation.fact or member.citation.title if member.citation else "our judgement"
    return f"{member.severity} {rule}: {fact}"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in texts():
        told: dict[str, dict[str, None]] = {}
        for finding in judge(derive(read_text("a.yml", text).setup), RULES):
            for member in finding.members:
                told.setdefault(member.platform or NO_PLATFORM, {})[verdict(finding.rule, member)] = None
        for platform, lines in told.items():
            found.setdefault(platform, []).extend([name, *(f"    {line}" for line in sorted(lines))])
    return found


@pytest.mark.xdist_group("verdicts")
@pytest.mark.parametrize("platform", [*PLATFORMS, NO_PLATFORM])
def test_verdicts_are_what_they_were(verdicts: dict[str, list[str]], platform: str) -> None:
    lines = verdicts.get(platform, [])
    comparing_with("verdicts")(f"{platform}.txt", "".join(f"{line}\n" for line in lines))
