"""The remote hand (演示控制口): lets the headless demo and the end-to-end tests press real buttons.

Off unless the station's configuration names a port under ``[demo]``; listens on 127.0.0.1 only and wants the
token that the starter put into the environment. One JSON object a line in, one out.
"""

from __future__ import annotations

import hmac
import json
import logging
import os
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

log = logging.getLogger(__name__)

TOKEN_VARIABLE = "HALLSUITE_DEMO_TOKEN"
MAX_LINE = 65536


class RemoteHandError(Exception):
    """The request can't be carried out: no such widget, not visible, not enabled, unknown command."""


class RemoteHand(QObject):
    """Serves requests in the UI thread.

    Args:
        port: loopback port; 0 takes a free one, see ``port`` after `listen`.
        describe: the app's current screen and state, JSON-able, nothing personal.
    """

    def __init__(self, port: int, describe: Callable[[], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted_port = port
        self._describe = describe
        self._token = os.environ.get(TOKEN_VARIABLE, "")
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._accept)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._server.serverPort()

    def listen(self) -> None:
        """Start serving.

        Raises:
            RuntimeError: the environment names no token, or the port is taken.
        """
        if len(self._token) < 16:
            raise RuntimeError(f"{TOKEN_VARIABLE} must hold a token of 16 characters or more")
        if not self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), self._wanted_port):
            raise RuntimeError(f"can't listen on port {self._wanted_port}: {self._server.errorString()}")
        log.warning("remote hand listens on port %d: for the demo only", self.port)

    @Slot()
    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QTcpSocket):
            return
        while socket.canReadLine():
            answer = self._answer(bytes(socket.readLine().data()))
            socket.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        if socket.bytesAvailable() > MAX_LINE:
            socket.abort()

    def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise RemoteHandError("a request is an object")
            if not hmac.compare_digest(str(request.get("token", "")), self._token):
                raise RemoteHandError("wrong token")
            return {"ok": True, **self._carry_out(request)}
        except (RemoteHandError, ValueError, KeyError) as error:
            return {"ok": False, "error": f"{type(error).__name__}: {error}"}

    def _carry_out(self, request: dict[str, Any]) -> dict[str, Any]:
        do = request["do"]
        if do == "state":
            return self._describe()
        if do == "grab":
            widget = self._widget(request["object"]) if request.get("object") else self._top_window()
            saved = widget.grab().save(str(request["path"]))
            return {"saved": saved}
        if do == "objects":
            return {"objects": sorted(w.objectName() for w in _visible_widgets() if w.objectName())}
        widget = self._widget(request["object"])
        if do == "where":
            corner = widget.mapToGlobal(widget.rect().topLeft())
            return {"x": corner.x(), "y": corner.y(), "width": widget.width(), "height": widget.height()}
        if do == "click":
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
            return {}
        if do == "key":
            sequence = QKeySequence(request["key"])
            if sequence.count() != 1:
                raise RemoteHandError(f"unknown key {request['key']!r}")
            combination = cast("Any", sequence)[0]  # the stubs lack __getitem__
            QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())
            return {}
        if do == "type":
            _type(widget, str(request["text"]))
            return {}
        raise RemoteHandError(f"unknown command {do!r}")

    def _widget(self, name: str) -> QWidget:
        for widget in _visible_widgets():
            if widget.objectName() == name:
                if not widget.isEnabled():
                    raise RemoteHandError(f"{name} is not enabled")
                return widget
        raise RemoteHandError(f"no visible widget {name!r}")

    def _top_window(self) -> QWidget:
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.objectName()]
        if not windows:
            raise RemoteHandError("no window is visible")
        return max(windows, key=lambda w: w.width() * w.height())


def _type(widget: QWidget, text: str) -> None:
    """Type keys; Chinese arrives as an input method brings it, since QTest knows no keys for it and aborts."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def _visible_widgets() -> list[QWidget]:
    return [w for w in QApplication.allWidgets() if w.isVisible()]
