"""Finding the page on generated desks, whose true corners are known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest

from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.page_detection import Detection, detect_page
from devices.document_camera.quads import Quad, corner_errors, ordered, overlap
from devices.sim.camera_scene import MATS, Scene, render

PLAIN = ("dark", "green", "grey")


def desks(mats: tuple[str, ...], seed: int, *, width: int = 1920, height: int = 1080) -> Iterator[Scene]:
    """Pages laid as people lay them: a little turned and shifted, unevenly lit, wholly in the picture."""
    random = np.random.default_rng(seed)
    while True:
        paper = str(random.choice(["form", "notice", "blank", "receipt", "id_card"]))
        lying = 90.0 if paper in ("form", "blank") else float(random.choice([0, 90]))
        turn = lying + float(random.uniform(-4, 4) if paper in ("form", "blank") else random.uniform(-20, 20))
        scene = Scene(
            width=width,
            height=height,
            paper=paper,
            turn=turn,
            shift=(float(random.uniform(-20, 20)), float(random.uniform(-6, 6))),
            tilt=(float(random.uniform(-0.1, 0.1)), float(random.uniform(-0.1, 0.1))),
            fill=float(random.uniform(0.75, 0.9)),
            mat=str(random.choice(mats)),
            light=float(random.uniform(0, 0.5)),
            noise=float(random.uniform(1, 5)),
            blur=float(random.uniform(0.4, 1.3)),
            shadow=float(random.uniform(0, 0.6)),
            seed=int(random.integers(1 << 20)),
        )
        corners = scene.corners()
        if corners.min() > 4 and corners[:, 0].max() < width - 5 and corners[:, 1].max() < height - 5:
            yield scene


def picture(scene: Scene) -> Image:
    """As it comes from the camera: once through JPEG."""
    data = cv2.imencode(".jpg", render(scene)[0], [int(cv2.IMWRITE_JPEG_QUALITY), 90])[1]
    return as_image(cv2.imdecode(data, cv2.IMREAD_COLOR))


def found_on(scene: Scene) -> tuple[Detection, Quad]:
    detection = detect_page(picture(scene))
    assert detection is not None, scene
    return detection, ordered(scene.corners())


def test_on_plain_mats_every_page_is_found_to_the_pixel() -> None:
    errors: list[float] = []
    for scene in islice(desks(PLAIN, seed=1), 12):
        detection, true = found_on(scene)
        assert detection.is_certain, scene
        assert overlap(detection.corners, true) >= 0.98, scene
        errors.extend(corner_errors(detection.corners, true))
    assert np.median(errors) <= 1.0
    assert np.percentile(errors, 95) <= 3.0


def test_on_wood_and_on_white_mats_pages_are_found_too() -> None:
    for scene in islice(desks(("wood", "white"), seed=2), 8):
        detection, true = found_on(scene)
        assert detection.is_certain, scene
        assert overlap(detection.corners, true) >= 0.95, scene


def test_a_large_picture_is_measured_as_exactly() -> None:
    scene = next(desks(PLAIN, seed=3, width=3264, height=2448))
    detection, true = found_on(scene)
    assert np.median(corner_errors(detection.corners, true)) <= 1.5
    assert corner_errors(detection.corners, true).max() <= 4.0


@pytest.mark.parametrize("mat", MATS)
def test_an_empty_mat_has_no_page(mat: str) -> None:
    detection = detect_page(picture(Scene(mat=mat)))
    assert detection is None or not detection.is_certain


@pytest.mark.parametrize("shift", [(150.0, 0.0), (-150.0, 20.0), (0.0, 60.0), (120.0, -70.0)])
@pytest.mark.parametrize("mat", ["dark", "wood"])
def test_a_page_that_reaches_out_of_the_picture_is_never_cropped_silently(
    mat: str, shift: tuple[float, float]
) -> None:
    detection = detect_page(picture(Scene(paper="form", mat=mat, shift=shift)))
    assert detection is None or not detection.is_certain


def test_a_hand_over_one_edge_does_not_move_the_corners() -> None:
    for scene in islice(desks(PLAIN, seed=4), 5):
        image, true = picture(scene), ordered(scene.corners())
        edge = (true[0] + true[1]) / 2
        inwards = true.mean(axis=0) - edge
        arm = [np.round(edge - 1.5 * inwards).astype(int), np.round(edge + 0.25 * inwards).astype(int)]
        cv2.line(image, arm[0].tolist(), arm[1].tolist(), (140, 165, 205), 70)
        detection = detect_page(image)
        assert detection is not None
        assert overlap(detection.corners, true) >= 0.97 or not detection.is_certain, scene


def test_a_picture_of_the_empty_mat_makes_a_page_certain_that_looks_like_the_mat() -> None:
    scene = Scene(paper="blank", mat="white", shadow=0.1, light=0.1, turn=92)
    empty = render(Scene(mat="white", shadow=0.1, light=0.1))[0]
    detection = detect_page(picture(scene), empty_mat=empty)
    assert detection is not None
    assert overlap(detection.corners, ordered(scene.corners())) >= 0.98


def test_the_preview_is_close_and_following_a_page_agrees_with_searching_it() -> None:
    scene = Scene(paper="form", turn=92, tilt=(0.05, 0.0))
    image, true = picture(scene), ordered(scene.corners())
    searched = detect_page(image, exact=False)
    assert searched is not None
    assert corner_errors(searched.corners, true).max() < 4
    followed = detect_page(image, exact=False, previous=searched.corners)
    assert followed is not None
    assert corner_errors(followed.corners, searched.corners).max() < 1


def test_a_page_that_was_taken_away_is_not_followed() -> None:
    scene = Scene(paper="form")
    detection = detect_page(picture(Scene()), exact=False, previous=scene.corners())
    assert detection is None or not detection.is_certain


def test_a_page_that_was_moved_is_found_at_its_new_place() -> None:
    before, after = Scene(paper="notice", turn=0), Scene(paper="notice", turn=0, shift=(60, 0))
    detection = detect_page(picture(after), exact=False, previous=ordered(before.corners()))
    assert detection is not None
    assert overlap(detection.corners, ordered(after.corners())) > 0.97


def test_the_same_picture_always_gives_the_same_corners() -> None:
    image = picture(Scene(paper="form", mat="wood"))
    one, other = detect_page(image), detect_page(image)
    assert one is not None and other is not None
    assert np.array_equal(one.corners, other.corners)


@pytest.mark.parametrize("shape", [(1, 1, 3), (8, 8, 3), (40, 600, 3), (480, 640, 3)])
def test_a_picture_with_nothing_in_it_gives_nothing(shape: tuple[int, int, int]) -> None:
    assert detect_page(np.full(shape, 128, np.uint8)) is None
