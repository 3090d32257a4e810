"""Everyday words, readings, and what is taken most (查找)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.search_tables import item_synonyms, pinyin_readings
from db.session import Session
from db.statement import Statement
from db.tables import tickets
from hall.catalogue.synonym import Synonym

s, r, t = item_synonyms.c, pinyin_readings.c, tickets.c
SYNONYMS = Statement(sa.select(s.word, s.item).order_by(s.position, s.word, s.item))
FORGET_SYNONYMS = Statement(sa.delete(item_synonyms))
ADD_SYNONYM = Statement(sa.insert(item_synonyms))
READINGS = Statement(sa.select(r.character, r.readings))
_put = insert(pinyin_readings)
PUT_READING = Statement(
    _put.on_conflict_do_update(index_elements=["character"], set_={"readings": _put.excluded.readings})
)
_day = {name: sa.bindparam(name, type_=sa.Date) for name in ("since", "before")}
TAKEN = Statement(
    sa.select(t.item, sa.func.count()).where(t.day >= _day["since"], t.day < _day["before"]).group_by(t.item)
)


class SqlSearch:
    """Fills `hall.ports.SearchRepository`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def synonyms(self) -> Sequence[Synonym]:
        """All everyday words in the list's order, those of items that are off included."""
        return [Synonym(word, item) for word, item in self._session.all(SYNONYMS)]

    def replace_synonyms(self, synonyms: Sequence[Synonym]) -> None:
        """Write a checked list whole."""
        self._session.change(FORGET_SYNONYMS)
        rows = [{"word": y.word, "item": y.item, "position": place} for place, y in enumerate(synonyms)]
        if rows:
            self._session.change_each(ADD_SYNONYM, rows)

    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """Character -> its readings without tones, lower case, the commonest first."""
        return {character: tuple(readings.split()) for character, readings in self._session.all(READINGS)}

    def put_readings(self, readings: Mapping[str, Sequence[str]]) -> None:
        """Add or replace the readings of these characters."""
        rows = [{"character": c, "readings": " ".join(every)} for c, every in readings.items()]
        if rows:
            self._session.change_each(PUT_READING, rows)

    def numbers_taken(self, since: date, before: date) -> Mapping[str, int]:
        """Item -> tickets of the days from ``since`` until the day before ``before``."""
        rows = self._session.all(TAKEN, {"since": since, "before": before})
        return {item: int(count) for item, count in rows}
