"""The day's report (模拟报告): figures for programs, words for people; computed from the database alone."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from cli.simulate.audit import Audit
from cli.simulate.plan import ZONE, DayPlan
from cli.simulate.replay import Life, WindowLife
from hall.queueing.outlook import EstimateReport
from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, TicketState

COUNTED = {
    "recalls": "ticket.recalled",
    "requeued": "ticket.requeued",
    "transferred": "ticket.transferred",
    "suspended": "ticket.suspended",
    "print_trouble": "ticket.print_trouble",
    "ratings": "rating.recorded",
    "pauses": "window.paused",
    "went_on": "ticket.stepped",
    "appointments": "appointment.booked",
    "checked_in": "appointment.arrived",
    "forfeited": "appointment.forfeited",
}
PROBLEMS = {
    "lost": "丢失",
    "gaps": "缺号重号",
    "double_calls": "重复叫号",
    "lost_updates": "丢失更新",
    "unjournalled": "未留痕",
    "wrong_steps": "状态有误",
    "unauthorised": "越权叫号",
    "unexplained": "无理由插队",
    "chain_broken": "留痕链断开",
}


def document_of(plan: DayPlan, found: Audit, counts: Mapping[str, int], told: EstimateReport) -> dict[str, Any]:
    """The JSON document; the same seed and plan give the same one, on either database, at any speed."""
    played = found.replay
    today = {row.id for row in found.rows if row.day == plan.day}
    lives = [played.tickets[key] for key in sorted(today) if key in played.tickets]
    states = [row.state for row in found.rows if row.id in today]
    waits = {name: _figures(of_class) for name, of_class in _by_class(lives).items() if of_class}
    every = [life.wait / 60 for life in lives if life.wait is not None]
    overtime = _overtime(plan, played.windows)
    return {
        "seed": plan.seed,
        "windows": plan.windows,
        "kiosks": plan.kiosks,
        "visitors": plan.visitors,
        "shape": plan.shape,
        "surges": [{"minute": m, "minutes": n, "factor": round(f, 2)} for m, n, f in plan.surges],
        "tickets": len(today),
        "served": states.count(TicketState.FINISHED),
        "missed": states.count(TicketState.MISSED),
        "voided": states.count(TicketState.VOID),
        **found.problems(),
        "waits": waits,
        "longest_wait": round(max(every, default=0.0), 1),
        "estimates": _told(told),
        "utilisation": _utilisation(played.windows),
        "fairness": round(played.first_in_class / played.calls, 4) if played.calls else 1.0,
        "overtime": overtime,
        "events": {name: played.kinds.get(kind, 0) for name, kind in COUNTED.items()}
        | dict(sorted(counts.items())),
        "journal": found.verdict.records,
        "ok": found.ok,
    }


def _told(told: EstimateReport) -> dict[str, float]:
    """How far off the waits told on the tickets were, in minutes."""
    if not told.tickets:
        return {"tickets": 0}
    return {
        "tickets": told.tickets,
        "mean_error": round(told.mean_error, 1),
        "bias": round(told.bias, 1),
        "in_range": round(told.in_range, 3),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of the others don't exceed (nearest rank); 0 for none."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)] if ordered else 0.0


def _by_class(lives: Sequence[Life]) -> dict[str, list[float]]:
    return {
        priority.name.lower(): [x.wait / 60 for x in lives if x.priority is priority and x.wait is not None]
        for priority in PriorityClass
    }


def _figures(minutes: Sequence[float]) -> dict[str, float]:
    return {
        "count": len(minutes),
        "p50": round(percentile(minutes, 0.5), 1),
        "p90": round(percentile(minutes, 0.9), 1),
        "max": round(max(minutes), 1),
        "mean": round(sum(minutes) / len(minutes), 1),
    }


def _utilisation(windows: Mapping[int, WindowLife]) -> dict[str, float]:
    shares = [life.busy / life.opened for life in windows.values() if life.opened]
    opened = sum(life.opened for life in windows.values())
    return {
        "mean": round(sum(life.busy for life in windows.values()) / opened, 4) if opened else 0.0,
        "lowest": round(min(shares, default=0.0), 4),
        "highest": round(max(shares, default=0.0), 4),
    }


def _overtime(plan: DayPlan, windows: Mapping[int, WindowLife]) -> dict[str, float]:
    late = [_minutes_after(plan.closes, life.closed_at) for life in windows.values() if life.closed_at is not None]
    late = [minutes for minutes in late if minutes >= 1]
    return {"windows": len(late), "minutes": round(sum(late), 1), "longest": round(max(late, default=0.0), 1)}


def _minutes_after(closing: datetime, at: datetime) -> float:
    return max((at - closing).total_seconds() / 60, 0.0)


def words_of(report: Mapping[str, Any]) -> list[str]:
    """The report in Chinese."""
    names = {priority.name.lower(): name for priority, name in PRIORITY_NAMES.items()}
    use, late = report["utilisation"], report["overtime"]
    lines = [
        f"模拟大厅一天：{report['windows']} 个窗口，{report['kiosks']} 台取号机，{report['visitors']} 位来客",
        f"取号 {report['tickets']}，办结 {report['served']}，过号未归 {report['missed']}，作废 {report['voided']}",
        "等候（分钟）      人数   一半人不超过   九成人不超过   最长   平均",
    ]
    lines += [
        f"  {names[name]:<10}{f['count']:>8}{f['p50']:>12}{f['p90']:>14}{f['max']:>10}{f['mean']:>8}"
        for name, f in report["waits"].items()
    ]
    lines += [
        f"窗口利用率 {use['mean']:.0%}（最低 {use['lowest']:.0%}，最高 {use['highest']:.0%}）；"
        f"按先来后到叫号 {report['fairness']:.1%}；最长等候 {report['longest_wait']} 分钟",
        _words_of_estimates(report["estimates"]),
        f"延时服务：{late['windows']} 个窗口共 {late['minutes']} 分钟，最长 {late['longest']} 分钟",
        "核查：" + "，".join(f"{name} {report[key]}" for key, name in PROBLEMS.items())
        + f"；留痕 {report['journal']} 条",
    ]  # fmt: skip
    return lines


def _words_of_estimates(told: Mapping[str, Any]) -> str:
    if not told["tickets"]:
        return "预计等候：没有可比的号票"
    return (
        f"预计等候：平均误差 {told['mean_error']} 分钟，偏差 {told['bias']:+} 分钟，"
        f"{told['in_range']:.0%} 落在所告知的范围内"
    )


def write_waits(path: Path, plan: DayPlan, found: Audit) -> None:
    """One line a ticket, for a spreadsheet.

    Raises:
        OSError: it can't be written.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(("号码", "事项", "类别", "取号时间", "等候分钟", "窗口", "状态"))
        for row in found.rows:
            life = found.replay.tickets.get(row.id)
            if life is None or row.day != plan.day:
                continue
            wait = "" if life.wait is None else round(life.wait / 60, 2)
            at = life.issued.astimezone(ZONE).strftime("%H:%M:%S")
            out.writerow(
                (life.label, life.item, PRIORITY_NAMES[life.priority], at, wait, life.window or "", row.state)
            )
