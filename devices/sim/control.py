"""Control port of a simulator: JSON lines over loopback TCP, for the bench window, the demo and the tests.

One request a line, ``{"do": "fault", "name": "paper_out"}``; one answer a line, ``{"ok": true, …}`` or
``{"ok": false, "error": "…"}``. It listens on 127.0.0.1 only.
"""

from __future__ import annotations

import json
import socket
import socketserver
import threading
from collections.abc import Callable, Mapping
from typing import Any

Command = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, ControlServer)
        for line in self.rfile:
            try:
                request = json.loads(line)
                do = str(request.pop("do"))
                answer: dict[str, Any] = {"ok": True, **server.command(do, request)}
            except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
                answer = {"ok": False, "error": f"{type(error).__name__}: {error}"}
            self.wfile.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")


class ControlServer(socketserver.ThreadingTCPServer):
    """Serves one simulator's commands; ``address`` is ``127.0.0.1:PORT`` once started."""

    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def __init__(self, command: Command, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.command = command
        self.address = f"127.0.0.1:{self.server_address[1]}"
        self._thread = threading.Thread(target=self.serve_forever, name="sim-control", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join(timeout=5)


class ControlClient:
    """The other end: ``ControlClient("127.0.0.1:1234").do("press", key=1)``; one connection a command."""

    def __init__(self, address: str, timeout: float = 5.0) -> None:
        host, port = address.rsplit(":", 1)
        self._address = (host, int(port))
        self._timeout = timeout

    def do(self, do: str, **args: object) -> dict[str, Any]:
        """Send one command and return its answer.

        Raises:
            OSError: the simulator is gone.
            ValueError: the simulator refused the command.
        """
        with socket.create_connection(self._address, timeout=self._timeout) as connection:
            connection.sendall(json.dumps({"do": do, **args}).encode() + b"\n")
            with connection.makefile("rb") as stream:
                answer: dict[str, Any] = json.loads(stream.readline() or b"{}")
        if not answer.pop("ok", False):
            raise ValueError(answer.get("error", "no answer"))
        return answer
