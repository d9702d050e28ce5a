"""What single automations do, in words: when they run, how much people get, what stops with them, whom to ring."""
