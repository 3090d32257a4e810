"""Wire protocols without I/O (sans-IO codecs): bytes in, events out; no socket, no clock, no thread."""
