"""What is on the work page, for the remote hand (画面描述); nothing personal."""

from __future__ import annotations

from typing import Any

from counter_app.screens.work.state import WorkState


def describe_work(work: WorkState) -> dict[str, Any]:
    """The window, its ticket, its queue, what may be done."""
    snapshot = work.snapshot
    current = snapshot.current if snapshot else None
    return {
        "clerk": work.signed.clerk.number if work.signed else None,
        "post": str(snapshot.window.post) if snapshot and snapshot.window.post else None,
        "state": str(snapshot.window.state) if snapshot else None,
        "ticket": current.label if current else None,
        "ticket_state": str(current.state) if current else None,
        "item": current.item_name if current else None,
        "calls": current.calls if current else 0,
        "waiting": [t.label for t in snapshot.waiting] if snapshot else [],
        "aside": [t.label for t in snapshot.aside] if snapshot else [],
        "next_ticket": snapshot.upcoming.ticket.label if snapshot and snapshot.upcoming else None,
        "next_reason": snapshot.upcoming.reason if snapshot and snapshot.upcoming else None,
        "actions": sorted(str(action) for action in work.allowed),
        "next_action": str(work.next_action) if work.next_action else None,
        "form": str(work.form.kind) if work.form else None,
        "form_error": work.form.error if work.form else None,
        "message": work.message.text if work.message else None,
        "rating": {"label": work.rating.label, "stage": str(work.rating.stage), "saved": work.rating.saved}
        if work.rating
        else None,
        "lamps": {light.kind: str(light.lamp) for light in work.lights},
    }
