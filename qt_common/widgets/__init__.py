"""Widgets used by more than one app."""
