"""Screens of the counter station."""
