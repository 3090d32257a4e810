"""SMS modems (短信猫)."""
