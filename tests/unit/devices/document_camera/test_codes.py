"""Codes on the page: QR with Chinese content, older encodings, bar codes, nothing read where nothing is."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from devices.document_camera.codes import as_text, read_codes
from devices.document_camera.cv import Image, as_image, cv2
from devices.sim.camera_scene import Scene, render


def code(payload: str | bytes, symbology: str = "QRCode", scale: int = 6) -> Image:
    made = zxingcpp.create_barcode(payload, getattr(zxingcpp.BarcodeFormat, symbology))
    return as_image(np.array(made.to_image(scale=scale, add_quiet_zones=True)))


def on_page(picture: Image) -> Image:
    page = np.full((900, 1200, 3), 235, np.uint8)
    page[200 : 200 + picture.shape[0], 300 : 300 + picture.shape[1]] = picture[..., None]
    return page


@pytest.mark.parametrize(
    "payload", ["A001", "https://example.gov.cn/t/A001?w=3", "办件编号：祥符区〔2025〕001号，申请人王建国"]
)
def test_a_qr_code_under_the_camera_is_read(payload: str) -> None:
    found = read_codes(render(Scene(paper="form", qr=payload, turn=87, tilt=(0.05, 0.03)))[0])
    assert [(one.text, one.symbology) for one in found] == [(payload, "QRCode")]


def test_the_place_of_a_code_is_told() -> None:
    (found,) = read_codes(on_page(code("A001")))
    middle = np.mean(found.where, axis=0)
    size = code("A001").shape[0]
    assert middle == pytest.approx([300 + size / 2, 200 + size / 2], abs=4)


def test_a_code_in_an_older_chinese_encoding_is_read() -> None:
    text = "营业执照编号：开封市祥符区市场监督管理局"
    (found,) = read_codes(on_page(code(text.encode("gb18030"))))
    assert found.text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("办件".encode(), "办件"),
        ("办件".encode("gb18030"), "办件"),
        ("𠮷".encode("gb18030"), "𠮷"),
        (b"\xff", "ÿ"),
        (b"", ""),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert as_text(data) == text


@pytest.mark.parametrize(("payload", "symbology"), [("HALL-2025-0001", "Code128"), ("6901234567892", "EAN13")])
def test_bar_codes_are_read(payload: str, symbology: str) -> None:
    (found,) = read_codes(on_page(code(payload, symbology, scale=2)))
    assert found.text == payload


@pytest.mark.parametrize("damage", ["blurred", "dark", "small", "noisy"])
def test_a_poor_picture_is_still_read(damage: str) -> None:
    page = on_page(code("https://example.gov.cn/t/A001", scale=3 if damage == "small" else 6))
    if damage == "blurred":
        page = as_image(cv2.GaussianBlur(page, (0, 0), 2.6))
    elif damage == "dark":
        page = as_image(page // 6 + np.linspace(0, 60, page.shape[1], dtype=np.uint8)[None, :, None])
    elif damage == "small":
        page = as_image(cv2.resize(page, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA))
    else:
        noise = np.random.default_rng(1).normal(0, 40, page.shape)
        page = as_image(np.clip(page + noise, 0, 255).astype(np.uint8))
    assert [found.text for found in read_codes(page)] == ["https://example.gov.cn/t/A001"]


def test_several_codes_are_all_read() -> None:
    page = on_page(code("A001"))
    other = code("B002")
    page[600 : 600 + other.shape[0], 800 : 800 + other.shape[1]] = other[..., None]
    assert sorted(found.text for found in read_codes(page)) == ["A001", "B002"]


@pytest.mark.parametrize("paper", ["form", "notice", "receipt", "id_card", "blank"])
def test_a_page_without_a_code_gives_none(paper: str) -> None:
    assert read_codes(render(Scene(width=960, height=540, paper=paper))[0]) == ()
