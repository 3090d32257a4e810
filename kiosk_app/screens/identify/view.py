"""Draws the page of identification (身份核验)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk_app.journey_state import Page, Purpose
from kiosk_app.look import Look
from kiosk_app.ports import ReaderState, ScannerState
from kiosk_app.screens.identify.view_model import IdentifyState, IdentifyViewModel
from kiosk_app.widgets.basic import CENTER, Tile, card, label
from kiosk_app.widgets.icons import icon_pixmap


class IdentifyView(QWidget):
    """The card and the scanner first; below them the other ways."""

    def __init__(self, model: IdentifyViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        self._title = label("", look.title, c.text, bold=True, name="identify_title")
        box.addWidget(self._title)
        frame, inside = card(look)
        inside.addStretch(1)
        self._icon = QLabel()
        self._icon.setAlignment(CENTER)
        inside.addWidget(self._icon)
        self._words = label(
            "",
            look.px(46 if look.low else 52 if look.landscape or not look.elder else 62),
            c.text,
            bold=True,
            align=CENTER,
            name="reader_words",
        )
        self._more = label("", look.body, c.text_soft, align=CENTER, name="reader_more")
        self._scan = label("", look.big, c.primary, bold=True, align=CENTER, name="scanner_words")
        for words in (self._words, self._more, self._scan):
            inside.addWidget(words)
        inside.addStretch(1)
        self._care = label("", look.small, c.text_soft, align=CENTER)
        inside.addWidget(self._care)
        box.addWidget(frame, 3)
        self._others: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        self._others.setSpacing(look.gap)
        title = round(look.big * 0.86) if look.landscape else look.big  # three stand side by side
        self._phone = Tile(
            self.tr("没带身份证，用手机号"),
            (self.tr("输入 11 位手机号"),),
            "by_phone",
            look,
            model.phone,
            icon="phone",
            title_pixels=title,
        )
        self._anonymous = Tile(
            self.tr("不登记，直接取号"),
            (self.tr("到窗口时再出示证件"),),
            "anonymous",
            look,
            model.anonymous,
            icon="pass",
            title_pixels=title,
        )
        self._code = Tile(
            self.tr("输入预约码"),
            (self.tr("预约成功时告知的 8 位字母和数字"),),
            "by_code",
            look,
            model.code,
            icon="keys",
            title_pixels=title,
        )
        self._number = Tile(
            self.tr("输入号码或编号"),
            (self.tr("号票号码、业务编号、受理编号"),),
            "by_number",
            look,
            model.code,
            icon="keys",
            title_pixels=title,
        )
        self._another = Tile(
            self.tr("替别人办理"),
            (self.tr("您和对方的证件都要刷"),),
            "identify_agent",
            look,
            model.another,
            icon="person",
            title_pixels=title,
        )
        self._nameless = Tile(
            self.tr("不留姓名"),
            (self.tr("可以反映，但不能答复您"),),
            "identify_nameless",
            look,
            model.anonymous,
            icon="pass",
            title_pixels=title,
        )
        for tile in (self._code, self._number, self._phone, self._anonymous, self._nameless, self._another):
            tile.setMinimumHeight(look.px(112 if look.low else 150 if look.landscape else 190))
            self._others.addWidget(tile)
        self._box = box
        box.addLayout(self._others, 1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: IdentifyState) -> None:
        """Show ``state``."""
        look, c = self._look, self._look.colours
        purpose = state.purpose
        self._title.setText(self._title_words(state))
        self._care.setText(self._care_words(state))
        usable = state.reader not in (ReaderState.ABSENT, ReaderState.SERVICE)
        scan = state.scanner is not ScannerState.ABSENT
        icon = "search" if state.searching else "card" if usable or not scan else "scan"
        colour = c.primary if usable or scan else c.text_soft
        self._icon.setPixmap(
            icon_pixmap(
                icon, look.px(84 if look.low else 120 if look.landscape else 220 if look.elder else 300), colour
            )
        )
        self._icon.setVisible(not look.low)  # there is not the height for it
        words, more = self._words_for(state)
        if state.searching:
            complains = purpose is Purpose.COMPLAINT
            words, more = self.tr("正在提交，请稍候") if complains else self.tr("正在查询，请稍候"), ""
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._scan.setText(self._scan_words(state))
        self._scan.setVisible(scan and not state.searching)
        self._phone.setVisible(state.by_phone)
        self._anonymous.setVisible(state.without_registration)
        self._nameless.setVisible(state.nameless)
        self._another.setVisible(state.for_another)
        self._box.setStretchFactor(self._others, 1 if state.page is Page.IDENTIFY else 0)
        self._code.setVisible(state.by_code and purpose is Purpose.CHECK_IN)
        self._number.setVisible(state.by_code and purpose is Purpose.PROGRESS)

    def _title_words(self, state: IdentifyState) -> str:
        if state.page is Page.AGENT:
            return self.tr("代办第一步：刷您自己的身份证")
        if state.page is Page.PRINCIPAL:
            return self.tr("代办第二步：刷对方的身份证")
        purpose = state.purpose
        if purpose is Purpose.CHECK_IN:
            return self.tr("请刷身份证签到")
        if purpose is Purpose.PROGRESS:
            return self.tr("请刷身份证查询")
        if purpose is Purpose.COMPLAINT:
            return self.tr("请刷身份证，方便答复您")
        return self.tr("请刷身份证取号")

    def _care_words(self, state: IdentifyState) -> str:
        if state.page is not Page.IDENTIFY:
            return self.tr("代办须登记两个人的证件，加密保存，屏幕和号票上只显示部分姓名。")
        if state.purpose is Purpose.PROGRESS:
            return self.tr("证件信息只用于本次查询，不保存；屏幕上不显示姓名。")
        if state.purpose is Purpose.COMPLAINT:
            return self.tr("姓名和电话加密保存，只有负责处理的人员能看到，不会告诉被反映的人。")
        return self.tr("证件信息只用于本次取号，加密保存，屏幕和号票上只显示部分姓名。")

    def _scan_words(self, state: IdentifyState) -> str:
        if state.scanner is ScannerState.UNKNOWN:
            return self.tr("这个码在这里用不了，请换一个码或换一种方式")
        if state.page is Page.PRINCIPAL:
            return self.tr("也可以扫对方的市民之家一卡通或身份码")
        if state.purpose is Purpose.CHECK_IN:
            return self.tr("也可以扫预约码、市民之家一卡通或身份码")
        if state.purpose is Purpose.PROGRESS:
            return self.tr("也可以扫号票二维码、市民之家一卡通或身份码")
        return self.tr("也可以扫市民之家一卡通或身份码")

    def _words_for(self, state: IdentifyState) -> tuple[str, str]:
        words, more = self._reader_words(state.reader)
        if state.page is Page.IDENTIFY:
            return words, more
        if state.same_person:
            return self.tr("这是您自己的证件"), self.tr("请拿起来，换上要办事的人的身份证")
        if state.reader in (ReaderState.ABSENT, ReaderState.SERVICE):
            return words, self.tr("请按“人工帮助”，或到导办台代办取号")
        if state.page is Page.PRINCIPAL and state.reader is ReaderState.WAITING:
            return self.tr("请拿起您的身份证，换上对方的"), self.tr("对方是要办事的人，放好后不要移动")
        return words, more

    def _reader_words(self, reader: ReaderState) -> tuple[str, str]:
        return {
            ReaderState.WAITING: (
                self.tr("请将身份证平放在感应区"),
                self.tr("放好后不要动，听到“嘀”声或页面变化再拿起"),
            ),
            ReaderState.LIFT: (
                self.tr("没有读到，请拿起身份证重新平放"),
                self.tr("请不要与手机、银行卡叠放，读取时不要移动"),
            ),
            ReaderState.WRONG_CARD: (
                self.tr("这不是能识别的证件"),
                self.tr("请放置居民身份证、港澳台居民居住证或外国人永久居留身份证"),
            ),
            ReaderState.ABSENT: (
                self.tr("刷卡暂不可用"),
                self.tr("读卡器正在自动恢复，可以先用下面的方式"),
            ),
            ReaderState.SERVICE: (
                self.tr("刷卡暂不可用"),
                self.tr("读卡器需要维护，请用下面的方式或按“人工帮助”"),
            ),
        }[reader]
