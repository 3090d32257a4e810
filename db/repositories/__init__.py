"""One file per repository of `hall.ports`."""
