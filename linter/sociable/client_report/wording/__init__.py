"""The words around what was found, and how accounts, rules, laws and findings are named in sentences."""
