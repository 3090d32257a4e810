"""What a device's condition is called and what to do about it (设备状态用语), the same in every app."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from qt_common.device_condition import Condition

_STATION = re.compile(r"(kiosk|counter|display|guide)-?(\w+)")
ZONE_VOICE = "voice_"


class DeviceWords(QObject):
    """Words in the interface's language; ask anew after a change of language.

    A kind is a device's key in machine.toml, such as ``"ticket_printer"``.
    """

    def kind(self, kind: str) -> str:
        """The device's name; ``voice_B`` is the loudspeaker of zone B."""
        if kind.startswith(ZONE_VOICE):
            return self.tr("语音播报（{zone}区）").format(zone=kind.removeprefix(ZONE_VOICE))
        return {
            "ticket_printer": self.tr("号票打印机"),
            "a4_printer": self.tr("A4打印机"),
            "id_card_reader": self.tr("身份证读卡器"),
            "rating_pad": self.tr("评价器"),
            "code_scanner": self.tr("扫码器"),
            "document_camera": self.tr("高拍仪"),
            "window_led": self.tr("窗口屏"),
            "voice": self.tr("语音播报"),
            "sms_modem": self.tr("短信设备"),
            "ticket_template": self.tr("号票模板"),
        }.get(kind) or self.tr("其他设备")

    def station(self, name: str) -> str:
        """Where it stands: ``counter-3`` is window 3."""
        found = _STATION.fullmatch(name)
        if found is None:
            return name
        texts = {
            "kiosk": self.tr("抽号机 {number}"),
            "counter": self.tr("{number} 号窗口"),
            "display": self.tr("大厅屏 {number}"),
            "guide": self.tr("导办台 {number}"),
        }
        return texts[found[1]].format(number=found[2])

    def state(self, condition: Condition) -> str:
        """The condition in a few words."""
        return {
            Condition.ABSENT: self.tr("未配置"),
            Condition.READY: self.tr("正常"),
            Condition.PAPER_LOW: self.tr("正常，纸将用完"),
            Condition.LIMITED: self.tr("可用，功能受限"),
            Condition.PAPER_OUT: self.tr("缺纸"),
            Condition.JAMMED: self.tr("卡纸"),
            Condition.COVER_OPEN: self.tr("机盖未合上"),
            Condition.CUTTER_FAULT: self.tr("切刀故障"),
            Condition.FAULT: self.tr("故障"),
            Condition.OFFLINE: self.tr("未连接，自动重连中"),
            Condition.STARTING: self.tr("正在连接"),
            Condition.UNKNOWN: self.tr("状态不明"),
            Condition.SILENT: self.tr("未知，该站点已失联"),
        }[condition]

    def what_to_do(self, kind: str, condition: Condition) -> str:
        """What to do now, empty when there is nothing to do."""
        if condition is Condition.PAPER_OUT and kind == "a4_printer":
            return self.tr("拉出纸盒，放入 A4 纸并推到底，自动恢复。")
        if kind == "ticket_template" and not condition.works:
            return self.tr("号票照常用自带模板打印。按该站点工作人员菜单里的说明改正模板文件，再重启程序。")
        if condition is Condition.LIMITED:
            return self._limits(kind)
        return {
            Condition.ABSENT: "",
            Condition.READY: "",
            Condition.STARTING: "",
            Condition.PAPER_LOW: self.tr("请备好新纸，空闲时更换。"),
            Condition.PAPER_OUT: self.tr("打开机盖换纸：纸头从下方拉出，合上机盖后自动恢复。"),
            Condition.JAMMED: self.tr("关闭电源，打开机盖，轻轻取出卡住的纸，合上后重新开机。"),
            Condition.COVER_OPEN: self.tr("把机盖按到位，听到“咔嗒”一声后自动恢复。"),
            Condition.CUTTER_FAULT: self.tr("关闭电源再开机；切刀仍不动时，请信息科维修。"),
            Condition.FAULT: self.tr("关闭电源，十秒后再开机；仍不正常时，请信息科维修。"),
            Condition.OFFLINE: self.tr("检查电源和数据线；接好后自动恢复，不必重启程序。"),
            Condition.UNKNOWN: self.tr("设备没有说明自己的状态，请到设备前查看。"),
            Condition.SILENT: self.tr("到该站点查看：是否开机，程序是否在运行，网线是否插好；恢复后自动更新。"),
        }[condition]

    def _limits(self, kind: str) -> str:
        kind = "voice" if kind.startswith(ZONE_VOICE) else kind
        return {
            "rating_pad": self.tr("已连接，启动后还没有收到过按键；按一次任意键即可确认。"),
            "code_scanner": self.tr("已连接，启动后还没有扫过码；扫一次即可确认。"),
            "voice": self.tr("能生成语音，但放不出声音：检查音箱的电源、音量和接线。"),
            "document_camera": self.tr("可以拍摄，但达不到设定的清晰度：换一个 USB 接口试试。"),
            "a4_printer": self.tr("只知道打印队列正常；纸张和机盖请到打印机前查看。"),
        }.get(kind) or self.tr("可以使用，但不能说明自己的全部状态。")
