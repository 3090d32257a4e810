"""Golden traces: sessions on the wire, recorded against the simulators, replayed by the tests."""
