"""Windows as tiles by zone (窗口分布)."""
