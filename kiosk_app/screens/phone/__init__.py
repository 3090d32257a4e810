"""Entering a mobile number (手机号)."""
