"""One item: its materials before taking a number, or its guide (请确认带齐、办事指南)."""
