"""Home (首页): the doors, the waits of the zones, the notices."""
