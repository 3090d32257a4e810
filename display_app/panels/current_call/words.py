"""Decides the large call (当前叫号)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import CurrentCallOptions
from display_app.panels.scene import Scene
from hall.queueing.board import CallLine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Hero:
    """The newest call, large: “请 A023 号 到 3 号窗口”; while there is none, a word of welcome.

    Attributes:
        template: wording with ``{number}``, ``{window}`` and ``|`` where a tall place breaks the line.
        label: empty while there is no call.
        announcing: True during its announcement, False when it rests there.
        caption: the small line above it.
    """

    template: str
    label: str = ""
    window: str = ""
    announcing: bool = False
    caption: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.template.replace("|", " ").format(number=self.label, window=self.window)


def decide(scene: Scene, options: CurrentCallOptions, name: str) -> Hero:
    """The call that is announced, else the newest that was."""
    line = _shown(scene, options)
    if line is None:
        return Hero(translate("Board", "请留意叫号"))
    announcing = line is scene.announcing
    return Hero(
        template=translate("Board", "请 {number} 号|到 {window} 号窗口"),
        label=line.label,
        window=str(line.window),
        announcing=announcing,
        caption=translate("Board", "正在叫号") if announcing else translate("Board", "最近叫号"),
    )


def _shown(scene: Scene, options: CurrentCallOptions) -> CallLine | None:
    if scene.announcing is not None and scene.belongs(scene.announcing, options.zones):
        return scene.announcing
    return next((call for call in scene.calls(options.zones) if call not in scene.waiting), None)
