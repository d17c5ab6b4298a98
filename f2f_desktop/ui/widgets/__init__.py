"""Widgets that screens are built from: they show values and say what the user did, and know no service."""

from f2f_desktop.ui.widgets.avatar import Avatar
from f2f_desktop.ui.widgets.banner import Banner, IconView, StatusIndicator
from f2f_desktop.ui.widgets.buttons import (
    Button,
    DangerButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    StarButton,
)
from f2f_desktop.ui.widgets.card import Card
from f2f_desktop.ui.widgets.chips import Chip, Pill
from f2f_desktop.ui.widgets.column_grid import ColumnGrid
from f2f_desktop.ui.widgets.comparison import Compared, Comparison
from f2f_desktop.ui.widgets.count_bars import CountBars
from f2f_desktop.ui.widgets.data_table import Column, DataTable, TableModel
from f2f_desktop.ui.widgets.day_chart import DayBar, DayChart
from f2f_desktop.ui.widgets.empty_state import EmptyState
from f2f_desktop.ui.widgets.fitted import FittedDialog, FittedWidget
from f2f_desktop.ui.widgets.flow import ChipFlow, FlowBox, FlowLayout
from f2f_desktop.ui.widgets.formatted import FormattedText
from f2f_desktop.ui.widgets.formatted_edit import FormattedEdit
from f2f_desktop.ui.widgets.forms import button_row, dialog_column, form_of, inset
from f2f_desktop.ui.widgets.head_row import HeadRow
from f2f_desktop.ui.widgets.labels import KeyHint, Label, TextStyle
from f2f_desktop.ui.widgets.progress_row import ProgressRow
from f2f_desktop.ui.widgets.qr_view import QrView
from f2f_desktop.ui.widgets.script_editor import ScriptEditor
from f2f_desktop.ui.widgets.search_field import SearchField
from f2f_desktop.ui.widgets.segmented import SegmentedControl
from f2f_desktop.ui.widgets.step_header import StepHeader
from f2f_desktop.ui.widgets.toast import Toast
from f2f_desktop.ui.widgets.waterfall import Step, Waterfall, Weight

__all__ = [
    "Avatar",
    "Banner",
    "Button",
    "Card",
    "Chip",
    "ChipFlow",
    "Column",
    "ColumnGrid",
    "Compared",
    "Comparison",
    "CountBars",
    "DangerButton",
    "DataTable",
    "DayBar",
    "DayChart",
    "EmptyState",
    "FittedDialog",
    "FittedWidget",
    "FlowBox",
    "FlowLayout",
    "FormattedEdit",
    "FormattedText",
    "HeadRow",
    "IconButton",
    "IconView",
    "KeyHint",
    "Label",
    "Pill",
    "PrimaryButton",
    "ProgressRow",
    "QrView",
    "QuietButton",
    "ScriptEditor",
    "SearchField",
    "SegmentedControl",
    "StarButton",
    "StatusIndicator",
    "Step",
    "StepHeader",
    "TableModel",
    "TextStyle",
    "Toast",
    "Waterfall",
    "Weight",
    "button_row",
    "dialog_column",
    "form_of",
    "inset",
]
