"""Every performance figure of the design, each a ratio against its reference in the same run."""
