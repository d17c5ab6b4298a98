"""How old figures are that the hub gave."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from f2f_desktop.workspace import AsOf


def age_words(found: AsOf[Any], locale: QLocale) -> str:
    """From when figures are; that there was no way to newer ones, where that is so."""
    translate = QCoreApplication.translate
    at = QDateTime.fromMSecsSinceEpoch(found.at)
    same_day = at.date() == QDate.currentDate()
    form = QLocale.FormatType.ShortFormat
    when = locale.toString(at.time(), form) if same_day else locale.toString(at, form)
    if found.trouble:
        return translate("Ages", "Figures from {when}: the campaign's hub cannot be reached just now.").format(
            when=when
        )
    return translate("Ages", "Figures from {when}").format(when=when)
