"""Rules run over facts: from checked rules and derived facts to findings."""
