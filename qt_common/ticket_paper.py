"""The paper ticket (号票) by the hall's template: what kiosk and guide desk print (Q-01, Q-09).

The paper is in Chinese in every interface language: it is shown at the window and read by staff; who used the kiosk
in English gets English lines beside. A template that can't be used, or has no result for one ticket, never costs
anybody a ticket: the shipped one prints it.
"""

from __future__ import annotations

import functools
import logging
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from devices.ticket_printer.interface import Align, PrintJob, QrCode, Rule, Text
from devices.ticket_printer.wrapping import columns_of
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket
from qt_common.paper_template.blocks import TemplateError
from qt_common.paper_template.expressions import Facts
from qt_common.paper_template.template import PaperTemplate, read_template
from qt_common.ticket_facts import SAMPLE_ITEM_ENGLISH, sample_tickets, ticket_facts

log = logging.getLogger(__name__)

COLUMNS = (48, 32)  # of 80 mm and of 58 mm
SHIPPED = "ticket.toml"


@dataclass(frozen=True, slots=True)
class TicketLayout:
    """The layout a station prints with.

    Attributes:
        template: the hall's, else the shipped one.
        problem: why the hall's can't be used, in Chinese; empty when all is well.
    """

    template: PaperTemplate
    problem: str = ""


def load_layout(path: Path | None) -> TicketLayout:
    """The hall's layout; the shipped one, with the problem said, when the hall's can't be used.

    Args:
        path: the hall's own template; None for the shipped one.
    """
    if path is None:
        return TicketLayout(shipped_template())
    try:
        return TicketLayout(_checked(path.name, path.read_bytes(), path.parent))
    except OSError as error:
        problem = f"无法读取号票模板 {path.name}。"
        log.error("ticket template %s: %s; the shipped one is used", path.name, error.strerror)
    except TemplateError as error:
        problem = error.message
        log.error("ticket template: %s; the shipped one is used", error)
    return TicketLayout(shipped_template(), problem)


@functools.cache
def shipped_template() -> PaperTemplate:
    """The template that comes with the suite."""
    return _checked(SHIPPED, (resources.files("qt_common") / "templates" / SHIPPED).read_bytes(), None)


def ticket_job(
    issued: IssuedTicket,
    profile: HallProfile,
    *,
    columns: int = 48,
    reprint: bool = False,
    english: bool = False,
    item_english: str = "",
    way: str = "",
    template: PaperTemplate | None = None,
) -> PrintJob:
    """The print job of a ticket.

    Args:
        issued: with its time in any zone; printed in the hall's.
        columns: Latin characters in a line of the paper: 48 on 80 mm, 32 on 58 mm.
        reprint: marks it 补打, so that two papers with one number are told apart.
        english: English lines beside the Chinese ones.
        item_english: the item's English name for them, empty when there is none.
        way: how to walk to the window, empty when nobody knows.
        template: the hall's; None for the shipped one.
    """
    facts = ticket_facts(issued, profile, reprint=reprint, english=english, item_english=item_english, way=way)
    if template is not None:
        try:
            return _with_number(template.job(facts, columns), facts, columns)
        except TemplateError as error:
            log.error("ticket template: %s; the shipped one prints this ticket", error)
    return shipped_template().job(facts, columns)


def test_job(profile: HallProfile, station: str, at: datetime) -> PrintJob:
    """A page for staff: every size, a rare character, a QR code, the cut (打印测试页)."""
    return PrintJob(
        (
            Text(profile.hall_name, width=2, height=2, bold=True, align=Align.CENTER),
            Text("打印测试页，不是号票", bold=True, align=Align.CENTER),
            Rule(),
            Text("A023", width=4, height=4, bold=True, align=Align.CENTER),
            Text("字号 1×1  生僻字 䶮 𠮷 㛃"),
            Text("字号 2×2", width=2, height=2),
            QrCode("TEST", module=6),
            Text(f"{station}  {at.astimezone(profile.zone):%Y-%m-%d %H:%M:%S}", align=Align.CENTER),
        )
    )


def _checked(name: str, content: bytes, folder: Path | None) -> PaperTemplate:
    """Raises TemplateError also when a ticket would come out without its number, or the number in two lines."""
    profile = HallProfile("sample", "祥符区政务服务大厅")
    samples = [
        ticket_facts(
            issued,
            profile,
            reprint=again,
            english=english,
            item_english=SAMPLE_ITEM_ENGLISH if english else "",
            way=way,
        )
        for issued in sample_tickets().values()
        for again, english, way in ((False, False, ""), (True, True, "直走到B区，左手第二个窗口"))
    ]
    template = read_template(name, content, samples=samples, folder=folder)
    for facts in samples:
        for columns in COLUMNS:
            _with_number(template.job(facts, columns), facts, columns)
    return template


def _with_number(job: PrintJob, facts: Facts, columns: int) -> PrintJob:
    label, paper = str(facts["label"]), "80" if columns >= COLUMNS[0] else "58"
    # Inside the 业务编号 it is not the number that a person looks for.
    other = str(facts["business_number"])
    numbered = [
        (text, line)
        for text in job.items
        if isinstance(text, Text)
        for line in text.text.split("\n")
        if label in line.replace(other, "")
    ]
    if not numbered:
        words = f"{paper} mm 号票上没有号码，请加上 {{{{ label }}}}"
        raise TemplateError("a ticket without its number", message=f"模板有误：{words}。")
    text, line = max(numbered, key=lambda one: one[0].width * one[0].height)
    if text.width * sum(map(columns_of, line)) > columns:
        words = f"{paper} mm 号票上的号码太宽，会折成两行，请把 width 改小"
        raise TemplateError("the number does not fit a line", message=f"模板有误：{words}。")
    return job
