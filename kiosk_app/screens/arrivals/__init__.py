"""Several appointments today: which one (选择预约)."""
