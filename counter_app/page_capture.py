"""Taking a page (拍摄): camera → find, straighten, read codes → store → bind to the ticket.

Each step runs where it belongs: the still on the camera's thread, the picture work and the store on a worker of
their own, the binding on the database worker. A picture that was taken is never lost: while the store or the
database is away it stays in memory – never unencrypted on a disk – and is tried again until it is saved.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from counter_app.desk import Desk
from counter_app.page_work import WorkedPage, small_picture, work_page
from counter_app.screens.camera.state import Take, TakeStage
from devices.core.errors import DeviceError
from devices.document_camera.interface import DocumentCamera, Still
from hall.documents.page import CapturedPage, StoredFile
from hall.errors import HallError, Unavailable
from hall.identity import Actor
from hall.ports import DocumentStore
from hall.queueing.ticket import Ticket
from qt_common.device_bridge import DeviceBridge
from qt_common.runner import Runner

log = logging.getLogger(__name__)

RETRY_MS = 5000
JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    take: Take
    by: Actor
    page: WorkedPage | None = None
    original: StoredFile | None = None
    straightened: StoredFile | None = None


class PageCapture(QObject):
    """Takes pages one after the other; `changed` tells how far each is."""

    changed = Signal(object)  # Take
    bound = Signal(object)  # CapturedPage

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        pictures: Runner,
        camera: DeviceBridge[DocumentCamera],
        documents: DocumentStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._pictures = pictures
        self._camera = camera
        self._documents = documents
        self._count = 0
        self._taking = False
        self._waiting: dict[int, _Job] = {}
        self._timer = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._timer.timeout.connect(self.retry)

    @property
    def unsaved(self) -> int:
        """Pictures that are only in memory still."""
        return len(self._waiting)

    def take(self, ticket: Ticket, by: Actor) -> None:
        """Take a picture for ``ticket``; while one is being exposed a second press does nothing."""
        if self._taking:
            return
        self._taking = True
        self._count += 1
        job = _Job(Take(self._count, ticket.id, ticket.label, TakeStage.TAKING), by)
        self.changed.emit(job.take)
        self._camera.submit(
            lambda camera: camera.still(),
            lambda still: self._taken(job, still),
            lambda error: self._not_taken(job, error),
        )

    def load(self, page: CapturedPage, label: str) -> None:
        """Read a saved page's picture back from the store."""
        file = page.straightened or page.original

        def work() -> QImage:
            return small_picture(self._documents.get(file.digest))

        take = Take(-page.id, page.ticket, label, TakeStage.SAVED, None, page.straightened is not None, page.dpi,
                    page.codes)  # fmt: skip
        self._pictures.run(
            work,
            lambda image: self.changed.emit(replace(take, image=image)),
            lambda error: log.warning("page %d can't be shown: %s", page.id, error),
        )

    @Slot()
    def retry(self) -> None:
        """Try again to save what waits in memory."""
        waiting, self._waiting = self._waiting, {}
        for job in waiting.values():
            self._store(job)

    def _taken(self, job: _Job, still: Still) -> None:
        self._taking = False
        job = self._go(job, TakeStage.WORKING)
        self._pictures.run(
            lambda: work_page(still.jpeg),
            lambda page: self._store(self._worked(job, page)),
            lambda error: self._not_worked(job, still, error),
        )

    def _not_taken(self, job: _Job, error: Exception) -> None:
        self._taking = False
        message = error.message if isinstance(error, DeviceError) else self.tr("高拍仪没有响应，请重试。")
        log.warning("no picture taken: %s: %s", type(error).__name__, error)
        self.changed.emit(replace(job.take, stage=TakeStage.FAILED, message=message))

    def _worked(self, job: _Job, page: WorkedPage) -> _Job:
        certain = page.straightened is not None
        take = replace(job.take, image=page.thumbnail, certain=certain, dpi=page.dpi, codes=page.codes)
        return replace(job, take=take, page=page)

    def _not_worked(self, job: _Job, still: Still, error: Exception) -> None:
        """The picture work failed: the original is kept all the same."""
        log.error("page work failed", exc_info=error)
        page = WorkedPage(still.jpeg, None, None, 0, None)
        self._store(self._worked(job, page))

    def _store(self, job: _Job) -> None:
        page = job.page
        assert page is not None
        job = self._go(job, TakeStage.SAVING)

        def work() -> tuple[StoredFile, StoredFile | None]:
            original = self._documents.put(page.original, JPEG)
            return original, self._documents.put(page.straightened, JPEG) if page.straightened else None

        self._pictures.run(
            work,
            lambda files: self._bind(replace(job, original=files[0], straightened=files[1])),
            lambda error: self._not_saved(job, error),
        )

    def _bind(self, job: _Job) -> None:
        take, original = job.take, job.original
        assert original is not None
        work: Callable[[], CapturedPage] = lambda: self._desk.bind_page(  # noqa: E731
            job.by, take.ticket, original, job.straightened, take.dpi, take.codes
        )
        self._runner.run(work, lambda page: self._bound(job, page), lambda error: self._not_saved(job, error))

    def _bound(self, job: _Job, page: CapturedPage) -> None:
        self.bound.emit(page)
        self._go(job, TakeStage.SAVED)

    def _not_saved(self, job: _Job, error: Exception) -> None:
        if isinstance(error, HallError) and not isinstance(error, Unavailable):
            # The ticket went on to another place, or the picture is refused: no use in trying again.
            log.warning("page refused: %s", error)
            self.changed.emit(replace(job.take, stage=TakeStage.FAILED, message=error.message))
            return
        if not isinstance(error, HallError):
            log.error("page not saved", exc_info=error)
        text = self.tr("{label} 的这一页还没有保存，正在自动重试，请不要关闭程序。").format(label=job.take.label)
        job = replace(job, take=replace(job.take, message=text))
        self._waiting[job.take.key] = self._go(job, TakeStage.WAITING)
        self._timer.start()

    def _go(self, job: _Job, stage: TakeStage) -> _Job:
        job = replace(job, take=replace(job.take, stage=stage))
        self.changed.emit(job.take)
        return job
