"""Phone numbers in texts, as far as their shape tells them from other figures."""

PHONE = (
    r"(?<!\d)(?<!\d[./-])"
    r"(?!\d{4}-\d\d-\d\d(?!\d))(?!\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d))"  # days, which are written with the same signs
    r"\+?\d[\d ()/-]{7,40}\d(?!\d)"
)
"""A pattern for one: nine figures or more, with what people write between them."""
