"""A whole hall's day, played through the real use cases and database (模拟运行)."""
