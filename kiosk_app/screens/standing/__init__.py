"""How tickets of today stand (号票进度)."""
