"""What an assistant can ask for, as plain functions: their words and types are what the assistant reads."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from sociable.errors import NobodyHears
from sociable.facts.facts import derive
from sociable.findings.finding import Finding, by_gravity
from sociable.output.explanation import explanation, step_sentence, step_title
from sociable.output.formats import written
from sociable.rehearsal.asked_accounts import asked_accounts
from sociable.rehearsal.rehearsal import rehearse as play
from sociable.rehearsal.timeline import DEFAULT_ROUNDS, Start
from sociable.rulebook.rulebook import with_built_in
from sociable.server.assistants.project_root import ProjectRoot
from sociable.server.explained import explained
from sociable.server.glossary import SORTS, glossary

TextGiven = Annotated[
    str,
    Field(
        description="The whole text of an automation file (YAML, `sociable: 1` on its first line), or the export of "
        "another tool. Leave it out to look at files of the project."
    ),
]
PathGiven = Annotated[
    str,
    Field(
        description="A path from the folder of the project. With a text: the file that the text stands for. Without: "
        "what to look at. Nothing outside of the project is read."
    ),
]


class Told(BaseModel):
    """A finding: what is wrong where, what people would see, and what to do about it."""

    rule: str
    severity: str
    file: str
    line: int
    column: int
    message: str
    people_see: str
    why: str
    do: str
    source: str
    loop: list[str]


class Checked(BaseModel):
    """All findings, the gravest first, and on how much that rests."""

    findings: list[Told]
    files: list[str]
    left_alone: list[str]
    automations: int


class Meant(BaseModel):
    """A word of the format, what sort of word it is, and what it means."""

    word: str
    sort: str
    meaning: str


class Tools:
    """The tools for one project."""

    def __init__(self, root: ProjectRoot) -> None:
        self._root = root

    def check(self, text: TextGiven = "", path: PathGiven = "") -> Checked:
        """Say what social automations would do to people that they should not.

        Check an automation file before you hand it over, and again after each change. Each finding says what people
        would experience, why that matters and what to do. No findings means that nothing was found.
        """
        found = self._root.examined(self._root.request(text, path))
        reports = [each.report for each in found]
        return Checked(
            findings=[_told(each) for each in by_gravity(finding for report in reports for finding in report.findings)],
            files=[file for report in reports for file in report.files],
            left_alone=[f"{each.path}: {each.reason}" for report in reports for each in report.skipped],
            automations=sum(report.automations for report in reports),
        )

    def explain(
        self, name: Annotated[str, Field(description="A rule, as `check` tells it, or a word, as `words` lists it.")]
    ) -> str:
        """Show the page of a rule: what people see, what is caught, what is fine, what platforms and law say."""
        return explained(name, with_built_in(self._root.own_rules())).text

    def rehearse(
        self,
        event: Annotated[str, Field(description="What happens first, such as `followed` or `mentioned`.")],
        text: TextGiven = "",
        path: PathGiven = "",
        account: Annotated[str, Field(description="The id or handle of the account it happens to; else each.")] = "",
        rounds: Annotated[int, Field(description="How many rounds of what sets off what.", ge=1, le=100)] = (
            DEFAULT_ROUNDS
        ),
        with_mirror: Annotated[bool, Field(description="The stranger runs a copy of the same automations.")] = False,
    ) -> str:
        """Play the automations against one event: who then does what to whom, in which words, and why it ends."""
        found = self._root.read(self._root.request(text, path))
        if len(found) > 1:
            raise NobodyHears(f"this folder holds {len(found)} projects: say by `path` which one to play")
        facts = derive(found[0][0].setup).running
        accounts = asked_accounts(facts, event, account)
        played = [play(facts, Start(event, each.id), rounds, with_mirror) for each in accounts]
        return written("rehearsals", played, "text")

    def words(
        self,
        sort: Annotated[Literal[SORTS], Field(description="What sort of words.")],  # type: ignore[valid-type]
        containing: Annotated[str, Field(description="Only those whose name or meaning holds this.")] = "",
    ) -> list[Meant]:
        """List the words that an automation file may use, with what each of them means.

        An automation file knows these words and no others. Look here before you write one.
        """
        wanted = containing.casefold()
        return [
            Meant(word=word.name, sort=word.sort, meaning=word.meaning)
            for word in glossary()
            if word.sort == sort and (wanted in word.name.casefold() or wanted in word.meaning.casefold())
        ]


def _told(finding: Finding) -> Told:
    walk = finding.loop.walk if finding.loop else ()
    return Told(
        rule=finding.rule,
        severity=finding.severity,
        file=finding.span.path,
        line=finding.span.line,
        column=finding.span.column,
        message=finding.message,
        people_see=finding.people_see,
        why=finding.why,
        do=finding.advice,
        source=" ".join(text for label, text in explanation(finding, "") if label == "source"),
        loop=[f"{step_title(step)}: {step_sentence(step)}" for step in walk],
    )
