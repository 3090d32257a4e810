"""The tests: unit (mirrors the source), contract, screens, e2e, faults, architecture; support is what they share.

Each file is found by its path, so test files of the same name may stand in different folders.
"""
