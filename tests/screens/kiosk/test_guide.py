"""The guide at the kiosk: read to the end, taken along on paper or phone, there also without the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from db.store import SqlStore
from hall.catalogue.elements import Element, Entry
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, Material
from kiosk_app.catalogue_file import CatalogueFile
from kiosk_app.lobby_watch import LobbyState
from tests.support.away_store import AwayStore
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import FOOD, MARRIAGE, SHOP

FULL = replace(
    FOOD,
    materials=(
        Material("申请书", originals=1, form="A4，签名", english="Application form"),
        Material("身份证", True, copies=2),
        *(Material(f"第{n}种材料", copies=1) for n in range(3, 20)),
    ),
    elements=(
        Entry(Element.BASIS, ("《食品安全法》第三十五条",)),
        Entry(Element.CONDITIONS, ("有固定场所",)),
        Entry(Element.STEPS, ("收件", "受理", "办结")),
        Entry(Element.PHONE, ("0371-00000001",)),
    ),
    english="Food business licence",
)


@pytest.fixture
def guided(hall: SqlStore) -> SqlStore:
    """The hall with one whole guide."""
    with hall.begin() as uow:
        departments = (Department("scjg", "区市场监督管理局", "Market Bureau"), Department("mz", "区民政局"))
        uow.catalogue.replace(Catalogue(departments, (SHOP, FULL, MARRIAGE)))
        uow.commit()
    return hall


def open_guide(visitor: Visitor, item: str = "SX002") -> None:
    visitor.press("door_guide")
    visitor.press("department_scjg")
    visitor.press(f"item_{item}")
    visitor.arrives("guide", item=item)


def everything(visitor: Visitor) -> list[str]:
    """Turn all pages and read what stands on them."""
    seen: list[str] = []
    while True:
        seen += [w.text() for w in visitor.kiosk.window.findChildren(QLabel) if w.isVisible()]
        if not visitor.button("page_forth").isEnabled():
            return seen
        visitor.press("page_forth")


@pytest.mark.req("D-03")
@pytest.mark.req("C-01")
def test_a_guide_is_read_to_its_end_without_scrolling(guided: SqlStore, visitor: Visitor) -> None:
    open_guide(visitor)
    assert visitor.read("material_1_counts") == "原件 1 份"
    assert visitor.read("material_2_counts") == "复印件 2 份\n可容缺"
    seen = everything(visitor)
    for words in (
        "19. 第19种材料",
        "有固定场所",
        "2. 受理",
        "法定时限：20 个工作日",
        "收费标准：未公布",
        "《食品安全法》第三十五条",
        "A区，3号窗口",
        "咨询电话：0371-00000001",
        "监督投诉电话：12345",
    ):
        assert words in seen, words
    visitor.press("guide_terms")
    assert visitor.read("title_time") == "办理时限"
    visitor.press("materials_ready")
    visitor.arrives("materials", item="SX002")


@pytest.mark.req("C-01")
def test_the_list_comes_out_of_the_printer_and_is_on_record(guided: SqlStore, visitor: Visitor) -> None:
    open_guide(visitor)
    visitor.press("guide_print")
    visitor.until(lambda: visitor.kiosk.describe()["telling"] == "done")
    assert visitor.read("guide_paper_title") == "请取走材料清单"
    text = "\n".join(visitor.papers()[-1]["text"])
    for words in (
        "食品经营许可",
        "申请材料（共19项）",
        "1. 申请书",
        "原件1份，A4，签名",
        "复印件2份，可容缺",
        "2. 受理",
    ):
        assert words in text
    visitor.until(lambda: ("guide.told", {"how": "paper", "materials": 19}) in visitor.journal())
    visitor.seconds_pass(20)
    assert visitor.read("material_1") == "1. 申请书", "the guide comes back by itself"
    assert visitor.tickets() == []


def test_a_printer_out_of_paper_says_what_to_do_and_nothing_is_on_record(
    guided: SqlStore, visitor: Visitor
) -> None:
    open_guide(visitor)
    visitor.printer.command("fault", {"name": "paper_out"})
    visitor.press("guide_print")
    visitor.until(lambda: visitor.kiosk.describe()["telling"] == "failed")
    assert visitor.read("guide_paper_title") == "打印机缺纸"
    assert "可以手机扫码带走" in visitor.read("guide_paper_text")
    visitor.press("guide_read_on")
    assert visitor.shows("guide_print")
    assert [kind for kind, _ in visitor.journal() if kind == "guide.told"] == []


def test_a_print_nobody_can_be_sure_of_is_never_called_done(guided: SqlStore, visitor: Visitor) -> None:
    open_guide(visitor)
    visitor.printer.command("vanish_after", {"bytes": 300})
    visitor.press("guide_print")
    visitor.until(lambda: visitor.kiosk.describe()["telling"] == "in_doubt")
    assert visitor.read("guide_paper_title") == "请看一下出纸口"
    visitor.until(lambda: ("guide.told", {"how": "paper_in_doubt", "materials": 19}) in visitor.journal())


@pytest.mark.req("D-04")
def test_a_phone_reads_the_same_guide_from_the_screen(guided: SqlStore, visitor: Visitor) -> None:
    open_guide(visitor)
    visitor.press("guide_code")
    visitor.until(lambda: bool(visitor.kiosk.window.findChildren(QLabel, "qr")))
    picture = visitor.kiosk.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (code,) = zxingcpp.read_barcodes(rows[:, : picture.width()].copy())
    assert "《食品经营许可》办事指南" in code.text
    assert "1. 申请书（原件1份，A4，签名）" in code.text
    assert "监督投诉电话：12345" in code.text
    visitor.until(lambda: ("guide.told", {"how": "phone", "materials": 19}) in visitor.journal())
    visitor.press("guide_read_on")
    assert visitor.shows("guide_print")


@pytest.mark.req("D-03")
def test_guides_stay_without_the_database_and_what_was_printed_meanwhile_is_put_on_record(
    guided: SqlStore, visitor: Visitor
) -> None:
    kiosk, line = visitor.kiosk, AwayStore(guided)
    kiosk.desk._store = line  # type: ignore[assignment]
    line.away = True
    kiosk.watch.refresh()
    visitor.until(lambda: not kiosk.describe()["online"])
    open_guide(visitor)
    assert "显示最近一次的指南" in visitor.read("item_below")
    visitor.press("guide_print")
    visitor.until(lambda: kiosk.describe()["telling"] == "done")
    visitor.press("guide_read_on")
    visitor.press("materials_ready")
    visitor.arrives("notice", notice="database_away")
    line.away = False
    kiosk.watch.refresh()
    visitor.arrives("home")
    visitor.seconds_pass(5)
    visitor.until(lambda: ("guide.told", {"how": "paper", "late": True, "materials": 19}) in visitor.journal())


def test_a_kiosk_that_started_without_the_database_shows_what_an_earlier_run_knew(
    guided: SqlStore, visitor: Visitor, tmp_path: Path
) -> None:
    watch = visitor.kiosk.watch
    line = AwayStore(guided)
    line.away = True
    visitor.kiosk.desk._store = line  # type: ignore[assignment]
    # As at a start: nothing was read yet, and the database does not answer.
    watch.state = LobbyState()
    watch._kept, watch._remembered = CatalogueFile(tmp_path / "state" / "catalogue.json"), False
    watch._told = False
    watch.refresh()
    visitor.until(lambda: not watch.state.online and bool(watch.state.catalogue.items))
    assert watch.state.lobby is None
    open_guide(visitor)
    assert visitor.read("material_2_counts") == "复印件 2 份\n可容缺"
    assert watch.state.catalogue.items[1] == FULL


def test_in_english_the_names_are_english_and_the_official_ones_stay_in_sight(
    guided: SqlStore, visitor: Visitor
) -> None:
    visitor.kiosk.journey.set_language("en")
    visitor.press("door_guide")
    visitor.until(lambda: visitor.shows("department_scjg"))
    assert visitor.button("department_scjg").accessibleName().startswith("Market Bureau")
    visitor.press("department_scjg")
    visitor.until(lambda: visitor.shows("item_SX002"))
    assert visitor.button("item_SX002").accessibleName().startswith("Food business licence，食品经营许可")
    visitor.press("item_SX002")
    visitor.arrives("guide", item="SX002")
    assert visitor.read("item_name") == "Food business licence"
    assert visitor.read("material_1") == "1. Application form"
    assert visitor.read("material_1_chinese") == "申请书"
