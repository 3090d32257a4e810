"""Wire simulators: programs behind a pty or a loopback socket; drivers cannot tell them from a device."""
