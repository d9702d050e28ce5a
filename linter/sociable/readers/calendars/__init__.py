"""Calendars of posts, as schedulers take them in and give them out: tables with a post a line."""
