"""Papers to lay under the simulated camera (模拟材料): drawn, so that their text, codes and sizes are known.

Names and numbers on them are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "C:/Windows/Fonts/msyh.ttc",
)
_SIMPLIFIED = 2  # index of the SC face in Noto's collection
_INK = (30, 30, 36)
_SEAL = (196, 24, 32)


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper.

    Attributes:
        width, height: millimetres, upright.
    """

    width: float
    height: float


PAPERS: Mapping[str, Paper] = {
    "form": Paper(210, 297),  # A4
    "blank": Paper(210, 297),
    "notice": Paper(148, 210),  # A5
    "receipt": Paper(80, 170),  # thermal roll
    "id_card": Paper(85.6, 53.98),  # ID-1, ISO/IEC 7810
}


def draw_paper(kind: str, *, dots_per_mm: float, qr: str = "") -> Image.Image:
    """Draw a paper.

    Args:
        dots_per_mm: resolution of the drawing.
        qr: payload of a QR code on it; empty for none.

    Raises:
        ValueError: no such kind, or the payload does not fit a code.
    """
    if kind not in PAPERS:
        raise ValueError(f"unknown paper {kind!r}; known: {', '.join(sorted(PAPERS))}")
    pen = _Pen(PAPERS[kind], dots_per_mm)
    _DRAW[kind](pen)
    if qr:
        side = min(28.0, pen.paper.width * 0.3)
        pen.code(qr, pen.paper.width - side - 8, 8, side)
    return pen.image


class _Pen:
    """Draws in millimetres."""

    def __init__(self, paper: Paper, dots_per_mm: float) -> None:
        self.paper = paper
        self._scale = dots_per_mm
        size = (round(paper.width * dots_per_mm), round(paper.height * dots_per_mm))
        self.image = Image.new("RGB", size, (246, 245, 240))
        self._draw = ImageDraw.Draw(self.image)
        self._fonts: dict[int, ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}

    def _font(self, height: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        size = max(6, round(height * self._scale))
        if size not in self._fonts:
            path = next((path for path in _FONTS if Path(path).exists()), None)
            self._fonts[size] = (
                ImageFont.truetype(path, size, index=_SIMPLIFIED if path.endswith("CJK-Regular.ttc") else 0)
                if path
                else ImageFont.load_default(size)
            )
        return self._fonts[size]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        height: float,
        *,
        centred: bool = False,
        ink: tuple[int, int, int] = _INK,
    ) -> None:
        self._draw.text(
            (x * self._scale, y * self._scale), text, ink, self._font(height), anchor="ma" if centred else "la"
        )

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: tuple[int, int, int] | None = None
    ) -> None:
        corners = [x * self._scale, y * self._scale, (x + width) * self._scale, (y + height) * self._scale]
        self._draw.rectangle(
            corners, fill=fill, outline=None if fill else _INK, width=max(1, round(0.3 * self._scale))
        )

    def seal(self, x: float, y: float, radius: float, text: str) -> None:
        """A round red seal (公章) with a star and the text along its upper edge."""
        scale = self._scale
        middle, size = (x * scale, y * scale), radius * scale
        edge = [middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size]
        self._draw.ellipse(edge, outline=_SEAL, width=max(2, round(1.2 * scale)))
        star = [
            (
                middle[0] + size * 0.3 * (1 if n % 2 == 0 else 0.4) * sin(n * pi / 5),
                middle[1] - size * 0.3 * (1 if n % 2 == 0 else 0.4) * cos(n * pi / 5),
            )
            for n in range(10)
        ]
        self._draw.polygon(star, fill=_SEAL)
        for index, char in enumerate(text):
            angle = (index - (len(text) - 1) / 2) * pi / 9
            place = (middle[0] + size * 0.72 * sin(angle), middle[1] - size * 0.72 * cos(angle))
            self._draw.text(place, char, _SEAL, self._font(radius * 0.24), anchor="mm")

    def code(self, payload: str, x: float, y: float, side: float) -> None:
        try:
            code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        except (ValueError, RuntimeError) as error:
            raise ValueError(f"the QR payload does not fit: {error}") from error
        dots = Image.fromarray(code.to_image(scale=1, add_quiet_zones=True))
        size = round(side * self._scale)
        self.image.paste(
            dots.resize((size, size), Image.Resampling.NEAREST), (round(x * self._scale), round(y * self._scale))
        )


def _form(pen: _Pen) -> None:
    pen.text(105, 40, "食品经营许可申请书", 9, centred=True)
    rows = (
        ("经营者名称", "开封市祥符区如意小吃店"), ("统一社会信用代码", "92410212MA0000000X"),
        ("经营场所", "祥符区世纪大道示例路 8 号"), ("主体业态", "餐饮服务经营者（小餐饮）"),
        ("经营项目", "热食类食品制售、自制饮品制售"), ("法定代表人（负责人）", "王建国"),
        ("联系电话", "138****0000"), ("申请日期", "2025 年 3 月 3 日"),
    )  # fmt: skip
    for index, (name, value) in enumerate(rows):
        top = 58 + index * 13
        pen.box(20, top, 170, 13)
        pen.box(20, top, 50, 13)
        pen.text(23, top + 3.5, name, 4.2)
        pen.text(73, top + 3.5, value, 4.6)
    lines = (
        "本申请人承诺：所提交的申请材料内容真实、合法、有效，复印件与原件一致，",
        "并对申请材料实质内容的真实性负责。本人已阅读并知悉一次性告知书所列",
        "全部材料、办理条件、办理时限和收费依据，同意接收短信通知。",
        "一、身份证明；二、营业执照；三、主要设备布局图；四、操作流程；",
        "五、食品安全管理制度；六、从业人员健康证明；七、授权委托书。",
    )
    for index, line in enumerate(lines):
        pen.text(22, 172 + index * 9, line, 4.4)
    pen.text(120, 232, "申请人（签字）：王建国", 4.6)
    pen.text(120, 244, "受理人员：3 号窗口", 4.6)
    pen.seal(60, 246, 20, "政务服务审批专用章")


def _notice(pen: _Pen) -> None:
    pen.text(74, 34, "受 理 通 知 书", 8, centred=True)
    for index, line in enumerate(
        ("王建国：", "    你提出的食品经营许可申请，材料齐全，", "符合法定形式，本机关予以受理。",
         "    承诺时限：10 个工作日", "    办结日期：2025 年 3 月 17 日")
    ):  # fmt: skip
        pen.text(16, 58 + index * 11, line, 5)
    pen.seal(104, 158, 18, "行政审批专用章")


def _receipt(pen: _Pen) -> None:
    pen.text(40, 40, "政务服务中心", 5, centred=True)
    pen.text(40, 52, "A001", 14, centred=True)
    for index, line in enumerate(("事项：食品经营许可", "窗口：3 号", "前面等待：4 人", "2025-03-03 09:12:30")):
        pen.text(8, 80 + index * 9, line, 4.6)
    for index in range(5):
        pen.box(8, 124 + index * 7, 64, 0.4, fill=_INK)


def _id_card(pen: _Pen) -> None:
    """The look of an identity card, clearly a sample; no real layout is copied."""
    pen.box(0, 0, pen.paper.width, pen.paper.height, fill=(222, 232, 240))
    for index, line in enumerate(
        ("姓名  王建国", "性别  男    民族  汉", "出生  1949 年 12 月 31 日", "住址  示例市样本区 1 号")
    ):
        pen.text(7, 7 + index * 8, line, 3.6)
    pen.box(60, 9, 20, 26, fill=(190, 200, 214))
    pen.text(7, 44, "公民身份号码  样本", 3.8)
    pen.text(60, 44, "样本", 4, ink=_SEAL)


def _blank(pen: _Pen) -> None:
    """Nothing on it."""


_DRAW = {"form": _form, "notice": _notice, "receipt": _receipt, "id_card": _id_card, "blank": _blank}
