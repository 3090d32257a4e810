"""The tests: unit (mirrors the source), contract, screens, e2e, faults, architecture; support is what they share."""
