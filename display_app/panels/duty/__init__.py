"""Today's windows and clerks (今日窗口人员)."""
