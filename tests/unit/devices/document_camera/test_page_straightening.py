"""The flat page: size, true resolution, orientation, nothing enlarged."""

from __future__ import annotations

import numpy as np
import pytest

from devices.document_camera.page_straightening import A4, A5, ID_1, PaperSize, aspect_ratio, straighten
from devices.document_camera.quads import ordered
from devices.sim.camera_pages import PAPERS
from devices.sim.camera_scene import Scene, render

TILTED = ((0.0, 0.0), (0.1, 0.0), (-0.08, 0.09))


@pytest.mark.parametrize("tilt", TILTED)
@pytest.mark.parametrize(("paper", "size"), [("form", A4), ("notice", A5), ("id_card", ID_1), ("receipt", None)])
def test_the_paper_size_is_known_by_the_mats_scale(
    paper: str, size: PaperSize | None, tilt: tuple[float, float]
) -> None:
    scene = Scene(paper=paper, tilt=tilt)
    flat = straighten(render(scene)[0], ordered(scene.corners()), pixels_per_mm=scene.pixels_per_mm)
    assert flat.paper == size
    assert flat.is_measured
    true = PAPERS[paper].height / PAPERS[paper].width
    height, width = flat.image.shape[:2]
    assert max(width / height, height / width) == pytest.approx(max(true, 1 / true), rel=0.03)


def test_the_ratio_is_worked_out_from_the_perspective() -> None:
    for tilt in TILTED:
        scene = Scene(paper="form", turn=90, tilt=tilt)
        assert aspect_ratio(ordered(scene.corners()), scene.width, scene.height) == pytest.approx(
            297 / 210, rel=0.03
        )


def test_the_resolution_told_is_the_one_the_camera_had() -> None:
    scene = Scene(paper="form", fill=0.9)
    flat = straighten(render(scene)[0], ordered(scene.corners()), pixels_per_mm=scene.pixels_per_mm)
    # A4 filling 90 % of a 1080p picture: 117 dots an inch.
    assert flat.dpi == pytest.approx(117, abs=2)
    assert max(flat.image.shape[:2]) <= 1.02 * 297 * scene.pixels_per_mm


def test_without_a_scale_the_size_is_inferred_and_says_so() -> None:
    scene = Scene(paper="form")
    flat = straighten(render(scene)[0], ordered(scene.corners()))
    assert flat.paper == A4
    assert not flat.is_measured


def test_a_sheet_of_no_standard_size_has_no_resolution_without_a_scale() -> None:
    scene = Scene(paper="receipt")
    assert straighten(render(scene)[0], ordered(scene.corners())).dpi is None


def test_the_flat_page_shows_paper_to_its_very_edges() -> None:
    scene = Scene(paper="blank", mat="dark", tilt=(0.1, -0.05), light=0, noise=0, blur=0.4, shadow=0)
    flat = straighten(render(scene)[0], ordered(scene.corners())).image
    assert flat[2:-2, 2:-2].min() > 200


def test_quarter_turns_are_clockwise() -> None:
    image = np.zeros((400, 400, 3), np.uint8)
    image[50:150, 50:250] = 255  # a white bar, red at its left end
    image[50:150, 50:70] = (0, 0, 255)
    corners = np.array([[49.5, 49.5], [249.5, 49.5], [249.5, 149.5], [49.5, 149.5]])
    turned = straighten(image, corners, quarter_turns=1).image
    assert turned.shape[0] > turned.shape[1]
    assert turned[5, turned.shape[1] // 2].tolist() == [0, 0, 255]
