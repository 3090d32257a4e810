"""Working days and opening hours (工作日历)."""
