"""Decides what runs over the board (滚动公告): notices, telephone, 办件公示, satisfaction."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from display_app.figures import Period
from display_app.layouts.options import TickerOptions
from display_app.panels.scene import Scene
from hall.rating.publication import Subject

translate = QCoreApplication.translate


def decide(scene: Scene, options: TickerOptions, name: str) -> tuple[str, ...]:
    """The texts in the order that was chosen."""
    lines = [scene.spoken_notice] if scene.spoken_notice else []
    for content in options.contents:
        if content == "notices":
            lines += scene.profile.notices
        elif content == "complaints":
            phone = scene.profile.complaint_phone
            lines.append(translate("Board", "投诉监督电话：{phone}").format(phone=phone))
        elif content == "cases":
            lines += _cases(scene)
        else:
            lines += _satisfaction(scene)
    return tuple(lines)


def _cases(scene: Scene) -> list[str]:
    return [
        translate("Board", "办件公示：{who} {item} 已于 {time} 办理完成").format(
            who=case.holder or translate("Board", "办事群众"),
            item=case.item_name,
            time=scene.clock(case.finished_at),
        )
        for case in scene.figures.lively.cases
    ]


def _satisfaction(scene: Scene) -> list[str]:
    return [
        translate("Board", "本月满意率 {percent}%（共 {rated} 人评价）").format(
            percent=f"{one.percent:.1f}", rated=one.rated
        )
        for one in scene.figures.satisfaction(Subject.HALL, Period.MONTH)
    ]
