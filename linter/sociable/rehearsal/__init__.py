"""Playing a setup against one event in a small world, to see what a stranger would see."""
