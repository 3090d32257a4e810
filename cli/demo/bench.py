"""Starts the bench window (模拟台) of a demo."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from cli.demo.children import Child, Children
from cli.demo.simulators import Simulator


def start_bench(children: Children, simulators: Mapping[str, Simulator], voice: Path) -> Child:
    """Start it on running simulators; ``voice`` is the folder of the recording voice."""
    controls = {kind: simulator.control for kind, simulator in simulators.items()}
    return children.start("bench", "cli.bench_window", "--controls", json.dumps(controls), "--voice", str(voice))
