"""请稍候: what was touched is not there yet."""
