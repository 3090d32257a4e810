"""``python -m tests.fuzz.run TARGET [libFuzzer options]``: fuzz one codec with atheris, see docs/fuzzing.md.

Atheris is no dependency of the suite: it stands in an environment of its own.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Instrument the codecs, then fuzz until libFuzzer's limits or a finding."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["devices.codec", "devices.id_card_reader"]):
        from tests.fuzz.targets import TARGETS
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name one of: {' '.join(TARGETS)}")
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
