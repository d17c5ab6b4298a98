"""Basics: title, description, image, start button."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import Image
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.picture import Picture
from f2f_desktop.ui.widgets import Button, FormattedEdit


class BasicsSection(Section):
    """What a volunteer sees of the action before starting it."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__("basics", self.tr("Basics"), "", editing, parent)
        action = editing.action
        self.title_line = QLineEdit(action.title)
        self.title_line.setPlaceholderText(self.tr("What volunteers do, such as: Ask three friends to vote"))
        self.description = FormattedEdit(self.tr("Description"), action.description)
        self.start = QLineEdit(action.start_label)
        self.drop = DropZone(
            self.tr("Drop an image here: PNG or JPEG, at most 1 MB"),
            self.tr("Choose an image …"),
            self.tr("Images (*.png *.jpg *.jpeg)"),
        )
        self.alternative = QLineEdit()
        self.alternative.setPlaceholderText(self.tr("For those who cannot see it"))
        self.remove = Button(self.tr("Remove image"), Icon.TRASH)
        self._picture: Picture | None = None
        self._chosen = QWidget()
        self._beside = QHBoxLayout(self._chosen)
        self._beside.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.addLayout(self.labelled(self.tr("What the image shows"), self.alternative))
        words.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._beside.addLayout(words, 1)
        self.column.addLayout(self.labelled(self.tr("Title"), self.title_line))
        self.column.addLayout(self.labelled(self.tr("Description"), self.description))
        self.column.addLayout(self.labelled(self.tr("Text on the start button"), self.start))
        self.column.addWidget(self.drop)
        self.column.addWidget(self._chosen)
        self.title_line.textEdited.connect(lambda text: editing.change(title=text))
        self.description.edited.connect(lambda text: editing.change(description=text))
        self.start.textEdited.connect(lambda text: editing.change(start_label=text.strip() or self.tr("Start")))
        self.drop.files_given.connect(lambda files: self.take(files[0]))
        self.remove.clicked.connect(lambda: self._set_image(None))
        self.alternative.editingFinished.connect(self._describe)
        self.show_image()

    def take(self, file: Path) -> None:
        """Makes an image file the action's image."""
        authoring = self.editing.desk.services.authoring

        def kept() -> Image:
            return authoring.add_image_file(file)

        self.editing.desk.jobs.on_vault(
            kept, success=self._set_image, failure=self.editing.desk.faults.show, initiator=self
        )

    def show_image(self) -> None:
        """Shows the action's image, or where to drop one."""
        image = self._image()
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        if image is not None:
            self._picture = Picture(image.data, image.alternative_text, size=(11.0, 7.5))
            self._beside.insertWidget(0, self._picture)
            self.alternative.setText(image.alternative_text)
        self.drop.setVisible(image is None)
        self._chosen.setVisible(image is not None)

    def _image(self) -> Image | None:
        wanted = self.editing.action.image
        return next((each for each in self.editing.content.images if each.id == wanted), None)

    def _set_image(self, image: Image | None) -> None:
        content = self.editing.content
        if image is not None:
            others = tuple(each for each in content.images if each.id != image.id)
            self.editing.surround(msgspec.structs.replace(content, images=(*others, image)))
        self.editing.change(image=image.id if image is not None else None)
        self.show_image()

    def _describe(self) -> None:
        image, text = self._image(), self.alternative.text().strip()
        if image is None or image.alternative_text == text:
            return
        described = msgspec.structs.replace(image, alternative_text=text)
        authoring = self.editing.desk.services.authoring
        self.editing.desk.jobs.on_vault(
            authoring.save_image,
            described,
            success=lambda _: self._set_image(described),
            initiator=self,
        )
