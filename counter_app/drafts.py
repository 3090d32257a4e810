"""What was typed or answered and is not in the database yet (草稿), kept on this machine across a crash.

One small JSON file, written under a temporary name and renamed, on a thread of its own. It holds reasons,
whereabouts and rating outcomes by ticket id: no names, no numbers of citizens. A broken file is put aside and
counts as empty: a draft is a comfort, never a reason not to start.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from qt_common.whole_file import write_whole

log = logging.getLogger(__name__)


class Drafts:
    """Drafts by key, such as ``"form.pause"``; values are JSON-able objects.

    Args:
        path: the file; its folder is made. None keeps drafts in memory only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values: dict[str, Any] = _read(path) if path is not None else {}
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")

    def get(self, key: str) -> dict[str, Any]:
        """The draft, empty when there is none."""
        value = self._values.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def put(self, key: str, value: Mapping[str, Any]) -> None:
        """Keep a draft; returns before it is on the disk."""
        with self._lock:
            self._values[key] = dict(value)
        self._save()

    def drop(self, key: str) -> None:
        """Forget a draft: it was sent or given up."""
        with self._lock:
            gone = self._values.pop(key, None)
        if gone is not None:
            self._save()

    def close(self) -> None:
        """Write what is still to be written."""
        self._pool.shutdown(wait=True)

    def _save(self) -> None:
        if self._path is not None:
            self._pool.submit(self._write, self._path)

    def _write(self, path: Path) -> None:
        with self._lock:
            text = json.dumps(self._values, ensure_ascii=False, sort_keys=True)
        try:
            write_whole(path, text.encode())
        except OSError as error:
            log.warning("drafts are not kept: %s", error.strerror)


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("drafts can't be read and are put aside: %s", type(error).__name__)
        try:
            path.replace(path.with_suffix(".broken"))
        except OSError as failure:
            log.warning("drafts can't be put aside: %s", failure.strerror)
        return {}
    return values if isinstance(values, dict) else {}
