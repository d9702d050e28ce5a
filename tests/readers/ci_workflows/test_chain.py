"""Steps that may each be gone round lead on to each other by few ways, however many there are."""

from sociable.readers.ci_workflows.acting import Chain
from sociable.readers.flow.parts import Part
from sociable.text.source import Source, Span

SPAN = Span(Source("w.yml", "x"), 0, 1)
PART = Part("a step", SPAN, SPAN, kind="act")


def test_the_ways_grow_with_the_steps_and_not_with_their_square() -> None:
    chain = Chain(PART)
    for _ in range(500):
        chain.aside([PART])
    assert len(chain.edges) < 500 * 25
    assert {edge.target for edge in chain.edges} == set(range(1, len(chain.parts)))
    assert sum(part.kind == "act" for part in chain.parts) == 501
