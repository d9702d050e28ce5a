"""For writers of rules."""
