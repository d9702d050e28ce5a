"""Every word of the vocabulary has its sentence."""

from sociable.rehearsal.aims import STAND_INS
from sociable.rehearsal.sentences import OPENINGS
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import PHRASES, VERBS


def test_there_are_words_for_every_event_verb_and_set() -> None:
    assert OPENINGS.keys() == EVENTS.keys()
    assert PHRASES.keys() == VERBS.keys()
    assert STAND_INS.keys() == CROWDS.keys()


def test_an_opening_names_whoever_is_behind_it() -> None:
    for name, event in EVENTS.items():
        assert ("{who}" in OPENINGS[name]) == ("user" in event.carries), name
        assert "{at}" in OPENINGS[name]
