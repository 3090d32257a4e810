"""The running line (滚动公告)."""
