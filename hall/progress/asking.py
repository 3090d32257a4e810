"""Asking for one's own matters (进度查询): by card all of them, by a receipt number that one. Q-18, R-05.

A ticket's number alone tells no more than the board does. Whatever is about a person needs their card, or the last
four digits of the telephone they left; a number that does not exist is answered as one that does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from hall.complaints.complaint import Complaint
from hall.errors import NotFound
from hall.identity import Actor, Holder, HolderKind, Role
from hall.ports import UnitOfWork
from hall.progress.guesses import check_guesses, note_guess
from hall.progress.matter import Matter, MatterSource
from hall.progress.rules import ProgressRules
from hall.progress.sources import SOURCES, complaint_matter, visit_of
from hall.shown_code import BusinessNumber, ComplaintNumber

LAST_DIGITS = 4


class NothingFound(NotFound):
    """Nothing fits (没有查到)."""

    default_message = "没有查到，请核对编号、证件或手机号后四位，也可到导办台查询。"


def matters_of(
    uow: UnitOfWork, holder: Holder, rules: ProgressRules, *, sources: Sequence[MatterSource] = SOURCES
) -> tuple[Matter, ...]:
    """All matters of whoever showed this card, newest first; nothing for a mere number that anybody may know."""
    if not proves(holder, rules):
        return ()
    since = uow.now.date() - timedelta(days=rules.days)
    found = [matter for source in sources for matter in source(uow, holder, since)]
    return tuple(sorted(found, key=lambda m: (m.day, m.number), reverse=True))


def proves(holder: Holder, rules: ProgressRules) -> bool:
    """Whether what was shown proves who stands there: a card does, a telephone number or a mere code does not."""
    if holder.kind is HolderKind.QR:
        return rules.trust_identity_code
    return bool(holder.id_number) and holder.kind not in (HolderKind.PHONE, HolderKind.NONE)


def visit_by_number(uow: UnitOfWork, number: BusinessNumber, rules: ProgressRules) -> Matter:
    """An earlier visit by its business number: that it was, and how it ended; neither item nor person.

    Raises:
        NothingFound: no such number on that day, or it is too long ago.
    """
    ticket = uow.tickets.by_label(number.day, number.label)
    if ticket is None or uow.now.date() - number.day > timedelta(days=rules.days):
        raise NothingFound("no such business number")
    told = visit_of(ticket)
    return Matter(told.kind, told.number, told.day, told.state)


def complaint_by_number(
    uow: UnitOfWork, number: ComplaintNumber, proof: Holder | str, rules: ProgressRules, *, by: Actor
) -> Matter | None:
    """A complaint by its receipt number and a proof; None, with the guess on record, when it does not fit: commit.

    Args:
        proof: the card that was shown, or the last four digits of the telephone that was left.

    Raises:
        TooManyGuesses: too often wrong before.
    """
    by.must_be(Role.CITIZEN, Role.GUIDE, Role.CLERK)
    check_guesses(uow, number.text, rules, by=by)
    for complaint in uow.registers.complaints.where(number=number.text):
        if _fits(complaint, proof, rules):
            return complaint_matter(uow, complaint)
    note_guess(uow, number.text, by=by)
    return None


def _fits(complaint: Complaint, proof: Holder | str, rules: ProgressRules) -> bool:
    person = complaint.person
    if isinstance(proof, Holder):
        return proves(proof, rules) and proof.key_source == person.key_source
    digits = proof.strip()
    return len(digits) == LAST_DIGITS and digits.isdecimal() and person.phone[-LAST_DIGITS:] == digits
