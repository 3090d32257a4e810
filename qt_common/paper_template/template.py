"""A paper template (小票模板): read and checked once, then filled with the facts of each slip."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, QrCode, Rule, Text
from qt_common.config_words import toml_problem
from qt_common.paper_template.blocks import (
    MOST_BLOCKS,
    SECTIONS,
    Block,
    BlockError,
    FeedBlock,
    Lines,
    PictureBlock,
    QrBlock,
    Section,
    TemplateError,
    TextBlock,
    picture_of,
    read_block,
    tables_of,
)
from qt_common.paper_template.expressions import ExpressionError, Expressions, Facts

FORMAT = 1
MOST_BYTES = 100_000
WIDE = 48  # columns from which paper counts as 80 mm
_TOP = frozenset({"format", "name", *SECTIONS})

Fill = Callable[[Facts], Item | None]


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A checked template.

    Attributes:
        name: the file's, for people.
        fills: the blocks of each width of paper.
    """

    name: str
    fills: Mapping[Section, tuple[Fill, ...]]

    def job(self, facts: Facts, columns: int) -> PrintJob:
        """The print job of one slip.

        Args:
            columns: Latin characters in a line of the paper: 48 on 80 mm, 32 on 58 mm.

        Raises:
            TemplateError: an expression has no result with these facts.
        """
        section: Section = "mm80" if columns >= WIDE else "mm58"
        try:
            items = [fill(facts) for fill in self.fills[section]]
        except (ExpressionError, ValueError) as error:
            raise TemplateError(f"{self.name}: {error}", message=f"模板 {self.name} 填不出这张小票。") from error
        return PrintJob(tuple(item for item in items if item is not None))


def read_template(
    name: str, content: bytes, *, samples: Sequence[Facts], folder: Path | None = None
) -> PaperTemplate:
    """Read a template and try it with every sample.

    Args:
        name: of the file, for messages.
        samples: facts of slips as they may come; their names are the fields there are.
        folder: where its pictures are; None allows none.

    Raises:
        TemplateError: not TOML, an unknown key, block, field, filter, or nothing comes of it; the line is named.
    """
    try:
        if len(content) > MOST_BYTES:
            raise _wrong(name, None, f"文件过大，最多 {MOST_BYTES // 1000} KB")
        text = content.decode("utf-8")
        parsed = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(name, None, toml_problem(error)) from error
    if parsed.get("format") != FORMAT:
        raise _wrong(name, None, f"第一项应为 format = {FORMAT}")
    for key in parsed:
        if key not in _TOP:
            raise _wrong(name, None, f"未知的配置项 {key}")
    lines, expressions = Lines(text), Expressions(frozenset(samples[0]))
    fills: dict[Section, tuple[Fill, ...]] = {}
    for section in SECTIONS:
        tables = tables_of(parsed, section)
        if not 1 <= len(tables) <= MOST_BLOCKS:
            raise _wrong(name, None, f"[[{section}]] 应有 1–{MOST_BLOCKS} 个内容块，现有 {len(tables)} 个")
        made = []
        for index, table in enumerate(tables):
            try:
                fill = _fill(read_block(table), expressions, folder)
                for facts in samples:
                    _try(fill, facts)
            except BlockError as error:
                raise _wrong(name, lines.of(section, index, error.key), error.words) from error
            made.append(fill)
        fills[section] = tuple(made)
    return PaperTemplate(name, fills)


def _wrong(name: str, line: int | None, words: str) -> TemplateError:
    place = f"第 {line} 行：" if line is not None else ""
    where = f"line {line} can't be used" if line is not None else "the file as a whole can't be used"
    return TemplateError(f"{name}: {where}", message=f"模板 {name} 有误：{place}{words}。")


def _try(fill: Fill, facts: Facts) -> None:
    try:
        fill(facts)
    except (ExpressionError, ValueError) as error:
        words = error.message if isinstance(error, ExpressionError) else "内容块的取值不能打印"
        raise BlockError("", words) from error


def _fill(block: Block, expressions: Expressions, folder: Path | None) -> Fill:
    key = "when"
    try:
        wanted = expressions.condition(block.when)
        match block:
            case TextBlock():
                key = "line"
                make = _text(block, expressions)
            case QrBlock():
                key = "code"
                make = _qr(block, expressions)
            case FeedBlock():
                make = _always(Feed(block.lines))
            case PictureBlock():
                make = _always(picture_of(block, folder))
            case _:
                make = _always(Rule())
    except ExpressionError as error:
        raise BlockError(key, error.message) from error
    return lambda facts: make(facts) if wanted(facts) else None


def _always(item: Item) -> Fill:
    return lambda _: item


def _text(block: TextBlock, expressions: Expressions) -> Fill:
    line, align = expressions.line(block.line), Align(block.align)

    def make(facts: Facts) -> Item | None:
        text = line(facts).strip("\n")
        return Text(text, block.width, block.height, block.bold, align) if text.strip() else None

    return make


def _qr(block: QrBlock, expressions: Expressions) -> Fill:
    code = expressions.line(block.code)

    def make(facts: Facts) -> Item | None:
        payload = code(facts).strip()
        return QrCode(payload, block.module) if payload else None

    return make
