"""How property tests look for examples: the same ones at each run of the gate, others at each `make fuzz`."""

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("random", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")
