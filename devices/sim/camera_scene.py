"""What the simulated camera sees (模拟画面): a mat, perhaps a paper on it, light, lens and noise.

The true corners of the paper are known to a fraction of a pixel. Coordinates are OpenCV's: the centre of the top
left pixel is (0, 0).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, as_image, cv2
from devices.sim.camera_pages import PAPERS, draw_paper

MATS = ("dark", "green", "grey", "wood", "white")
_BASE = {
    "dark": (46, 44, 42),
    "green": (62, 92, 38),
    "grey": (120, 118, 116),
    "wood": (70, 112, 160),
    "white": (216, 219, 221),
}
_Corners = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that decides the picture.

    Attributes:
        width, height: picture size in pixels.
        paper: kind of paper (`PAPERS`), or empty for the bare mat.
        qr: payload of the code on the paper.
        turn: degrees clockwise; 90 lays an A4 page with its long side along the picture.
        shift: millimetres right and down from the centre.
        tilt: how much the camera looks at an angle, 0 … 0.3: relative change of scale across the picture.
        fill: part of the picture's height that 210 mm take.
        mat: one of `MATS`.
        light: 0 … 1, how uneven the light is.
        noise: standard deviation in grey levels.
        blur: radius of the lens's blur in pixels.
        shadow: 0 … 1, darkness of the shadow beside the paper.
        seed: of the mat's texture and the noise.
    """

    width: int = 1920
    height: int = 1080
    paper: str = ""
    qr: str = ""
    turn: float = 90.0
    shift: tuple[float, float] = (0.0, 0.0)
    tilt: tuple[float, float] = (0.0, 0.0)
    fill: float = 0.9
    mat: str = "dark"
    light: float = 0.25
    noise: float = 2.5
    blur: float = 0.7
    shadow: float = 0.35
    seed: int = 1

    def __post_init__(self) -> None:
        if self.mat not in MATS:
            raise ValueError(f"unknown mat {self.mat!r}; known: {', '.join(MATS)}")
        if self.paper and self.paper not in PAPERS:
            raise ValueError(f"unknown paper {self.paper!r}; known: {', '.join(sorted(PAPERS))}")
        if not (160 <= self.width <= 5000 and 120 <= self.height <= 5000):
            raise ValueError(f"unusual picture size {self.width}x{self.height}")

    @property
    def pixels_per_mm(self) -> float:
        """Scale in the middle of the picture."""
        return self.fill * self.height / 210.0

    def corners(self) -> _Corners:
        """The paper's own top left, top right, bottom right and bottom left in the picture, 4 × 2.

        Raises:
            ValueError: the mat is empty.
        """
        if not self.paper:
            raise ValueError("nothing lies on the mat")
        paper = PAPERS[self.paper]
        sheet = np.array([[0, 0], [paper.width, 0], [paper.width, paper.height], [0, paper.height]], float)
        return _project(self._from_paper(), sheet)

    def _from_paper(self) -> NDArray[np.float64]:
        """Homography from millimetres on the paper to pixels."""
        paper = PAPERS[self.paper]
        angle = np.deg2rad(self.turn)
        cos, sin = np.cos(angle), np.sin(angle)
        centred = np.array([[1, 0, -paper.width / 2], [0, 1, -paper.height / 2], [0, 0, 1]])
        turned = np.array([[cos, -sin, self.shift[0]], [sin, cos, self.shift[1]], [0, 0, 1]])
        reach = self.height / self.pixels_per_mm
        seen = np.array([[1, 0, 0], [0, 1, 0], [self.tilt[0] / reach, self.tilt[1] / reach, 1]])
        scale = self.pixels_per_mm
        picture = np.array([[scale, 0, (self.width - 1) / 2], [0, scale, (self.height - 1) / 2], [0, 0, 1]])
        return np.asarray(picture @ seen @ turned @ centred, dtype=np.float64)


def render(scene: Scene, variants: int = 1) -> list[Image]:
    """Draw the scene, with ``variants`` different draws of the noise."""
    random = np.random.default_rng(scene.seed)
    picture = _mat(scene, random)
    if scene.paper:
        picture = _lay(scene, picture)
    picture *= _light(scene)[..., None]
    if scene.blur > 0:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), scene.blur), dtype=np.float32)
    return [_expose(scene, picture, random) for _ in range(variants)]


def _expose(scene: Scene, picture: NDArray[np.float32], random: np.random.Generator) -> Image:
    noise = random.standard_normal((scene.height, scene.width, 1), dtype=np.float32) * scene.noise
    return as_image(np.clip(picture + noise, 0, 255).astype(np.uint8))


def _mat(scene: Scene, random: np.random.Generator) -> NDArray[np.float32]:
    height, width = scene.height, scene.width
    picture: NDArray[np.float32] = np.empty((height, width, 3), np.float32)
    picture[:] = _BASE[scene.mat]
    grain = random.standard_normal((height, width), dtype=np.float32)
    if scene.mat == "wood":
        rough = random.standard_normal((height // 4 + 1, width // 120 + 2)).astype(np.float32)
        streaks = np.asarray(cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC))
        picture += streaks[..., None] * 9
    picture += np.asarray(cv2.GaussianBlur(grain, (0, 0), 1.2))[..., None] * 6
    return np.asarray(picture, dtype=np.float32)


def _lay(scene: Scene, mat: NDArray[np.float32]) -> NDArray[np.float32]:
    # Drawn a little finer than the picture, so that neither aliasing nor blur comes from the drawing.
    dots = scene.pixels_per_mm * 1.25
    drawn = np.asarray(draw_paper(scene.paper, dots_per_mm=dots, qr=scene.qr))[..., ::-1]
    paper = PAPERS[scene.paper]
    per_dot = np.array(
        [
            [paper.width / drawn.shape[1], 0, 0.5 * paper.width / drawn.shape[1]],
            [0, paper.height / drawn.shape[0], 0.5 * paper.height / drawn.shape[0]],
            [0, 0, 1],
        ]
    )
    to_picture = scene._from_paper() @ per_dot
    size = (scene.width, scene.height)
    sheet = cv2.warpPerspective(drawn.astype(np.float32), to_picture, size, borderMode=cv2.BORDER_REPLICATE)
    cover = _cover(scene, size)
    if scene.shadow > 0:
        offset = 0.9 * scene.pixels_per_mm
        moved = cv2.warpAffine(cover, np.array([[1, 0, offset], [0, 1, offset]]), size)
        dark = np.asarray(cv2.GaussianBlur(moved, (0, 0), 1.1 * scene.pixels_per_mm))
        mat = mat * (1 - scene.shadow * dark[..., None])
    return np.asarray(mat * (1 - cover[..., None]) + np.asarray(sheet) * cover[..., None], dtype=np.float32)


def _cover(scene: Scene, size: tuple[int, int]) -> NDArray[np.float32]:
    """How much of each pixel the paper covers, 0 … 1, exact to 1/16 pixel."""
    fine = 4  # sub-pixels a side; fillConvexPoly adds its own 1/16 pixel positions
    shift = 4
    corners = (scene.corners() + 0.5) * fine - 0.5
    mask = np.zeros((size[1] * fine, size[0] * fine), np.uint8)
    cv2.fillConvexPoly(mask, np.round(corners * 2**shift).astype(np.int32), 255, cv2.LINE_AA, shift)
    small = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    return np.divide(small, 255, dtype=np.float32)


def _light(scene: Scene) -> NDArray[np.float32]:
    """Brighter at the top left, darker towards the far corner and the rim."""
    across = np.linspace(-1, 1, scene.width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, scene.height, dtype=np.float32)[:, None]
    ramp = 1.0 - scene.light * (0.28 * across + 0.22 * down + 0.15 * (across**2 + down**2))
    return np.asarray(np.clip(ramp, 0.2, 1.15), dtype=np.float32)


def _project(homography: NDArray[np.float64], points: NDArray[np.float64]) -> _Corners:
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ homography.T
    return np.asarray(homogeneous[:, :2] / homogeneous[:, 2:], dtype=np.float64)
