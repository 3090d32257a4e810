"""Golden bytes of tickets, and what reaches the wire whatever stands in a name."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.core.errors import Unsupported
from devices.ticket_printer.encoding import JobEncoder, encode_text
from devices.ticket_printer.escpos_library import EscPosEncoder, load_encoder
from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, QrCode, Rule, Text
from devices.ticket_printer.profile import Encoding, Profile


@pytest.fixture(scope="module")
def library() -> EscPosEncoder:
    return load_encoder(576)


def encoded(library: EscPosEncoder, *items: Item, profile: Profile | None = None, cut: bool = False) -> str:
    job = PrintJob(items, cut)
    return JobEncoder(profile or Profile(), library).encode(job).hex(" ")


def test_a_chinese_line_is_gbk_between_fs_and_fs_dot(library: EscPosEncoder) -> None:
    assert encoded(library, Text("号票")) == "1b 40 1b 61 00 1b 45 00 1d 21 00 1c 26 ba c5 c6 b1 1c 2e 0a"


def test_a_latin_line_needs_no_chinese_mode(library: EscPosEncoder) -> None:
    line = Text("A001", width=4, height=3, bold=True, align=Align.CENTER)
    assert encoded(library, line) == "1b 40 1b 61 01 1b 45 01 1d 21 32 41 30 30 31 0a"


def test_a_label_ending_in_a_full_width_colon_keeps_it(library: EscPosEncoder) -> None:
    assert "1c 26 41 30 30 31 a3 ba 1c 2e" in encoded(library, Text("A001："))


def test_every_line_sets_its_own_size_so_none_is_inherited(library: EscPosEncoder) -> None:
    both = encoded(library, Text("大", width=2, height=2), Text("小"))
    assert both.count("1d 21 11") == 1
    assert both.count("1d 21 00") == 1


def test_the_cut_is_the_partial_one_that_feeds_first(library: EscPosEncoder) -> None:
    assert encoded(library, cut=True) == "1b 40 1d 56 42 00"


def test_a_printer_without_cutter_feeds_to_the_tear_bar(library: EscPosEncoder) -> None:
    assert encoded(library, cut=True, profile=Profile(cutter=False)) == "1b 40 1b 64 05"


def test_feed_is_lines(library: EscPosEncoder) -> None:
    assert encoded(library, Feed(3)) == "1b 40 1b 64 03"


def test_a_native_qr_code_stores_the_payload_then_prints_it(library: EscPosEncoder) -> None:
    data = encoded(library, QrCode("A001", module=5))
    assert "1d 28 6b 04 00 31 41 32 00" in data
    assert "1d 28 6b 03 00 31 43 05" in data
    assert "1d 28 6b 03 00 31 45 31" in data
    assert "1d 28 6b 07 00 31 50 30 41 30 30 31 1d 28 6b 03 00 31 51 30" in data


def test_a_raster_qr_code_is_a_picture(library: EscPosEncoder) -> None:
    data = encoded(library, QrCode("A001"), profile=Profile(native_qr=False))
    assert "1d 28 6b" not in data
    assert "1d 76 30 00" in data


def test_a_qr_code_wider_than_the_paper_gets_smaller_modules(library: EscPosEncoder) -> None:
    data = encoded(library, QrCode("https://example.invalid/" + "x" * 900, module=16))
    assert "1d 28 6b 03 00 31 43 04" in data


def test_a_rule_is_two_rows_of_dots_across_the_paper(library: EscPosEncoder) -> None:
    assert encoded(library, Rule()).endswith("1d 76 30 00 48 00 02 00" + " ff" * 144 + " 1b 4a 0a")


@pytest.mark.parametrize("name", ["王䶮", "𠮷野", "李㛃", "㐂"])
def test_a_line_with_a_character_outside_gbk_is_drawn(library: EscPosEncoder, name: str) -> None:
    data = encoded(library, Text(f"姓名：{name}"))
    assert "1d 76 30 00" in data
    assert "1c 26" not in data
    assert "3f" not in data.split(" ")[:8]


def test_a_drawn_picture_is_black_on_white(library: EscPosEncoder) -> None:
    data = JobEncoder(Profile(), library).encode(PrintJob((Text("䶮"),), cut=False))
    picture = data[data.index(b"\x1dv0\x00") + 8 :]
    black = sum(byte.bit_count() for byte in picture[: 3 * 24])
    assert 0.1 < black / (24 * 24) < 0.6


def test_a_printer_with_the_gb18030_font_gets_four_byte_characters(library: EscPosEncoder) -> None:
    profile = Profile(encoding=Encoding.GB18030)
    assert "1c 26 95 34 b2 35 1c 2e" in encoded(library, Text("𠮷"), profile=profile)


def test_a_raster_only_printer_gets_no_text_at_all(library: EscPosEncoder) -> None:
    data = encoded(library, Text("A001 号票"), profile=Profile(encoding=Encoding.RASTER))
    assert "41 30 30 31" not in data
    assert "1d 76 30 00" in data


def test_a_realistic_ticket_stays_below_twelve_kilobytes(library: EscPosEncoder) -> None:
    items: tuple[Item, ...] = (
        Text("市政务服务中心", width=2, height=2, align=Align.CENTER),
        Rule(),
        Text("A001", width=4, height=4, align=Align.CENTER),
        *(Text(f"第{number}行　办理部门：市场监督管理局　窗口：三号窗口") for number in range(20)),
        Text("王䶮𠮷", width=2, height=2),
        QrCode("https://example.invalid/t/20261122-A001"),
    )
    assert len(JobEncoder(Profile(), library).encode(PrintJob(items))) <= 12 * 1024


def test_without_a_font_a_name_that_must_be_drawn_is_refused(library: EscPosEncoder) -> None:
    profile = Profile(font="/nowhere/font.ttf")
    with pytest.raises(Unsupported) as caught:
        JobEncoder(profile, library).encode(PrintJob((Text("䶮"),)))
    assert caught.value.outcome_known


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(max_codepoint=0x2FF), max_size=30))
def test_no_control_character_of_a_text_reaches_the_printer(name: str) -> None:
    """A name that holds an escape sequence must not cut the paper or open the drawer."""
    library = EscPosEncoder(lambda: None)
    text = "".join(character for character in name if character.isascii())
    data = JobEncoder(Profile(), library).encode(PrintJob((Text("\x1bi" + text),), cut=False))
    allowed = (b"\x1b@", b"\x1ba\x00", b"\x1bE\x00", b"\x1d!\x00", b"\n")
    for command in allowed:
        data = data.replace(command, b"")
    assert all(byte >= 0x20 for byte in data)


@given(st.text(max_size=20))
def test_encoding_never_replaces_a_character(line: str) -> None:
    for encoding in (Encoding.GBK, Encoding.GB18030):
        data = encode_text(line, encoding)
        assert data is None or data.decode(encoding.value) == line


def test_loading_the_library_leaves_the_root_logger_alone() -> None:
    before = list(logging.getLogger().handlers)
    load_encoder(384)
    assert logging.getLogger().handlers == before
