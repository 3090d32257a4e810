"""Identification (身份核验): card, phone or without registration."""
