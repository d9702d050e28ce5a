"""What runs: accounts at a glance, what people experience, what sets off what, and what is fine."""
