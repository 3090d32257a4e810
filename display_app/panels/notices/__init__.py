"""Notices, large (通知公告)."""
