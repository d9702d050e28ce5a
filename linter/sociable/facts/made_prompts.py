"""What a model was told that wrote a part of a text."""

from sociable.facts.facts import StepFacts
from sociable.facts.text_contents import our_words
from sociable.setup.model import Text
from sociable.setup.prompts import hides_machine


def is_told_to_hide(step: StepFacts) -> bool:
    """Whether one of the prompts behind its text, in words of our own, tells a model to hide that it is a machine."""
    text = step.model.text
    told = (step.values[root].source for root, *_ in text.paths() if root in step.values) if text is not None else ()
    return any(hides_machine(our_words(prompt)) for prompt in told if isinstance(prompt, Text))
