"""IPP messages against the bytes of RFC 8010's own examples and against damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.ipp import IppError, Operation, Tag, decode_response, encode_request

# RFC 8010 appendix A.2, Print-Job Response (Successful), with IPP 2.0 and request id 1.
SUCCESS = bytes.fromhex(
    "02000000 00000001 01"
    "47 0012 617474726962757465732d63686172736574 0005 7574662d38"
    "02 21 0006 6a6f622d6964 0004 00000093"
    "45 0007 6a6f622d757269 0006 6970703a2f2f"
    "23 0009 6a6f622d7374617465 0004 00000003 03"
)


def test_a_request_is_the_bytes_of_the_rfc() -> None:
    request = encode_request(Operation.PRINT_JOB, 1, [(Tag.CHARSET, "attributes-charset", "utf-8")])
    assert request == bytes.fromhex(
        "0200 0002 00000001 01 47 0012 617474726962757465732d63686172736574 0005 7574662d38 03"
    )


def test_job_attributes_stand_in_a_group_of_their_own() -> None:
    request = encode_request(Operation.PRINT_JOB, 1, [], [(Tag.INTEGER, "copies", 2)])
    assert request.hex() == "02000002000000010102210006636f70696573000400000002" + "03"


def test_a_response_is_read() -> None:
    response = decode_response(SUCCESS)
    assert response.ok
    assert response.request_id == 1
    assert response.first("job-id") == 0x93
    assert response.first("job-state") == 3
    assert response.first("absent") is None


def test_an_attribute_without_a_name_is_one_more_value() -> None:
    head = bytes.fromhex("0200 0000 00000001 04")
    data = head + b"\x44\x00\x01r\x00\x01a" + b"\x44\x00\x00\x00\x01b" + b"\x22\x00\x01x\x00\x01\x00\x03"
    assert decode_response(data).attributes == {"r": ["a", "b"], "x": [False]}


@pytest.mark.parametrize("status", [0x0400, 0x0506])
def test_a_refusal_is_not_ok(status: int) -> None:
    assert not decode_response(b"\x02\x00" + status.to_bytes(2, "big") + b"\x00\x00\x00\x01\x03").ok


@given(st.integers(0, len(SUCCESS) - 1))
def test_an_answer_cut_off_anywhere_is_an_error(length: int) -> None:
    with pytest.raises(IppError):
        decode_response(SUCCESS[:length])


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_an_error(data: bytes) -> None:
    try:
        decode_response(data)
    except IppError:
        pass
