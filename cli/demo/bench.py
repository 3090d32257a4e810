"""Starts the bench window (模拟台) of a demo."""

from __future__ import annotations

import json
from collections.abc import Mapping

from cli.demo.children import Child, Children
from cli.demo.hall import Folder
from cli.demo.simulators import Simulator


def start_bench(children: Children, simulators: Mapping[str, Simulator], folder: Folder) -> Child:
    """Start it on the demo's simulators."""
    controls = {kind: simulator.control for kind, simulator in simulators.items()}
    return children.start(
        "bench", "cli.bench_window", "--controls", json.dumps(controls), "--voice", str(folder.voice)
    )
