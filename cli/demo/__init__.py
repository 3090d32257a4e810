"""The demo (演示): one citizen's whole visit through all apps and every device on the wire."""
