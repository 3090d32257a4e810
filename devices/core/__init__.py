"""What every device shares: status, errors, transports, driver protocol, supervisor, registry and traces."""
