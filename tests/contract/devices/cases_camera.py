"""Document cameras under the contract."""

from __future__ import annotations

from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError
from devices.document_camera.drivers import DRIVERS
from devices.document_camera.interface import DocumentCamera, Still
from devices.sim.camera import SimCamera
from devices.sim.camera_scene import Scene
from devices.sim.catalogue import Host
from tests.contract.devices.harness import Case, fails, works_or

SMALL = Scene(width=640, height=480, paper="form")


def simulate(_folder: Path) -> Host:
    return SimCamera(fps=50, scene=SMALL)


def take(camera: DocumentCamera, _host: Host) -> Still:
    # Two, because one may have been on the wire when the fault was set.
    camera.still()
    return camera.still()


def verify(result: object, _host: Host) -> None:
    assert isinstance(result, Still)
    assert (result.width, result.height) == (640, 480)
    assert result.jpeg.startswith(b"\xff\xd8") and result.jpeg.endswith(b"\xff\xd9")


CASES = (
    Case(
        name="document_camera-mjpeg-http",
        simulate=simulate,
        driver=DRIVERS["mjpeg+http"],
        query="read_timeout=0.8&open_timeout=1&stall=1",
        work=take,
        verify=verify,
        leak_simulate=lambda _: SimCamera(fps=400, scene=Scene(width=160, height=120, paper="form")),
        faults={
            "dont_answer": fails(DeviceTimeout, NotConnected),
            "drop_connection": works_or(NotConnected, DeviceTimeout, ProtocolError),
            "half_frames": fails(ProtocolError, DeviceTimeout, NotConnected),
            "bad_checksum": fails(ProtocolError, DeviceTimeout),
            "leading_garbage": works_or(),
            "merge": works_or(),
            "slow": works_or(),
        },
    ),
)
