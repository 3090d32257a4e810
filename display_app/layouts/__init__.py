"""Layouts as data (版面): TOML files, what they may say, and where that puts each panel."""
