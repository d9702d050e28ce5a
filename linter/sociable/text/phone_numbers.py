"""Phone numbers in texts, as far as their shape tells them from other figures."""

_BETWEEN = r" \t\u00a0\u2007\u2009\u202f()/\u2010-\u2015-"
"""What people write between the figures, hyphens and spaces of all sorts."""

PHONE = (
    r"(?<!\d)(?<!\d[./-])"
    r"(?!\d{4}[-/]\d\d?[-/]\d\d?(?!\d))(?!\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d))"  # days, written with the same signs
    rf"\+?\d[\d{_BETWEEN}]{{7,40}}\d(?!\d)"
)
"""A pattern for one: nine figures or more, with what people write between them."""
