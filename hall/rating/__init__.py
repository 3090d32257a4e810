"""Rating of a service (好差评)."""
