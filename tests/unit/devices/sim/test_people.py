"""The fictitious people pass every check that real cards pass, and are nobody."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card_reader.id_number import birth_of, is_valid_citizen_number, is_valid_foreigner_number
from devices.sim.people import KINDS, fictitious_person


@given(st.sampled_from(KINDS), st.integers(0, 10_000))
def test_numbers_pass_their_checks_and_agree_with_birth_and_sex(kind: str, seed: int) -> None:
    person = fictitious_person(kind, seed=seed)
    valid = is_valid_foreigner_number if kind.startswith("foreigner") else is_valid_citizen_number
    assert valid(person.id_number)
    if kind != "foreigner_2017":
        born = datetime.strptime(person.birth, "%Y%m%d").date()
        assert birth_of(person.id_number) == born <= date(2008, 1, 1)
        assert int(person.id_number[16]) % 2 == int(person.sex) % 2


@given(st.integers(0, 10_000))
def test_no_domestic_number_was_ever_issued(seed: int) -> None:
    assert fictitious_person(seed=seed).id_number[4:6] == "99"


def test_the_same_seed_is_the_same_person() -> None:
    assert fictitious_person(seed=7) == fictitious_person(seed=7)
    assert fictitious_person(seed=7) != fictitious_person(seed=8)


def test_unknown_kinds_and_fields_are_named() -> None:
    with pytest.raises(ValueError, match="unknown card 'passport'"):
        fictitious_person("passport")
    with pytest.raises(ValueError, match="unknown field age"):
        fictitious_person(age="3")
    with pytest.raises(ValueError, match="text"):
        fictitious_person(name=3)
