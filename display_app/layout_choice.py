"""Which layouts a station's display shows (选用版面)."""

from __future__ import annotations

from display_app.layouts.shipped import Layouts, layouts_for
from display_app.panels.kind import Needs
from display_app.panels.wanted import needs_of
from qt_common.machine_config import ConfigError, MachineConfig


def fitting_layouts(config: MachineConfig) -> Layouts:
    """The layouts of a display.

    Raises:
        LayoutError: the file can't be used.
        ConfigError: it has panels for the other kind of display.
    """
    kind = config.display.kind
    layouts = layouts_for(kind, config.display.layout)
    needs = {need for _, layout in layouts.variants for need in needs_of(layout)}
    if kind == "window" and Needs.BOARD in needs:
        raise ConfigError(
            f"layout {config.display.layout} needs a board",
            message="display.layout 含大厅屏面板（叫号、等候、窗口），不能用于窗口屏（display.kind = window）。",
        )
    if kind == "main" and Needs.WINDOW in needs:
        raise ConfigError(
            f"layout {config.display.layout} needs a window",
            message="display.layout 含窗口屏面板，请设 display.kind = window 和 display.window（窗口号）。",
        )
    return layouts
