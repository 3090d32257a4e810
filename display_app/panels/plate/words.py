"""Decides the staff plate (公示牌): W-02, as the hall's plate rule allows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import PlateOptions
from display_app.panels.scene import PlatePhoto, Scene

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PlateState:
    """The staff plate; what the hall does not show is empty.

    Attributes:
        initial: the surname, where no photo is at hand.
        photo: None where the hall shows none or none is at hand.
    """

    name: str = ""
    number: str = ""
    post: str = ""
    contact: str = ""
    initial: str = ""
    photo: PlatePhoto | None = None


def decide(scene: Scene, options: PlateOptions, name: str) -> PlateState | None:
    """Who sits at the window; None while nobody does."""
    screen, shown = scene.window, scene.profile.plate
    if screen is None or screen.clerk is None:
        return None
    clerk = screen.clerk
    contact = (screen.contact or clerk.phone) if shown.contact else ""
    number = translate("WindowScreen", "工号 {number}").format(number=clerk.number)
    return PlateState(
        name=clerk.name if shown.clerk_name else "",
        number=number if shown.clerk_number else "",
        post=translate("WindowScreen", "{post}岗").format(post=screen.post.removesuffix("岗"))
        if screen.post
        else "",
        contact=translate("WindowScreen", "电话 {phone}").format(phone=contact) if contact else "",
        initial=clerk.name[:1] if shown.photo and shown.clerk_name else "",
        photo=_photo_at_hand(scene),
    )


def photo_wanted(scene: Scene) -> str:
    """Address of the photo that belongs on the plate (`Clerk.photo`); empty for none."""
    clerk = scene.window.clerk if scene.window is not None else None
    return clerk.photo if clerk is not None and scene.profile.plate.photo else ""


def _photo_at_hand(scene: Scene) -> PlatePhoto | None:
    photo = scene.photo
    if photo is None or photo.url != photo_wanted(scene) or photo.image.isNull():
        return None
    return photo
