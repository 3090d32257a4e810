"""``hallctl devices bench-window``: ``hallctl bench-window``, found beside the other device commands."""

from __future__ import annotations

from cli.commands.bench_window import add_parser

__all__ = ["add_parser"]
