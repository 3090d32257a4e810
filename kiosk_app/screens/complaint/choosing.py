"""Draws what is chosen first (类别、反映对象): the kind, and what it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hall.complaints.complaint import ComplaintKind
from hall.queueing.board import WindowLine
from kiosk_app.look import Look
from kiosk_app.screens.complaint.view_model import ComplaintState, ComplaintViewModel
from kiosk_app.screens.complaint.words import kind_words
from kiosk_app.widgets.basic import CENTER, Tile, label, page_box
from kiosk_app.widgets.pager import Pager
from kiosk_app.widgets.tile_grid import TileGrid


def _four(look: Look, tiles: tuple[Tile, ...]) -> TileGrid:
    """Four large tiles: one below the other, or two by two on a lying screen."""
    grid = TileGrid(look, 2, 2) if look.landscape else TileGrid(look, 1, 4)
    grid.fill(tiles)
    return grid


class KindView(QWidget):
    """投诉, 办不成事, 建议, 表扬; the telephone number for those who would rather speak."""

    def __init__(self, model: ComplaintViewModel, look: Look) -> None:
        super().__init__()
        self._model, self._look = model, look
        box = page_box(self, look, self.tr("您要反映什么？"))
        box.addLayout(
            _four(
                look,
                (
                    self._tile(
                        ComplaintKind.COMPLAINT, self.tr("对窗口、人员、环境不满意，由督查人员核查"), "warning"
                    ),
                    self._tile(
                        ComplaintKind.UNRESOLVED,
                        self.tr("跑了几次没办成、说不清、推来推去，由纪检监察人员负责"),
                        "blocked",
                    ),
                    self._tile(ComplaintKind.SUGGESTION, self.tr("希望哪里改进"), "idea"),
                    self._tile(ComplaintKind.PRAISE, self.tr("哪位工作人员做得好"), "heart"),
                ),
            ),
            1,
        )
        phone = self.tr("也可以拨打投诉电话 {phone}").format(phone=model.state.phone)
        box.addWidget(label(phone, look.big, look.colours.text, align=CENTER, name="complaint_phone"))

    def _tile(self, kind: ComplaintKind, line: str, icon: str) -> Tile:
        name = f"complaint_{kind}"
        return Tile(
            kind_words(kind), (line,), name, self._look, lambda: self._model.choose_kind(kind), icon=icon,
            title_pixels=self._look.big if self._look.low else self._look.title,
        )  # fmt: skip


class AboutView(QWidget):
    """My number, a window, an item, or none of these."""

    def __init__(self, model: ComplaintViewModel, look: Look) -> None:
        super().__init__()
        box = page_box(self, look, self.tr("和什么有关？"))
        choices = (
            (self.tr("我今天的号码"), self.tr("输入号票上的号码"), "number", "ticket", model.about_number),
            (self.tr("某个窗口"), self.tr("知道是几号窗口"), "window", "person", model.about_window),
            (self.tr("某个事项"), self.tr("知道办的是什么事"), "item", "guide", model.about_item),
            (self.tr("其他"), self.tr("不清楚，或者和这些都没有关系"), "else", "info", model.about_else),
        )
        tiles = tuple(
            Tile(title, (line,), f"about_{name}", look, pressed, icon=icon, title_pixels=look.title)
            for title, line, name, icon, pressed in choices
        )
        box.addLayout(_four(look, tiles), 1)


class WindowChoiceView(QWidget):
    """Windows with number and name."""

    def __init__(self, model: ComplaintViewModel, look: Look) -> None:
        super().__init__()
        self._model, self._look = model, look
        box = page_box(self, look, self.tr("是几号窗口？"))
        usual, elder = ((3, 3), (2, 2)) if look.landscape else ((2, 6), (1, 4))
        self._grid = TileGrid(look, *(elder if look.elder else usual))
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn_windows)
        box.addWidget(self._pager)
        self._drawn: tuple[object, ...] = ()
        model.fit_windows(self._grid.room)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ComplaintState) -> None:
        """Show ``state``; only what concerns the windows."""
        lines = state.windows.shown
        drawn = (state.windows.page, *((line.number, line.name) for line in lines))
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._grid.fill(self._tile(line) for line in lines)
        self._pager.show_page(state.windows.page, state.windows.pages)

    def _tile(self, line: WindowLine) -> Tile:
        words = self.tr("{window} 号窗口").format(window=line.number)
        name = f"complaint_window_{line.number}"
        return Tile(words, (line.name,), name, self._look, lambda: self._model.choose_window(line.number))
