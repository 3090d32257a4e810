"""A large clock (时钟)."""
