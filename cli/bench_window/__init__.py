"""The bench window (模拟台): paper coming out, cards to lay on, keys to press, faults, for the simulators."""
