"""Fuzzing of the codecs (模糊测试); see docs/fuzzing.md."""
