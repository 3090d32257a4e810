"""Sign-in page (签到)."""
