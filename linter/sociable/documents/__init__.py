"""YAML and JSON as positioned trees; knows no format."""
