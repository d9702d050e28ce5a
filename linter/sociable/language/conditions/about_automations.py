"""What is asked of automations: what sets off what."""

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables
from sociable.language.condition import Condition, clause
from sociable.language.syntax_nodes import Path
from sociable.language.types import Bound, Scope
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("LeadsTo",)


class LeadsTo(Condition):
    """One automation can set off another, directly or through others of ours."""

    left: Path
    right: Path
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.left.text} leads to {self.right.text}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        for each in (self.left, self.right):
            checker.expect(each, "automation", scope)
        return self

    def compiled(self, variables: Variables) -> Test:
        set_off, other = variables.set_off_by(self.left), variables.getter(self.right)
        return lambda env: other(env) in set_off(env)

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        one, other = explainer.value(self.left, bound), explainer.value(self.right, bound)
        does = "can" if held else "cannot"
        says = f"{explainer.named(one.value)} {does} set off {explainer.named(other.value)}"
        return clause(held, says, other.span)
