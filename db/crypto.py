"""Encryption of fields and files, keyed hashes and their key file (字段加密与密钥).

Personal data lies encrypted in the database, under AES-256-GCM or SM4-GCM (GB/T 32907, GB/T 36624), bound to its
place: a value copied into another row or column does not open. Equal persons are found by HMAC-SM3 (GB/T 32905).

The keys are in a file beside the station's configuration, readable by its owner only, never in the database.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hall.errors import HallError

FORMAT = 1
NONCE_BYTES = 12
TAG_BYTES = 16
ID_BYTES = 4


class KeyFileError(HallError):
    """The key file is missing, readable by others, or damaged (密钥文件有误)."""

    default_message = "密钥文件不存在或有误，请联系管理员核对密钥文件路径与权限。"


class WrongKey(HallError):
    """An encrypted value does not open: another key, another place, or changed bytes (无法解密)."""

    default_message = "加密信息无法解密：密钥不符，或数据被改动，请联系管理员核查。"


class Algorithm(StrEnum):
    """Authenticated ciphers (加密算法)."""

    AES_256_GCM = "AES-256-GCM"
    SM4_GCM = "SM4-GCM"

    @property
    def key_bytes(self) -> int:
        """Length of its key."""
        return 32 if self is Algorithm.AES_256_GCM else 16


@dataclass(frozen=True, slots=True)
class FieldKey:
    """A key for fields and files under its id, 8 hex digits."""

    id: str
    algorithm: Algorithm
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of a hall.

    Attributes:
        active: id of the field key that encrypts; the others only decrypt what is older.
        fields: field keys by id.
        lookup: key of the hash that finds equal persons.
        journal: key of the journal's chain; never changes, or the old records could not be checked.
    """

    active: str
    fields: Mapping[str, FieldKey] = field(repr=False)
    lookup: bytes = field(repr=False)
    journal: bytes = field(repr=False)

    def keyed_hash(self, data: bytes) -> bytes:
        """HMAC-SM3 of a journal record: 32 bytes."""
        return hmac_sm3(self.journal, data)

    def seal(self, text: str) -> bytes:
        """HMAC-SM3 of what the hall hands out and knows again, such as a ticket's code: 32 bytes.

        Its key is derived from that of the look-up, under a label that no person's key begins with.
        """
        return hmac_sm3(hmac_sm3(self.lookup, b"derived:seal"), text.encode())

    def lookup_hash(self, key_source: str) -> bytes | None:
        """What a person is found by; None for somebody unknown."""
        return hmac_sm3(self.lookup, key_source.encode()) if key_source else None

    def encrypt(self, plain: bytes, place: str) -> bytes:
        """Encrypt for one place, such as ``"ticket_holders/name/2025-03-03/A/23"``.

        Returns:
            Format 1 (1 byte), key id (4), nonce (12), cipher text, tag (16).
        """
        key = self.fields[self.active]
        nonce = os.urandom(NONCE_BYTES)
        head = bytes([FORMAT]) + bytes.fromhex(key.id)
        return head + nonce + _seal(key, nonce, plain, head + place.encode())

    def decrypt(self, sealed: bytes, place: str) -> bytes:
        """Open what `encrypt` made for the same place.

        Raises:
            WrongKey: the key is not in the file, or bytes or place do not fit.
        """
        head, nonce = sealed[: 1 + ID_BYTES], sealed[1 + ID_BYTES : 1 + ID_BYTES + NONCE_BYTES]
        key = self.fields.get(head[1:].hex())
        if len(sealed) < 1 + ID_BYTES + NONCE_BYTES + TAG_BYTES or head[0] != FORMAT or key is None:
            raise WrongKey(f"no key for a sealed value of {len(sealed)} bytes")
        try:
            return _open(key, nonce, sealed[1 + ID_BYTES + NONCE_BYTES :], head + place.encode())
        except InvalidTag as error:
            raise WrongKey(f"a value sealed with key {key.id} does not open") from error

    def rotated(self, algorithm: Algorithm) -> Keys:
        """With a new active field key; what was encrypted before stays readable."""
        new = new_field_key(algorithm)
        return replace(self, active=new.id, fields={**self.fields, new.id: new})


def hmac_sm3(key: bytes, data: bytes) -> bytes:
    """HMAC with SM3: 32 bytes."""
    mac = hmac.HMAC(key, hashes.SM3())
    mac.update(data)
    return mac.finalize()


def sm3(data: bytes) -> str:
    """SM3 digest (GB/T 32905), 64 hex digits."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize().hex()


def new_field_key(algorithm: Algorithm) -> FieldKey:
    """A fresh random key."""
    return FieldKey(secrets.token_hex(ID_BYTES), algorithm, secrets.token_bytes(algorithm.key_bytes))


def new_keys(algorithm: Algorithm = Algorithm.AES_256_GCM) -> Keys:
    """Fresh random keys for a new hall."""
    first = new_field_key(algorithm)
    return Keys(first.id, {first.id: first}, secrets.token_bytes(32), secrets.token_bytes(32))


def save_keys(keys: Keys, path: Path) -> None:
    """Write the key file durably, readable by its owner only (0600).

    Raises:
        KeyFileError: it can't be written.
    """
    lines = [
        "# 密钥文件 Keys of the hall: whoever has them reads personal data. Keep a copy apart from the database.",
        f"format = {FORMAT}",
        f'active = "{keys.active}"',
        f'lookup = "{keys.lookup.hex()}"',
        f'journal = "{keys.journal.hex()}"',
    ]
    for key in keys.fields.values():
        lines += ["", f'[fields."{key.id}"]', f'algorithm = "{key.algorithm}"', f'secret = "{key.secret.hex()}"']
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise KeyFileError(f"can't write {path}: {error}") from error


def load_keys(path: Path) -> Keys:
    """Read a key file.

    Raises:
        KeyFileError: it is missing, others may read it, or it is damaged.
    """
    try:
        mode = path.stat().st_mode & 0o777
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KeyFileError(f"can't read {path}: {error}", message=f"密钥文件无法读取：{path}") from error
    if os.name == "posix" and mode & 0o077:
        message = f"密钥文件 {path} 可被其他用户读取，请执行 chmod 600 后重试。"
        raise KeyFileError(f"{path} has mode {mode:o}, must be 600", message=message)
    try:
        return _parse(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise KeyFileError(f"{path} is damaged: {type(error).__name__}") from None  # never quote its content


def _parse(raw: Mapping[str, object]) -> Keys:
    tables = raw["fields"]
    if raw["format"] != FORMAT or not isinstance(tables, dict):
        raise ValueError("unknown format")
    fields = {
        key_id: FieldKey(key_id, Algorithm(table["algorithm"]), bytes.fromhex(table["secret"]))
        for key_id, table in tables.items()
    }
    if any(len(k.secret) != k.algorithm.key_bytes or len(bytes.fromhex(k.id)) != ID_BYTES for k in fields.values()):
        raise ValueError("a field key has a wrong length")
    active, lookup, journal = (str(raw[name]) for name in ("active", "lookup", "journal"))
    keys = Keys(active, fields, bytes.fromhex(lookup), bytes.fromhex(journal))
    if active not in fields or min(len(keys.lookup), len(keys.journal)) < 32:
        raise ValueError("active key missing or a key too short")
    return keys


def _seal(key: FieldKey, nonce: bytes, plain: bytes, bound_to: bytes) -> bytes:
    if key.algorithm is Algorithm.AES_256_GCM:
        return AESGCM(key.secret).encrypt(nonce, plain, bound_to)
    encryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(bound_to)
    return encryptor.update(plain) + encryptor.finalize() + encryptor.tag


def _open(key: FieldKey, nonce: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    if key.algorithm is Algorithm.AES_256_GCM:
        return AESGCM(key.secret).decrypt(nonce, sealed, bound_to)
    decryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce, sealed[-TAG_BYTES:])).decryptor()
    decryptor.authenticate_additional_data(bound_to)
    return decryptor.update(sealed[:-TAG_BYTES]) + decryptor.finalize()
