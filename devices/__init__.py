"""Device layer (设备层): drivers, wire codecs and simulators; it knows no business rule, no Qt and no SQL."""
