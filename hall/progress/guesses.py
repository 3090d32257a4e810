"""Wrong answers are counted (试错限制): so that nobody finds another's matter by trying numbers."""

from __future__ import annotations

from datetime import datetime, timedelta

from hall.errors import NotAllowed
from hall.identity import Actor
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.progress.guess import Guess
from hall.progress.rules import ProgressRules


class TooManyGuesses(NotAllowed):
    """This machine, or this number, is not answered for a while (查询次数过多)."""

    default_message = "核对不符的次数过多，请稍后再试，或带证件到导办台查询。"


def check_guesses(uow: UnitOfWork, number: str, rules: ProgressRules, *, by: Actor) -> None:
    """Refuse when too much was guessed at this station, or at this number from anywhere.

    Raises:
        TooManyGuesses: so it is.
    """
    since = uow.now - timedelta(minutes=rules.guess_minutes)
    days = {since.date(), uow.now.date()}
    here = sum(_fresh(uow, since, day=day, station=by.station) for day in days)
    there = sum(_fresh(uow, since, day=day, number=number) for day in days)
    if max(here, there) >= rules.guesses:
        raise TooManyGuesses(f"{here} wrong answers at {by.station}, {there} for the number")


def note_guess(uow: UnitOfWork, number: str, *, by: Actor) -> None:
    """Put a wrong answer on record."""
    uow.registers.guesses.add(Guess(0, uow.now.date(), uow.now, by.station, number))
    uow.record(Event("progress.refused", f"station:{by.station}", {}), by=by)


def _fresh(uow: UnitOfWork, since: datetime, **equal: object) -> int:
    return sum(guess.at > since for guess in uow.registers.guesses.where(**equal))
