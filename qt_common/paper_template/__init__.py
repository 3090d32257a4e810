"""Slips of paper described by a TOML file (小票模板): blocks whose lines hold checked expressions."""
