"""Rules of Reddit's AutoModerator."""
