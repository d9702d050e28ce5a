from sociable.findings.finding import Related
from sociable.review.selection import Touched, touching
from sociable.text.source import Source, Span

from tests.output.builders import LOOP, finding


def here(path: str) -> Span:
    return Span(Source(path, "a"), 0, 1)


def test_a_finding_touches_the_files_of_all_its_places() -> None:
    alone = finding(here("a.yml"))
    shows = finding(here("b.yml"), related=(Related(here("a.yml"), "it"),))
    elsewhere = finding(here("c.yml"))
    assert touching((alone, shows, elsewhere), Touched({"a.yml"})) == [alone, shows]
    assert touching((alone, shows, elsewhere), Touched(set())) == []


def test_a_loop_touches_all_files_that_it_runs_through() -> None:
    loop, alone = LOOP.findings
    assert touching((loop, alone), Touched({"clients/blog.yml"})) == [loop, alone]
    assert touching((loop, alone), Touched({"clients/shop.yml"})) == [loop]


def test_a_finding_touches_the_file_of_the_account_that_it_is_about() -> None:
    """Whoever changes an account changes what its automations in other files come to."""
    about = finding(here("automations.yml"))._replace(hidden=(here("automations.yml"), here("accounts.yml")))
    assert touching((about,), Touched({"accounts.yml"})) == [about]
    assert touching((about,), Touched({"other.yml"})) == []
