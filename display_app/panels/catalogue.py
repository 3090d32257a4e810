"""Every kind of panel by its name in a layout (面板目录)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from display_app.panels.clock import drawing as clock
from display_app.panels.clock.words import decide as decide_clock
from display_app.panels.current_call import drawing as current_call
from display_app.panels.current_call.words import decide as decide_current_call
from display_app.panels.duty import drawing as duty
from display_app.panels.duty.words import decide as decide_duty
from display_app.panels.guides import drawing as guides
from display_app.panels.guides.words import decide as decide_guides
from display_app.panels.head import drawing as head
from display_app.panels.head.words import decide as decide_head
from display_app.panels.kind import Needs, PanelKind
from display_app.panels.media import drawing as media
from display_app.panels.media.words import decide as decide_media
from display_app.panels.notices import drawing as notices
from display_app.panels.notices.words import decide as decide_notices
from display_app.panels.plate import drawing as plate
from display_app.panels.plate.words import decide as decide_plate
from display_app.panels.public_cases import drawing as public_cases
from display_app.panels.public_cases.words import decide as decide_public_cases
from display_app.panels.recent_calls import drawing as recent_calls
from display_app.panels.recent_calls.words import decide as decide_recent_calls
from display_app.panels.satisfaction import drawing as satisfaction
from display_app.panels.satisfaction.words import decide as decide_satisfaction
from display_app.panels.ticker import drawing as ticker
from display_app.panels.ticker.words import decide as decide_ticker
from display_app.panels.window_call import drawing as window_call
from display_app.panels.window_call.words import decide as decide_window_call
from display_app.panels.window_head import drawing as window_head
from display_app.panels.window_head.words import decide as decide_window_head
from display_app.panels.windows import drawing as windows
from display_app.panels.windows.words import decide as decide_windows
from display_app.panels.windows_map import drawing as windows_map
from display_app.panels.windows_map.words import decide as decide_windows_map
from display_app.panels.zone_waits import drawing as zone_waits
from display_app.panels.zone_waits.words import decide as decide_zone_waits

BOARD, WINDOW, NOTHING = Needs.BOARD, Needs.WINDOW, Needs.NOTHING

KINDS: Mapping[str, PanelKind[Any, Any]] = MappingProxyType(
    {
        "head": PanelKind(NOTHING, decide_head, head.parts),
        "current_call": PanelKind(BOARD, decide_current_call, current_call.parts),
        "recent_calls": PanelKind(BOARD, decide_recent_calls, recent_calls.parts),
        "zone_waits": PanelKind(BOARD, decide_zone_waits, zone_waits.parts, zone_waits.pages),
        "windows": PanelKind(BOARD, decide_windows, windows.parts, windows.pages),
        "windows_map": PanelKind(BOARD, decide_windows_map, windows_map.parts),
        "public_cases": PanelKind(
            NOTHING, decide_public_cases, public_cases.parts, strips=public_cases.strips, of_figures=True
        ),
        "ticker": PanelKind(NOTHING, decide_ticker, ticker.parts, strips=ticker.strips, of_figures=True),
        "notices": PanelKind(NOTHING, decide_notices, notices.parts, notices.pages),
        "media": PanelKind(NOTHING, decide_media, media.parts),
        "clock": PanelKind(NOTHING, decide_clock, clock.parts),
        "guides": PanelKind(NOTHING, decide_guides, guides.parts, guides.pages, of_figures=True),
        "satisfaction": PanelKind(
            NOTHING, decide_satisfaction, satisfaction.parts, satisfaction.pages, of_figures=True
        ),
        "duty": PanelKind(NOTHING, decide_duty, duty.parts, duty.pages, of_figures=True),
        "window_head": PanelKind(WINDOW, decide_window_head, window_head.parts),
        "window_call": PanelKind(WINDOW, decide_window_call, window_call.parts),
        "plate": PanelKind(WINDOW, decide_plate, plate.parts),
    }
)
