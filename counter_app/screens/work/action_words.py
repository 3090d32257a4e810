"""Names, keys and hints of the actions (操作名称)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.actions import Action


class ActionWords(QObject):
    """What stands on the buttons."""

    def all(self) -> dict[Action, tuple[str, str, str]]:
        """Name, key and hint of every action that has a button with a key."""
        return {
            Action.CALL_NEXT: (self.tr("叫下一位"), self.tr("空格"), self.tr("按规则叫下一位（空格）")),
            Action.RECALL: (self.tr("重呼"), "R", self.tr("再呼叫一次（R）")),
            Action.START: (self.tr("开始"), "Enter", self.tr("群众已到窗口，开始办理（Enter）")),
            Action.FINISH: (self.tr("完成"), "F", self.tr("办完，请群众评价（F）")),
            Action.MISS: (self.tr("过号"), "M", self.tr("呼叫够次数仍无人应答（M）")),
            Action.UNDO_MISS: (self.tr("撤销过号"), "U", self.tr("按错了过号，让号票回到本窗口（U）")),
            Action.TRANSFER: (self.tr("转窗"), "T", self.tr("转到其他窗口，号码和顺序不变（T）")),
            Action.SUSPEND: (self.tr("挂起"), "H", self.tr("先放一放，群众补充材料（H）")),
            Action.VOID: (self.tr("作废"), "Del", self.tr("作废当前号票或选中的号票（Delete）")),
            Action.HELP: (self.tr("求助"), "F1", self.tr("请导办台来人（F1）")),
            Action.RESUME_WINDOW: (self.tr("恢复服务"), "P", self.tr("结束暂停，继续服务（P）")),
            Action.CALL_TICKET: (self.tr("点名叫号"), "N", self.tr("不按顺序叫选中的号票，须填原因（N）")),
            Action.BRING_BACK: (self.tr("恢复"), "G", self.tr("让选中的挂起或过号号票回到队列（G）")),
        }

    def hint(self) -> str:
        """The keys in short, where nothing else is to be said."""
        return self.tr("空格 叫下一位　Enter 下一步　F2 队列　F3 挂起与过号　C 拍摄　P 暂停服务　F8 叫号条")
