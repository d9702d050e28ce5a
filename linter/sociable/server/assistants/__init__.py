"""What programs ask that write automations for people: a server of the Model Context Protocol."""
