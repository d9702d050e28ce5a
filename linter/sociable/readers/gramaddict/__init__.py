"""Configurations of GramAddict, which plays a phone on which Instagram runs."""
