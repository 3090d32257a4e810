"""Keys, encryption, keyed hashes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.crypto import Algorithm, KeyFileError, Keys, WrongKey, hmac_sm3, load_keys, new_keys, save_keys, sm3

KEYS = {algorithm: new_keys(algorithm) for algorithm in Algorithm}


def test_sm3_gives_the_digests_of_the_standard() -> None:
    # GB/T 32905-2016, annex A.1 and A.2
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm3(b"abcd" * 16) == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


def test_hmac_sm3_is_built_as_the_standard_says() -> None:
    key, data = bytes(range(32)), b"hall"
    block = key + bytes(32)
    inner = bytes.fromhex(sm3(bytes(b ^ 0x36 for b in block) + data))
    assert hmac_sm3(key, data).hex() == sm3(bytes(b ^ 0x5C for b in block) + inner)


@pytest.mark.parametrize("algorithm", Algorithm)
@given(plain=st.binary(max_size=200), place=st.text(max_size=40))
def test_what_was_sealed_opens_at_its_place_only(algorithm: Algorithm, plain: bytes, place: str) -> None:
    keys = KEYS[algorithm]
    sealed = keys.encrypt(plain, place)
    assert keys.decrypt(sealed, place) == plain
    assert sealed != keys.encrypt(plain, place)
    with pytest.raises(WrongKey):
        keys.decrypt(sealed, place + "/other")


@pytest.mark.parametrize("algorithm", Algorithm)
def test_every_changed_byte_is_noticed(algorithm: Algorithm) -> None:
    keys = KEYS[algorithm]
    sealed = keys.encrypt("王䶮".encode(), "p")
    for index in range(len(sealed)):
        changed = sealed[:index] + bytes([sealed[index] ^ 1]) + sealed[index + 1 :]
        with pytest.raises(WrongKey):
            keys.decrypt(changed, "p")
    for length in range(len(sealed)):
        with pytest.raises(WrongKey):
            keys.decrypt(sealed[:length], "p")


def test_after_a_rotation_old_values_still_open() -> None:
    old = KEYS[Algorithm.AES_256_GCM]
    new = old.rotated(Algorithm.SM4_GCM)
    assert new.decrypt(old.encrypt(b"x", "p"), "p") == b"x"
    assert (new.lookup, new.journal) == (old.lookup, old.journal)
    with pytest.raises(WrongKey):
        old.decrypt(new.encrypt(b"x", "p"), "p")


def test_nobody_has_no_lookup_hash() -> None:
    keys = KEYS[Algorithm.AES_256_GCM]
    assert keys.lookup_hash("") is None
    assert keys.lookup_hash("id:1") == keys.lookup_hash("id:1") != keys.lookup_hash("id:2")


def test_the_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    keys = KEYS[Algorithm.AES_256_GCM].rotated(Algorithm.SM4_GCM)
    save_keys(keys, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_keys(path) == keys
    assert [file.name for file in tmp_path.iterdir()] == ["keys.toml"]
    path.chmod(0o640)
    with pytest.raises(KeyFileError) as refusal:
        load_keys(path)
    assert "chmod 600" in refusal.value.message


def without(keys: Keys, field: str) -> str:
    lines = [
        "format = 1",
        'active = "00000000"',
        f'lookup = "{keys.lookup.hex()}"',
        f'journal = "{keys.journal.hex()}"',
    ]
    key = f'[fields."00000000"]\nalgorithm = "SM4-GCM"\nsecret = "{"00" * 16}"'
    return "\n".join(line for line in [*lines, key] if not line.startswith(field))


@pytest.mark.parametrize("field", ["format", "active", "lookup", "journal", "["])
def test_a_damaged_key_file_is_refused_without_quoting_it(tmp_path: Path, field: str) -> None:
    keys = KEYS[Algorithm.AES_256_GCM]
    path = tmp_path / "keys.toml"
    path.write_text(without(keys, "nothing"))
    path.chmod(0o600)
    load_keys(path)
    path.write_text(without(keys, field))
    with pytest.raises(KeyFileError) as refusal:
        load_keys(path)
    assert keys.journal.hex() not in str(refusal.value) + refusal.value.message
    with pytest.raises(KeyFileError):
        load_keys(tmp_path / "none.toml")


def test_keys_do_not_show_themselves() -> None:
    keys = replace(KEYS[Algorithm.SM4_GCM])
    assert keys.journal.hex() not in repr(keys)
    assert repr(keys) == f"Keys(active='{keys.active}')"


def test_a_seal_is_the_halls_own_and_says_nothing_of_how_people_are_found() -> None:
    keys, other = new_keys(), new_keys()
    assert keys.seal("a") == keys.seal("a")
    assert len({keys.seal("a"), keys.seal("b"), other.seal("a"), keys.lookup_hash("a"), keys.keyed_hash(b"a")}) == 5
