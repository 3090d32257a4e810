"""Faults to inject (故障注入): any device, by name, and all made good again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from cli.bench_window.model import BenchModel, BenchState
from cli.bench_window.parts import Group, button, choice, words
from cli.bench_window.words import DEVICES, FAULTS, faults_of
from devices.sim.device import Fault


class FaultGroup(Group):
    """Choose a device and a fault; what is in force stands below."""

    def __init__(self, model: BenchModel) -> None:
        super().__init__("故障注入", "bench_faults")
        self._model = model
        self._device = choice("fault_device", "选择设备")
        for kind in model.kinds:
            self._device.addItem(DEVICES.get(kind, kind), kind)
        self._fault = choice("fault_name", "选择故障")
        self._device.currentIndexChanged.connect(self._device_chosen)
        self._device_chosen()
        row = QHBoxLayout()
        row.addWidget(self._device)
        row.addWidget(self._fault, 1)
        row.addWidget(button("注入", "inject", self._inject, kind="alarm"))
        row.addWidget(button("全部恢复", "clear_faults", self._clear))
        self._now = words("faults_now")
        self.column.addLayout(row)
        self.column.addWidget(self._now)

    def show_state(self, state: BenchState) -> None:
        """The faults in force, and a command that was refused."""
        in_force = [
            f"{DEVICES.get(kind, kind)}：{'、'.join(FAULTS[Fault(name)] for name in names)}"
            for kind, names in state.faults.items()
            if names
        ]
        text = "；".join(in_force) if in_force else "没有故障"
        self._now.setText("　".join(part for part in (text, state.failure) if part))

    def _device_chosen(self) -> None:
        self._fault.clear()
        for fault in faults_of(str(self._device.currentData())):
            self._fault.addItem(FAULTS[fault], fault.value)

    def _inject(self) -> None:
        self._model.command(str(self._device.currentData()), "fault", name=self._fault.currentData())

    def _clear(self) -> None:
        for kind in self._model.kinds:
            self._model.command(kind, "clear")
        self._model.command("ticket_printer", "load_paper")
