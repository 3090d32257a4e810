"""The staff plate (公示牌)."""
