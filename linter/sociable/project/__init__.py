"""Files to one setup."""
