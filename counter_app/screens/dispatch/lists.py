"""The lists of the dispatch page (调度列表)."""

from __future__ import annotations

import math
from collections.abc import Collection

from PySide6.QtCore import QObject

from counter_app.dispatch_desk import REPORT_DAYS, DispatchSnapshot
from counter_app.model import Tone
from counter_app.screens.sheets.state import Act, Line, Section
from hall.queueing.balancing import Change, Suggestion
from hall.queueing.outlook import EstimateReport
from hall.queueing.suggestion import SuggestionRecord, SuggestionState
from hall.staffing.delegation import Delegation
from hall.staffing.window import Window, WindowState


class DispatchLists(QObject):
    """One method a list."""

    def all(self, data: DispatchSnapshot, *, manages: bool) -> tuple[Section, ...]:
        """All lists.

        Args:
            manages: may set windows up and delegate.
        """
        return (
            self.load(data),
            self.suggestions(data),
            self.temporary(data, manages=manages),
            self.delegations(data, manages=manages),
            self.estimates(data),
        )

    def suggestion_words(self, data: DispatchSnapshot, found: Suggestion | None) -> str:
        """What is suggested, and what it is expected to bring."""
        if found is None:
            return self.tr("目前各窗口负荷合适，没有值得调整的建议。")
        items = self.items(data, found.items)
        texts = {
            Change.OPEN: self.tr("建议开放{window}号窗口"),
            Change.ADD_ITEMS: self.tr("建议{window}号窗口增加办理：{items}"),
            Change.MOVE: self.tr("建议{window}号窗口改办：{items}"),
        }
        what = texts[found.change].format(window=found.window, items=items)
        effect = self.tr("预计九成群众的等候由约 {before} 分钟降到约 {after} 分钟以内。")
        return self.tr("{what}。{effect}").format(
            what=what, effect=effect.format(before=round(found.before), after=round(found.after))
        )

    def load(self, data: DispatchSnapshot) -> Section:
        """负荷: items, volume, handling time and load of each window."""
        by_number = {w.number: w for w in data.windows}
        lines = []
        for work in data.work:
            window = by_number[work.window]
            if not window.active:
                continue
            minutes = work.waiting * (work.mean_minutes or self._usual(data, work.items))
            busy = window.state is WindowState.OPEN and minutes >= 60
            stuck = window.state is not WindowState.OPEN and work.waiting > 0
            cells = (
                self.window(window),
                self.state(window),
                data.names.get(window.clerk or "", "—"),
                self.tr("{count} 项").format(count=len(work.items)),
                self.tr("{count} 件").format(count=work.served),
                self.tr("{minutes} 分").format(minutes=f"{work.mean_minutes:.1f}") if work.served else "—",
                self.tr("{count} 人").format(count=work.waiting),
                self.tr("约 {minutes} 分").format(minutes=round(minutes)) if work.waiting else "—",
            )
            lines.append(Line(str(work.window), cells, Tone.WARN if busy or stuck else None))
        columns = (
            self.tr("窗口"),
            self.tr("状态"),
            self.tr("值守"),
            self.tr("事项"),
            self.tr("今日办件"),
            self.tr("平均时长"),
            self.tr("可叫等候"),
            self.tr("负荷"),
        )
        decide = (Act("accept", self.tr("采纳建议"), strong=True), Act("decline", self.tr("不采纳")))
        again = Act("compute", self.tr("重新计算"), strong=data.suggestion is None)
        acts = (*decide, again) if data.suggestion is not None else (again,)
        words = self.suggestion_words(data, data.suggestion)
        found = data.suggestion is not None
        empty = self.tr("还没有设置窗口。")
        note, advice = ("", words) if found else (words, "")
        return Section("load", self.tr("窗口负荷"), columns, tuple(lines), empty, acts, note, advice)

    def suggestions(self, data: DispatchSnapshot) -> Section:
        """建议记录: expected and measured."""
        lines = [
            self._suggestion(data, made) for made in sorted(data.suggestions, key=lambda s: s.at, reverse=True)
        ]
        columns = (
            self.tr("时间"),
            self.tr("建议"),
            self.tr("预计"),
            self.tr("实测"),
            self.tr("状态"),
            self.tr("决定人"),
        )
        return Section(
            "suggestions",
            self.tr("建议与成效"),
            columns,
            tuple(lines),
            self.tr("今天还没有处理过的调整建议。"),
            (Act("measure", self.tr("评估成效"), on_line=True, strong=True),),
            self.tr("实测为采纳后所叫群众中九成人的等候时间。"),
        )

    def temporary(self, data: DispatchSnapshot, *, manages: bool) -> Section:
        """临时窗口."""
        lines = []
        for window in data.windows:
            if window.temporary_until is None:
                continue
            over = not window.serves_at(data.at)
            since = f"{window.temporary_from:%m-%d %H:%M}" if window.temporary_from else "—"
            cells = (
                self.window(window),
                self.tr("已结束") if over else self.state(window),
                since,
                f"{window.temporary_until:%m-%d %H:%M}",
                self.items(data, window.items),
                window.temporary_reason,
            )
            lines.append(Line(str(window.number), cells, None if over else Tone.GOOD))
        columns = (
            self.tr("窗口"),
            self.tr("状态"),
            self.tr("开始"),
            self.tr("结束"),
            self.tr("事项"),
            self.tr("原因"),
        )
        acts = (
            Act("set_up", self.tr("设立临时窗口"), strong=True),
            Act("prolong", self.tr("调整结束时间"), on_line=True),
            Act("take_away", self.tr("撤销"), on_line=True),
        )
        note = self.tr("到期自动关闭；正在办理的群众办完为止，未叫到的号转由其他窗口呼叫。")
        return Section(
            "temporary", self.tr("临时窗口"), columns, tuple(lines), self.tr("没有临时窗口。"),
            acts if manages else (), note,
        )  # fmt: skip

    def delegations(self, data: DispatchSnapshot, *, manages: bool) -> Section:
        """委托."""
        names = {d.code: d.name for d in data.departments}
        lines = []
        for made in sorted(data.delegations, key=lambda d: d.id, reverse=True):
            state, tone = self._delegation_state(made, data)
            cells = (
                names.get(made.department, made.department),
                self.tr("{window}号窗口").format(window=made.window),
                f"{made.starts:%Y-%m-%d} – {made.ends:%m-%d}",
                state,
                made.basis,
                self.items(data, made.items),
            )
            lines.append(Line(str(made.id), cells, tone))
        columns = (
            self.tr("委托部门"),
            self.tr("受托窗口"),
            self.tr("期限"),
            self.tr("状态"),
            self.tr("依据"),
            self.tr("事项"),
        )
        acts = (
            Act("delegate", self.tr("登记委托"), strong=True),
            Act("revoke", self.tr("撤销委托"), on_line=True),
        )
        return Section(
            "delegations",
            self.tr("委托"),
            columns,
            tuple(lines),
            self.tr("没有委托记录。"),
            acts if manages else (),
        )

    def estimates(self, data: DispatchSnapshot) -> Section:
        """预计准确度: how honest the told waits were."""
        titles = {0: self.tr("今天"), 7: self.tr("近 7 天"), 28: self.tr("近 28 天")}
        reports = [(back, data.reports[back]) for back in REPORT_DAYS if back in data.reports]
        lines = tuple(self._report(titles[back], report) for back, report in reports)
        columns = (
            self.tr("时段"),
            self.tr("号票"),
            self.tr("实际平均等候"),
            self.tr("平均误差"),
            self.tr("偏差"),
            self.tr("落在所告知范围内"),
        )
        note = self.tr("误差：告知与实际等候相差的分钟数。偏差为正表示告知偏长，为负表示偏短。")
        return Section("estimates", self.tr("预计准确度"), columns, lines, self.tr("还没有数据。"), note=note)

    # ---- words -----------------------------------------------------------------------------------------

    def window(self, window: Window) -> str:
        """Number and sign."""
        return self.tr("{window}号 {name}").format(window=window.number, name=window.name)

    def state(self, window: Window) -> str:
        """Whether it serves."""
        return {
            WindowState.OPEN: self.tr("正在服务"),
            WindowState.PAUSED: self.tr("暂停服务"),
            WindowState.CLOSED: self.tr("未开放"),
        }[window.state]

    def items(self, data: DispatchSnapshot, codes: Collection[str]) -> str:
        """Names of items; of many only the first two."""
        names = [data.items[code].name if code in data.items else code for code in sorted(codes)]
        if len(names) <= 2:
            return self.tr("、").join(names)
        return self.tr("{names}等 {count} 项").format(names=self.tr("、").join(names[:2]), count=len(names))

    def _suggestion(self, data: DispatchSnapshot, made: SuggestionRecord) -> Line:
        changes = {
            Change.OPEN: self.tr("开放{window}号窗口"),
            Change.ADD_ITEMS: self.tr("{window}号窗口增加事项"),
            Change.MOVE: self.tr("{window}号窗口改办事项"),
        }
        states = {
            SuggestionState.PROPOSED: (self.tr("待确认"), Tone.WARN),
            SuggestionState.CONFIRMED: (self.tr("已采纳"), Tone.GOOD),
            SuggestionState.DECLINED: (self.tr("未采纳"), None),
            SuggestionState.MEASURED: (self.tr("已评估"), Tone.GOOD),
        }
        state, tone = states[made.state]
        expected = self.tr("{before} → {after} 分").format(before=round(made.before), after=round(made.after))
        measured = (
            self.tr("{minutes} 分").format(minutes=round(made.measured)) if made.measured is not None else "—"
        )
        cells = (
            f"{made.at:%H:%M}",
            changes[made.change].format(window=made.window),
            expected,
            measured,
            state,
            data.names.get(made.decided_by or "", "—"),
        )
        return Line(str(made.id), cells, tone)

    def _delegation_state(self, made: Delegation, data: DispatchSnapshot) -> tuple[str, Tone | None]:
        today = data.at.date()
        if made.holds_on(today):
            return self.tr("有效"), Tone.GOOD
        if made.revoked_on is not None:
            return self.tr("已撤销"), None
        return (self.tr("未开始"), None) if today < made.starts else (self.tr("已到期"), None)

    def _report(self, title: str, report: EstimateReport) -> Line:
        def minutes(value: float, sign: str = "") -> str:
            return "—" if math.isnan(value) else self.tr("{minutes} 分").format(minutes=f"{value:{sign}.1f}")

        share = "—" if math.isnan(report.in_range) else f"{report.in_range:.0%}"
        cells = (
            title,
            self.tr("{count} 张").format(count=report.tickets),
            minutes(report.mean_wait),
            minutes(report.mean_error),
            minutes(report.bias, "+"),
            share,
        )
        return Line(title, cells)

    def _usual(self, data: DispatchSnapshot, items: Collection[str]) -> float:
        known = [data.items[code].minutes for code in items if code in data.items]
        return sum(known) / len(known) if known else 0.0
