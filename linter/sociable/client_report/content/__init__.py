"""What stands in reports, in their index and of the check: plain values, and the same with other words in them."""
