"""``hallctl doctor``: is this machine fit to run the suite, and if not, what to do (体检)."""
