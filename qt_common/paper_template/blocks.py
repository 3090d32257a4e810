"""The blocks of a paper template as they stand in the file (内容块): checked one by one, named by their line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from devices.ticket_printer.interface import Picture
from devices.ticket_printer.pictures import UnusablePicture, read_picture
from hall.errors import BadInput
from qt_common.config_words import problems

Section = Literal["mm80", "mm58"]
SECTIONS: tuple[Section, ...] = ("mm80", "mm58")
MOST_BLOCKS = 80
MOST_PICTURE_BYTES = 500_000
_HEADER = re.compile(r"\s*\[\[\s*(mm80|mm58)\s*\]\]")


class TemplateError(BadInput):
    """The template can't be used (模板有误); the message names the line."""


class _Block(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    kind: str
    when: str = Field(default="", max_length=400)


class TextBlock(_Block):
    """文字: a line, or several; one that comes out empty is not printed."""

    line: str = Field(min_length=1, max_length=400)
    width: int = Field(default=1, ge=1, le=4)
    height: int = Field(default=1, ge=1, le=4)
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"


class RuleBlock(_Block):
    """横线."""


class FeedBlock(_Block):
    """走纸, in lines."""

    lines: int = Field(default=1, ge=1, le=20)


class QrBlock(_Block):
    """二维码; one whose payload comes out empty is not printed."""

    code: str = Field(min_length=1, max_length=400)
    module: int = Field(default=6, ge=1, le=16)


class PictureBlock(_Block):
    """图片: a PNG beside the template, such as the hall's sign."""

    file: str = Field(min_length=1, max_length=200)
    align: Literal["left", "center", "right"] = "center"


Block = TextBlock | RuleBlock | FeedBlock | QrBlock | PictureBlock
_KINDS: Mapping[str, type[Block]] = {
    "text": TextBlock,
    "rule": RuleBlock,
    "feed": FeedBlock,
    "qr": QrBlock,
    "picture": PictureBlock,
}


class Lines:
    """Where the blocks and their keys stand in the file's text; people count from one."""

    def __init__(self, text: str) -> None:
        self._text = text.splitlines()
        self._headers: dict[str, list[int]] = {section: [] for section in SECTIONS}
        for number, line in enumerate(self._text):
            found = _HEADER.match(line)
            if found is not None:
                self._headers[found[1]].append(number)

    def of(self, section: str, index: int, key: str = "") -> int | None:
        """The line of a block's key, else of its head; None when it is written some other way."""
        headers = self._headers[section]
        if index >= len(headers):
            return None
        head = headers[index]
        for number in range(head + 1, len(self._text)):
            if self._text[number].lstrip().startswith("["):
                break
            if key and re.match(rf"\s*{re.escape(key)}\s*=", self._text[number]):
                return number + 1
        return head + 1


def read_block(table: object) -> Block:
    """One block of the file.

    Raises:
        BlockError: its kind, or one of its keys, does not fit.
    """
    if not isinstance(table, dict):
        raise BlockError("", "内容块应写成 [[mm80]] 或 [[mm58]]")
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        known = "text（文字）、rule（横线）、feed（走纸）、qr（二维码）、picture（图片）"
        raise BlockError("kind", f"未知的内容块 kind = {kind!r}，可用的有 {known}")
    try:
        return _KINDS[kind].model_validate(table)
    except ValidationError as error:
        chinese, _ = problems(error)
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        raise BlockError(str(place[0]) if place else "", "；".join(chinese)) from error


class BlockError(Exception):
    """What is wrong with a block: the key, and Chinese words."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words)
        self.key, self.words = key, words


def picture_of(block: PictureBlock, folder: Path | None) -> Picture:
    """The picture of a block, ready to print.

    Raises:
        BlockError: it is not beside the template, too large, or no picture.
    """
    name = block.file
    if folder is None or Path(name).name != name:
        raise BlockError("file", f"图片 {name} 应与模板放在同一个文件夹，只写文件名")
    try:
        with (folder / name).open("rb") as file:
            content = file.read(MOST_PICTURE_BYTES + 1)
        if len(content) > MOST_PICTURE_BYTES:
            raise BlockError("file", f"图片 {name} 过大，最多 {MOST_PICTURE_BYTES // 1000} KB")
        return read_picture(content, block.align)
    except OSError as error:
        raise BlockError("file", f"无法读取图片 {name}") from error
    except UnusablePicture as error:
        raise BlockError("file", f"图片 {name} 不是可用的 PNG：{error.message}") from error


def tables_of(parsed: Mapping[str, Any], section: Section) -> list[object]:
    """The blocks of one width, as the file has them."""
    tables = parsed.get(section, [])
    return list(tables) if isinstance(tables, list) else [tables]
