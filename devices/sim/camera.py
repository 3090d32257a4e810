"""Simulated network document camera (模拟高拍仪): Motion JPEG over HTTP on a loopback port.

It draws the scene once, keeps it as a few JPEG pictures that differ in their noise and sends them in turn, so that
even 30 frames of 1080p a second cost little. Every picture carries its running number as a JPEG comment.
"""

from __future__ import annotations

import http.server
import socket
import socketserver
import threading
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from itertools import count
from typing import Any

from devices.document_camera.cv import cv2
from devices.sim.camera_scene import Scene, render
from devices.sim.device import Fault, Reply

PATH = "/v.mjpg"
BOUNDARY = "hallframe"
QUALITY = 90
VARIANTS = 3
SLOW_SECONDS = 0.4
NOISE = b"\x00\xff\x7f\x15"
_PIECE = 1024


class SimCamera:
    """The host of its own wire: `url`, `start`, `stop`, `command`, as `devices.sim.host.SimHost`.

    Commands, besides ``fault`` and ``clear``; all answer what `truth` tells:

    - ``lay_page`` kind, turn, shift, tilt, qr, and any other field of `Scene`;
    - ``move`` turn, shift (degrees and millimetres, added to the present ones);
    - ``mat_empty``; ``look`` any field of `Scene`, and ``fps``;
    - ``scene`` changes nothing.
    """

    def __init__(self, port: int = 0, *, fps: float = 5.0, scene: Scene | None = None) -> None:
        self._port = port
        self._fps = fps
        self._scene = scene or Scene(paper="form")
        self._pictures: list[bytes] = []
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.RLock()
        self._numbers = count(1)
        self._held = b""
        self.faults: set[str] = set()
        self.sent = 0

    @property
    def url(self) -> str:
        return f"mjpeg+http://127.0.0.1:{self._port}{PATH}"

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self._fps

    def start(self) -> None:
        with self._lock:
            if not self._pictures:
                self._draw()
            self._listen()

    def stop(self) -> None:
        with self._lock:
            self._hang_up()

    def __enter__(self) -> SimCamera:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        """Carry out a command.

        Raises:
            ValueError: unknown command, fault or field.
        """
        args = dict(args or {})
        with self._lock:
            if do in ("fault", "clear"):
                return self._set_faults(do, args)
            if do == "look" and "fps" in args:
                self._fps = min(60.0, max(0.5, float(args.pop("fps"))))
            scene = self._changed_scene(do, args)
            if scene != self._scene:
                self._scene = scene
                self._draw()
            return self.truth()

    def truth(self) -> Reply:
        """What lies under the camera and exactly where its corners are."""
        scene = asdict(self._scene)
        corners = [[float(x), float(y)] for x, y in self._scene.corners()] if self._scene.paper else None
        return {"corners": corners, "pixels_per_mm": self._scene.pixels_per_mm, "fps": self._fps, "scene": scene}

    def next_picture(self) -> bytes:
        """The next JPEG, numbered."""
        with self._lock:
            number = next(self._numbers)
            picture = self._pictures[number % len(self._pictures)]
            self.sent = number
        comment = f"frame {number}".encode()
        return picture[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + picture[2:]

    def part(self) -> list[bytes]:
        """The next part of the stream in the pieces to send, with the faults in force; may be nothing at all."""
        picture = self.next_picture()
        with self._lock:
            faults = set(self.faults)
            if Fault.DROP_CONNECTION in faults:
                self.faults.discard(Fault.DROP_CONNECTION)
        if Fault.DONT_ANSWER in faults:
            return []
        announced = len(picture)
        if Fault.BAD_CHECKSUM in faults:
            picture = picture[:-1] + bytes([picture[-1] ^ 0x5A])
        if faults & {Fault.HALF_FRAMES, Fault.DROP_CONNECTION}:
            picture = picture[: len(picture) // 2]
        head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {announced}\r\n\r\n".encode()
        whole = head + picture + b"\r\n"
        if Fault.LEADING_GARBAGE in faults:
            whole = NOISE + whole
        if Fault.MERGE in faults and not self._held:
            self._held = whole
            return []
        whole, self._held = self._held + whole, b""
        if Fault.DROP_CONNECTION in faults:
            return [whole, b""]
        if Fault.SPLIT in faults:
            return [whole[start : start + _PIECE] for start in range(0, len(whole), _PIECE)]
        return [whole]

    def _changed_scene(self, do: str, args: dict[str, Any]) -> Scene:
        for name in ("shift", "tilt"):
            if name in args:
                across, down = args[name]
                args[name] = (float(across), float(down))
        if do == "scene" and not args:
            return self._scene
        if do == "mat_empty" and not args:
            return replace(self._scene, paper="", qr="")
        if do == "move" and set(args) <= {"turn", "shift"}:
            across, down = args.get("shift", (0.0, 0.0))
            moved = (self._scene.shift[0] + across, self._scene.shift[1] + down)
            return replace(self._scene, turn=self._scene.turn + float(args.get("turn", 0)), shift=moved)
        if do == "lay_page":
            args = {"paper": args.pop("kind", "form"), "qr": "", "shift": (0.0, 0.0), **args}
        elif do != "look":
            raise ValueError(f"unknown command {do!r} with {sorted(args)}")
        unknown = set(args) - {field.name for field in fields(Scene)}
        if unknown:
            raise ValueError(f"unknown field {sorted(unknown)}")
        return replace(self._scene, **args)

    def _set_faults(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "clear":
            self.faults.clear()
            self._listen()
            return {"faults": []}
        fault = Fault(args["name"]).value
        self.faults.add(fault)
        if fault == Fault.GO_AWOL:
            self._hang_up()
        return {"faults": sorted(self.faults)}

    def _draw(self) -> None:
        options = [int(cv2.IMWRITE_JPEG_QUALITY), QUALITY]
        encoded = [cv2.imencode(".jpg", image, options) for image in render(self._scene, VARIANTS)]
        self._pictures = [data.tobytes() for _, data in encoded]

    def _listen(self) -> None:
        if self._server is None:
            self._server = _Server(self, self._port)
            self._port = self._server.server_address[1]
            self._thread = threading.Thread(
                target=self._server.serve_forever, args=(0.05,), name="sim-camera", daemon=True
            )
            self._thread.start()

    def _hang_up(self) -> None:
        server, self._server = self._server, None
        if server is not None and self._thread is not None:
            server.stopping.set()
            server.shutdown()
            server.server_close()
            server.hang_up()
            self._thread.join(timeout=5)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def __init__(self, camera: SimCamera, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.camera = camera
        self.stopping = threading.Event()
        self._peers: set[socket.socket] = set()
        self._peers_lock = threading.Lock()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._peers_lock:
            self._peers.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._peers_lock:
            self._peers.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Close every connection, as a camera does that loses its power."""
        with self._peers_lock:
            peers = list(self._peers)
        for peer in peers:
            try:
                peer.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it had gone already


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        camera, stopping = self.server.camera, self.server.stopping
        try:
            if self.path != PATH:
                self.send_error(404)
                return
            while Fault.DONT_ANSWER in camera.faults:
                if stopping.wait(0.02):
                    return
            self.send_response(200)
            self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
            self.end_headers()
            while not stopping.is_set():
                for piece in camera.part():
                    if not piece:
                        return  # the connection is dropped
                    self.wfile.write(piece)
                slow = SLOW_SECONDS if Fault.SLOW in camera.faults else 0.0
                stopping.wait(1 / camera.fps + slow)
        except OSError:
            pass  # the viewer left
        finally:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing: the simulator's output is for its one JSON line."""
