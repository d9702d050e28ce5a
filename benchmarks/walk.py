"""The least that anything built on libyaml has to do: walk over the events of a file and throw them away."""

import sys

from yaml._yaml import CParser
from yaml.events import StreamEndEvent

with open(sys.argv[1], "rb") as file:
    next_event = CParser(file.read().decode()).get_event
    while type(next_event()) is not StreamEndEvent:
        pass
