"""政务公开: items with days, fee and windows."""
