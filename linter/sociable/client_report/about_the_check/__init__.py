"""How it was checked, what is new since last time, what nobody could see and who could answer it."""
