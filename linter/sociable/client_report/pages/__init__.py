"""A report or an index as a page: HTML, Markdown, and their templates."""
