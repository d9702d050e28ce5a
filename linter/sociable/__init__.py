"""Read social automations, work out what they would do to people, say where that stops being sociable."""
