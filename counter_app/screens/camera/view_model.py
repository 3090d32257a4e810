"""The document camera panel decides here (高拍仪栏): which pictures are shown and what is said about them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.actions import Action
from counter_app.model import Message, Tone
from counter_app.screens.camera.state import CameraState, Take, TakeStage
from counter_app.screens.work.state import WorkState
from hall.documents.page import CapturedPage


class CameraViewModel(QObject):
    """See `CameraState`."""

    state_changed = Signal(object)
    page_wanted = Signal(object, str)  # CapturedPage that has no picture yet, label
    retry_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = CameraState()
        self._ticket: int | None = None
        self._takes: dict[int, Take] = {}
        self._asked: set[int] = set()

    @Slot(object)
    def follow_work(self, work: WorkState) -> None:
        """The desk changed."""
        current = work.snapshot.current if work.snapshot else None
        if self._ticket != (current.id if current else None):
            self._ticket = current.id if current else None
            self._asked.clear()
        if current is not None and work.snapshot is not None:
            for page in work.snapshot.pages:
                self._want(page, current.label)
        note = self.state.note if self.state.ticket == (current.label if current else None) else None
        self._show(
            replace(
                self.state,
                lamp=work.lamp("document_camera"),
                ticket=current.label if current else None,
                can_capture=Action.CAPTURE in work.allowed,
                note=note,
            )
        )

    @Slot(object)
    def follow_take(self, take: Take) -> None:
        """A picture went on."""
        if take.stage is TakeStage.FAILED:
            self._takes.pop(take.key, None)
            kept = sum(t.ticket == take.ticket and t.stage is TakeStage.SAVED for t in self._takes.values())
            text = self.tr("这一页没有拍到：{reason}已拍的 {count} 页都已保存。").format(
                reason=take.message, count=kept
            )
            self._show(replace(self.state, note=Message(Tone.WARN, text)))
            return
        self._takes[take.key] = take
        self._show(replace(self.state, note=self._note(take)))

    def mark_saved(self, page: CapturedPage) -> None:
        """A page of this run is in the database: it need not be read back."""
        self._asked.add(page.id)

    def retry(self) -> None:
        """Try to save what waits."""
        self.retry_wanted.emit()

    def _want(self, page: CapturedPage, label: str) -> None:
        if page.id not in self._asked:
            self._asked.add(page.id)
            self.page_wanted.emit(page, label)

    def _note(self, take: Take) -> Message | None:
        if take.key < 0:
            return self.state.note
        if take.stage in (TakeStage.TAKING, TakeStage.WORKING, TakeStage.SAVING):
            return Message(Tone.INFO, self.tr("正在拍摄，请保持不动"))
        if take.stage is TakeStage.WAITING:
            return Message(Tone.WARN, take.message)
        codes = self.tr("，读到 {count} 个条码").format(count=take.codes) if take.codes else ""
        if not take.certain:
            text = self.tr("已保存原图{codes}。未能确定纸张边缘，没有裁切，请看一眼是否需要重拍。")
            return Message(Tone.WARN, text.format(codes=codes))
        dpi = self.tr("，约 {dpi} dpi").format(dpi=take.dpi) if take.dpi else ""
        return Message(Tone.GOOD, self.tr("已裁正并保存{dpi}{codes}").format(dpi=dpi, codes=codes))

    def _show(self, state: CameraState) -> None:
        # Saved pictures of other citizens leave the screen with them; what is not saved yet stays until it is.
        self._takes = {
            k: t for k, t in self._takes.items() if t.ticket == self._ticket or t.stage is not TakeStage.SAVED
        }
        state = replace(state, takes=tuple(self._takes[key] for key in sorted(self._takes)))
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
