"""What flows of nodes mean, whatever tool they were drawn in."""
