"""One function a codec: any bytes in, an `AssertionError` (or a crash) out when a promise is broken.

The first byte chooses the variant – raw bytes, or bytes wrapped into a frame whose check sum holds, which chance
would never find. Frames are built here by hand from the manuals' layout, not by the codecs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import xor

from devices.codec import (
    at,
    bx_led,
    escpos_confirm,
    escpos_status,
    ipp,
    mjpeg,
    nls,
    pj06,
    sam_v,
    sam_v_card,
    sms_pdu,
    wedge,
)
from devices.codec.led_text import encode_led_text
from devices.id_card_reader.card import to_id_card
from tests.fuzz.feeding import same_in_any_slicing

Target = Callable[[bytes], None]
LONGEST_STREAM = 16384
LONG_FROM = 0xFC
BEYOND = 512  # bytes beyond a decoder's bound


def fuzz_sam_v(data: bytes) -> None:
    """SAM_V frames, card records and card texts."""
    mode, rest = data[:1], data[1:]
    if mode and mode[0] % 4 == 1:
        body = (len(rest[:2000]) + 4).to_bytes(2, "big") + b"\x00\x00\x90" + rest[:2000]
        rest = b"\xaa\xaa\xaa\x96\x69" + body + bytes([reduce(xor, body)]) + rest[2000:]
    elif mode and mode[0] % 4 == 2:
        _card_text((rest + bytes(256))[:256])
        return
    events = same_in_any_slicing(
        sam_v.Receiver,
        lambda receiver, piece: receiver.receive(piece),
        _long(rest, mode),
        most_held=2 * sam_v.MAX_LENGTH + 16,
        state=lambda receiver: (receiver.pending, receiver.skipped),
    )
    for event in events:
        if isinstance(event, sam_v.Reply):
            _card_data(event.data)


def _card_data(data: bytes) -> None:
    for read in (sam_v.format_module_number, sam_v_card.parse_extra_address):
        try:
            read(data)
        except ValueError:
            pass
    try:
        record = sam_v.split_card(data)
    except ValueError:
        return
    assert len(record.text) == 256 and len(record.text + record.photo + record.fingerprint) <= len(data)
    _card_text(record.text)


def _card_text(text: bytes) -> None:
    try:
        card = to_id_card(sam_v_card.parse_card_text(text), photo=b"", extra_address="")
    except ValueError:
        return
    card.name.encode("utf-8")
    assert card.id_number not in repr(card)


def fuzz_escpos_status(data: bytes) -> None:
    """DLE EOT answers, ASB frames, and answers of GS ( H."""
    events = same_in_any_slicing(
        escpos_status.StatusDecoder,
        lambda decoder, piece: decoder.receive(piece),
        data,
        most_held=3,
        state=lambda decoder: decoder.dropped,
    )
    for event in events:
        if isinstance(event, escpos_status.AutoStatus):
            assert isinstance(event.conditions, escpos_status.Condition)
        else:
            for question in escpos_status.QUESTIONS:
                event.conditions(question)
    same_in_any_slicing(
        escpos_confirm.ProcessIdReader, lambda reader, piece: reader.receive(piece), data, most_held=7
    )


def fuzz_pj06(data: bytes) -> None:
    """Bursts of a pad's keys."""
    first = 0x31 if data[:1] and data[0] % 2 else 0x01
    for burst in data[1:].split(b"\xfe"):
        outcomes = []
        for size in (len(burst) or 1, 1, 3):
            reader = pj06.BurstReader(first)
            for start in range(0, len(burst), size):
                reader.receive(burst[start : start + size])
            outcomes.append(reader.end_of_burst())
            assert not reader.in_burst and reader.end_of_burst() is None
        assert outcomes[0] == outcomes[1] == outcomes[2], outcomes
        if isinstance(outcomes[0], pj06.Key):
            assert set(burst) == {first + outcomes[0].code - 1}
        elif outcomes[0] is not None:
            assert len(outcomes[0].start) <= 16 and outcomes[0].length == len(burst)


def fuzz_nls(data: bytes) -> None:
    """Scans and answers of a code scanner, with every suffix."""
    suffix = list(nls.Suffix)[data[0] % len(nls.Suffix)] if data else nls.Suffix.CRLF
    rest = data[1:]
    if data and data[0] & 0x80:
        rest = nls.REPLY_HEAD + rest[:100] + b"\x06" + nls.TAIL + rest[100:]
    stream = _long(rest, data[:1], length=nls.MAX_CODE + BEYOND)

    def state(receiver: nls.Receiver) -> object:
        pending, ended = receiver.pending, receiver.silence()
        assert receiver.pending == 0
        return pending, ended

    same_in_any_slicing(
        lambda: nls.Receiver(suffix),
        lambda receiver, piece: receiver.receive(piece),
        stream,
        most_held=nls.MAX_CODE + 2 + 2,
        state=state,
    )


def fuzz_wedge(data: bytes) -> None:
    """Typing and scanning: no key may be lost or doubled, whatever the rhythm."""
    decoder, now, typed, given_back = wedge.WedgeDecoder(), 0.0, "", ""
    for at_byte in range(0, len(data) - 1, 2):
        key = chr(data[at_byte]) if data[at_byte] != 0x0A else "\r"
        now += (data[at_byte + 1] - 8) / 500
        typed += key
        for event in decoder.key(key, now):
            given_back += event.text + ("\r" if isinstance(event, wedge.WedgeCode) else "")
        assert decoder.pending <= wedge.MAX_CODE
    for event in decoder.tick(now + 60):
        given_back += event.text
    assert decoder.pending == 0
    assert given_back == typed


def fuzz_bx_led(data: bytes) -> None:
    """BX packets, and whatever text is shown."""
    mode, rest = data[:1], data[1:]
    if mode and mode[0] % 3 == 1:
        body = b"\xfe\xff\x00\x80" + bytes(6) + b"\xfe\x02" + len(rest[:3000]).to_bytes(2, "little") + rest[:3000]
        body += bx_led.crc16_arc(body).to_bytes(2, "little")
        packet = bytearray(b"\xa5" * 8)
        for byte in body:
            packet += {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}.get(
                byte, bytes([byte])
            )
        events = _bx(bytes(packet) + b"\x5a")
        assert events == [bx_led.Packet(0xFFFE, rest[:3000])], events
        return
    if mode and mode[0] % 3 == 2:
        text = encode_led_text(rest[:1500].decode("utf-8", "replace"))
        text.decode("gbk")
        events = _bx(bx_led.encode_show(text, bx_led.Area()))
        assert len(events) == 1 and isinstance(events[0], bx_led.Packet) and events[0].data.endswith(text)
        return
    _bx(_long(rest, mode, length=2 * bx_led.MAX_PACKET + BEYOND))


def _bx(stream: bytes) -> list[bx_led.Event]:
    return same_in_any_slicing(
        bx_led.Receiver,
        lambda receiver, piece: receiver.receive(piece),
        stream,
        most_held=bx_led.MAX_PACKET,
        state=lambda receiver: receiver.pending,
    )


def fuzz_at(data: bytes) -> None:
    """Answers of a modem."""
    same_in_any_slicing(
        at.Receiver,
        lambda receiver, piece: receiver.receive(piece),
        _long(data[1:], data[:1], length=2 * at.MAX_LINE + BEYOND),
        most_held=at.MAX_LINE,
        state=lambda receiver: receiver.pending,
    )


def fuzz_sms_pdu(data: bytes) -> None:
    """Messages to be sent, taken apart again by hand (TS 23.040 §9.2.2.2)."""
    number = data[1:22].split(b"\0")[0].decode("latin-1") if data[:1] and data[0] % 8 == 0 else "+8613800138000"
    try:
        text = data[1:].decode("utf-8", "surrogatepass" if data[:1] and data[0] % 2 else "replace")
    except UnicodeDecodeError:
        return
    reference = data[0] if data else 0
    try:
        parts = sms_pdu.encode_submit(number, text, reference=reference)
    except ValueError as error:
        assert text not in str(error) or len(text) < 8
        return
    received = b""
    for index, part in enumerate(parts, start=1):
        pdu = bytes.fromhex(part.hex)
        assert len(pdu) == part.length + 1 and pdu[0] == 0 and len(pdu) <= 176
        digits = pdu[3]
        at_data = 5 + (digits + 1) // 2
        swapped = "".join(f"{byte & 15:X}{byte >> 4:X}" for byte in pdu[5:at_data])
        assert swapped[:digits] == number.lstrip("+") and set(swapped[digits:]) <= {"F"}
        content = pdu[at_data + 4 :]
        assert pdu[at_data + 3] == len(content) <= 140
        if len(parts) > 1:
            assert content[:6] == bytes((5, 0, 3, reference, len(parts), index))
            content = content[6:]
        content.decode("utf-16-be")  # no pair of surrogates is cut
        received += content
    assert received.decode("utf-16-be") == text


def fuzz_mjpeg(data: bytes) -> None:
    """Pictures in a multipart stream."""
    mode, rest = data[:1], data[1:]
    # Marks that chance would have to find letter by letter stand for single bytes.
    for short, long in ((b"\xe0", b"\r\n--b"), (b"\xe1", b"\r\n\r\n"), (b"\xe2", b"Content-Length: ")):
        rest = rest.replace(short, long)
    rest = rest.replace(b"\xe3", mjpeg.SOI).replace(b"\xe4", mjpeg.EOI)[:LONGEST_STREAM]
    events = same_in_any_slicing(
        lambda: mjpeg.MultipartJpegDecoder("b"),
        lambda decoder, piece: decoder.receive_data(piece),
        _long(rest, mode),
        most_held=mjpeg.LONGEST_PICTURE,
        state=lambda decoder: decoder.dropped,
    )
    for picture in events:
        assert picture.startswith(mjpeg.SOI) and mjpeg.EOI in picture


def fuzz_ipp(data: bytes) -> None:
    """Answers of an IPP printer; one that is cut off is never taken for a whole one."""
    if data[:1] and data[0] % 2:
        data = b"\x02\x00\x00\x00\x00\x00\x00\x01" + data[1:]
    try:
        answer = ipp.decode_response(data)
    except ipp.IppError:
        return
    for name in answer.attributes:
        answer.first(name)
    for cut in range(0, len(data), 1 + len(data) // 64):
        try:
            shorter = ipp.decode_response(data[:cut])
        except ipp.IppError:
            continue
        assert shorter == answer, "a cut message says something else"


def _long(data: bytes, mode: bytes, *, length: int = LONGEST_STREAM) -> bytes:
    """``data``; for a few modes over and over, so that the decoders' bounds are reached and little more."""
    if not data or not mode or mode[0] < LONG_FROM:
        return data
    return (data * (length // len(data) + 1))[:length]


TARGETS: Mapping[str, Target] = {
    "at": fuzz_at,
    "bx_led": fuzz_bx_led,
    "escpos_status": fuzz_escpos_status,
    "ipp": fuzz_ipp,
    "mjpeg": fuzz_mjpeg,
    "nls": fuzz_nls,
    "pj06": fuzz_pj06,
    "sam_v": fuzz_sam_v,
    "sms_pdu": fuzz_sms_pdu,
    "wedge": fuzz_wedge,
}
