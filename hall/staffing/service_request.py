"""Serving those who can't come (代办帮办、上门服务): 开封§26, 卫东21, Q-16."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hall.identity import Holder, Secret


class RequestKind(StrEnum):
    """What was asked for."""

    AGENT = "agent"  # 代办帮办
    HOME_VISIT = "home_visit"  # 上门服务


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"  # 待安排
    ASSIGNED = "assigned"  # 已安排
    DONE = "done"  # 已完成
    CANCELLED = "cancelled"  # 已取消


# state -> states that may follow
TRANSITIONS: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.OPEN: frozenset({RequestState.ASSIGNED, RequestState.DONE, RequestState.CANCELLED}),
    RequestState.ASSIGNED: frozenset({RequestState.ASSIGNED, RequestState.DONE, RequestState.CANCELLED}),
    RequestState.DONE: frozenset(),
    RequestState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """A request (代办、上门登记); both people are recorded, encrypted.

    Attributes:
        principal: whose matter it is (委托人).
        agent: who acts for them (代办人); for 上门服务 the person who asked, often the same.
        relation: in words, such as “女儿”.
        address: where to go, for 上门服务.
        wanted_at: when the visit is wished for.
        ticket: the ticket of the agent's visit, when there is one.
        clerk: who was charged with it.
        request: the sender's key, see `hall.repeats`; None for none.
    """

    id: int
    day: date
    kind: RequestKind
    item: str
    principal: Holder
    agent: Holder
    relation: str
    address: Secret
    reason: str
    requested_at: datetime
    wanted_at: datetime | None = None
    ticket: int | None = None
    state: RequestState = RequestState.OPEN
    clerk: str | None = None
    outcome: str = ""
    done_at: datetime | None = None
    request: str | None = None
    version: int = 0
