"""The names of panels, options and choices for people (面板与选项名称)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def panel_words(kind: str) -> str:
    """A kind of panel, such as “当前叫号”."""
    return {
        "head": translate("Preview", "标题栏"),
        "current_call": translate("Preview", "当前叫号"),
        "recent_calls": translate("Preview", "最近叫号"),
        "zone_waits": translate("Preview", "各区等候"),
        "windows": translate("Preview", "窗口一览"),
        "windows_map": translate("Preview", "窗口分布"),
        "public_cases": translate("Preview", "办件公示"),
        "ticker": translate("Preview", "滚动公告"),
        "notices": translate("Preview", "通知公告"),
        "media": translate("Preview", "图片视频"),
        "clock": translate("Preview", "时钟"),
        "guides": translate("Preview", "政务公开"),
        "satisfaction": translate("Preview", "满意度"),
        "duty": translate("Preview", "窗口人员"),
        "window_head": translate("Preview", "窗口标题"),
        "window_call": translate("Preview", "窗口叫号"),
        "plate": translate("Preview", "公示牌"),
    }.get(kind, kind)


def field_words(key: str) -> str:
    """An option, such as “每页秒数”."""
    return {
        "area": translate("Preview", "区域"),
        "title": translate("Preview", "标题"),
        "seconds": translate("Preview", "每页秒数"),
        "text": translate("Preview", "字号"),
        "min_width": translate("Preview", "最小宽度"),
        "min_height": translate("Preview", "最小高度"),
        "gives_way_to": translate("Preview", "空时让位给"),
        "zones": translate("Preview", "区（逗号分隔）"),
        "rows": translate("Preview", "行数"),
        "columns": translate("Preview", "列数"),
        "closed": translate("Preview", "含未开放窗口"),
        "contents": translate("Preview", "内容（逗号分隔）"),
        "speed": translate("Preview", "速度"),
        "texts": translate("Preview", "文字（逗号分隔）"),
        "folder": translate("Preview", "文件夹"),
        "fill": translate("Preview", "裁剪铺满"),
        "videos": translate("Preview", "播放视频"),
        "by": translate("Preview", "统计对象"),
        "period": translate("Preview", "统计时段"),
        "plan": translate("Preview", "用平面图"),
    }.get(key, key)


def choice_words(choice: str) -> str:
    """A choice of an option."""
    return {
        "hall": translate("Preview", "全大厅"),
        "window": translate("Preview", "窗口"),
        "department": translate("Preview", "部门"),
        "person": translate("Preview", "窗口人员"),
        "today": translate("Preview", "今日"),
        "month": translate("Preview", "本月"),
    }.get(choice, choice)


def situation_words(situation: str) -> str:
    """A moment of the hall."""
    return {
        "calling": translate("Preview", "正在叫号"),
        "resting": translate("Preview", "无新叫号"),
        "paused": translate("Preview", "暂停服务"),
        "closed": translate("Preview", "未开放"),
        "stale": translate("Preview", "数据中断"),
    }[situation]
