"""Draws what happened (情形): tags to press, nothing to type."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall.complaints.complaint import ComplaintKind, Tag
from kiosk_app.look import Look
from kiosk_app.screens.complaint.view_model import ComplaintState, ComplaintViewModel
from kiosk_app.screens.complaint.words import tag_words
from kiosk_app.widgets.basic import Tile, button, label, page_box, rename
from kiosk_app.widgets.pager import Pager
from kiosk_app.widgets.tile_grid import TileGrid


class TagsView(QWidget):
    """Each tag is on or off; a call instead of words; on."""

    def __init__(self, model: ComplaintViewModel, look: Look) -> None:
        super().__init__()
        self._model, self._look = model, look
        box = page_box(self, look)
        self._title = label("", look.title, look.colours.text, bold=True, name="tags_title")
        box.addWidget(self._title)
        box.addWidget(label(self.tr("可以选几个，按一下选中，再按一下取消"), look.body, look.colours.text_soft))
        usual, elder = ((4, 3), (2, 2)) if look.landscape else ((2, 4 if look.low else 5), (1, 4))
        self._grid = TileGrid(look, *(elder if look.elder else usual))
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn_tags)
        box.addWidget(self._pager)
        self._call = button("", "complaint_call", look, model.toggle_call)
        self._next = button(self.tr("选好了"), "complaint_next", look, model.go_on, kind="primary")
        self._next.setMinimumHeight(look.main_button)
        last: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.flat else QVBoxLayout()
        last.setSpacing(look.gap)
        last.addWidget(self._call)
        last.addWidget(self._next)
        box.addLayout(last)
        self._drawn: tuple[object, ...] = ()
        model.fit_tags(self._grid.room)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ComplaintState) -> None:
        """Show ``state``."""
        draft = state.draft
        self._title.setText(self._question(draft.kind))
        self._call.setChecked(draft.wants_call)
        words = self.tr("✓ 请打电话给我，我口头说") if draft.wants_call else self.tr("请打电话给我，我口头说")
        rename(self._call, words)
        self._next.setEnabled(draft.says_something)
        drawn = (state.tags, draft.kind, draft.tags)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._grid.fill(self._tile(draft.kind, tag, on=tag in draft.tags) for tag in state.tags.shown)
        self._pager.show_page(state.tags.page, state.tags.pages)

    def _tile(self, kind: ComplaintKind, tag: Tag, *, on: bool) -> Tile:
        tile = Tile(
            tag_words(kind, tag),
            (),
            f"tag_{tag}",
            self._look,
            lambda: self._model.toggle(tag),
            icon="pass" if on else "",
            kind="door" if on else "tile",
            title_pixels=self._look.px(36) if self._look.low else 0,
        )
        if on:
            tile.setAccessibleName(self.tr("{words}，已选中").format(words=tile.accessibleName()))
        return tile

    def _question(self, kind: ComplaintKind) -> str:
        return {
            ComplaintKind.COMPLAINT: self.tr("发生了什么？"),
            ComplaintKind.UNRESOLVED: self.tr("为什么没有办成？"),
            ComplaintKind.SUGGESTION: self.tr("希望改进哪里？"),
            ComplaintKind.PRAISE: self.tr("哪里做得好？"),
        }[kind]
