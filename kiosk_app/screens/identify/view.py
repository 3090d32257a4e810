"""Draws the page of identification (身份核验)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.ports import ReaderState
from kiosk_app.screens.identify.view_model import IdentifyState, IdentifyViewModel
from kiosk_app.widgets.basic import CENTER, Tile, card, label
from kiosk_app.widgets.icons import icon_pixmap


class IdentifyView(QWidget):
    """The card first; below it the other ways."""

    def __init__(self, model: IdentifyViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("请刷身份证取号"), look.title, c.text, bold=True))
        frame, inside = card(look)
        inside.addStretch(1)
        self._icon = QLabel()
        self._icon.setAlignment(CENTER)
        self._icon.setStyleSheet("border: none; background: transparent;")
        inside.addWidget(self._icon)
        self._words = label(
            "", look.px(62 if look.elder else 52), c.text, bold=True, align=CENTER, name="reader_words"
        )
        self._more = label("", look.body, c.text_soft, align=CENTER, name="reader_more")
        inside.addWidget(self._words)
        inside.addWidget(self._more)
        inside.addStretch(1)
        inside.addWidget(
            label(
                self.tr("证件信息只用于本次取号，加密保存，屏幕和号票上只显示部分姓名。"),
                look.small,
                c.text_soft,
                align=CENTER,
            )
        )
        box.addWidget(frame, 3)
        self._others: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        self._others.setSpacing(look.gap)
        self._phone = Tile(
            self.tr("没带身份证，用手机号"),
            (self.tr("输入 11 位手机号"),),
            "by_phone",
            look,
            model.phone,
            icon="phone",
        )
        self._anonymous = Tile(
            self.tr("不登记，直接取号"),
            (self.tr("到窗口时再出示证件"),),
            "anonymous",
            look,
            model.anonymous,
            icon="pass",
        )
        for tile in (self._phone, self._anonymous):
            tile.setMinimumHeight(look.px(150 if look.landscape else 190))
            self._others.addWidget(tile)
        box.addLayout(self._others, 1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: IdentifyState) -> None:
        """Show ``state``."""
        look, c = self._look, self._look.colours
        usable = state.reader not in (ReaderState.ABSENT, ReaderState.SERVICE)
        self._icon.setPixmap(
            icon_pixmap("card", look.px(170 if look.landscape else 300), c.primary if usable else c.text_soft)
        )
        words, more = {
            ReaderState.WAITING: (
                self.tr("请将身份证平放在感应区"),
                self.tr("放好后不要移动，听到“嘀”声或页面变化再拿起"),
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
                self.tr("读卡器正在自动恢复，可以先用下面的方式取号"),
            ),
            ReaderState.SERVICE: (
                self.tr("刷卡暂不可用"),
                self.tr("读卡器需要维护，请用下面的方式取号或按“人工帮助”"),
            ),
        }[state.reader]
        self._words.setText(words)
        self._more.setText(more)
        self._phone.setVisible(state.by_phone)
        self._anonymous.setVisible(state.without_registration)
