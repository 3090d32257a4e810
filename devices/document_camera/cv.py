"""The one place that imports OpenCV.

The wheel carries a Qt of its own and, when imported, points ``QT_QPA_PLATFORM_PLUGIN_PATH`` and
``QT_QPA_FONTDIR`` at it; PySide6 would then load the wrong platform plug-ins. The environment is put back as it
was. Everything else in the project says ``from devices.document_camera.cv import cv2``.
"""

from __future__ import annotations

import os
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_before = {name: value for name, value in os.environ.items() if name.startswith("QT_")}

import cv2  # noqa: E402  between reading and restoring the environment

for _name in [name for name in os.environ if name.startswith("QT_") and name not in _before]:
    del os.environ[_name]
os.environ.update(_before)

# An unplugged camera is reported by the driver; OpenCV need not print it as well.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)

Image: TypeAlias = NDArray[np.uint8]
"""Picture: height × width × 3, BGR, or height × width, grey."""

__all__ = ["Image", "as_image", "cv2"]


def as_image(array: object) -> Image:
    """Tell the type checker what OpenCV returned; copies nothing that is uint8 already."""
    return np.asarray(array, dtype=np.uint8)
