"""The first run from an empty folder to the actions, and after every interruption."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from f2f_desktop.ui.volunteer.first_run.page import FirstRunPage
from f2f_desktop.ui.volunteer.first_run.resuming import HowFar, StepName, first_open
from f2f_desktop.ui.volunteer.first_run.strength import Strength, bits, strength
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.workspace import WayIn, WrongSecret
from tests.ui.volunteer.desk_samples import PASSPHRASE, DeskAtTest, address_book, bundle_file, extract_file
from tests.ui.volunteer.work_samples import CHEAP


def opened(at_desk: DeskAtTest, size: tuple[int, int] = (1240, 800)) -> FirstRunPage:
    page = FirstRunPage(at_desk.desk, cost=CHEAP)
    at_desk.shown(page, size)
    page.begin()
    at_desk.rest()
    return page


def press_continue(at_desk: DeskAtTest, page: FirstRunPage) -> None:
    assert page.continue_button.isEnabled()
    QTest.mouseClick(page.continue_button, Qt.MouseButton.LeftButton)
    at_desk.rest()


def write(field: QLineEdit, text: str) -> None:
    field.clear()
    QTest.keyClicks(field, text)


def protect(at_desk: DeskAtTest, page: FirstRunPage) -> None:
    write(page.protect.passphrase, PASSPHRASE)
    write(page.protect.again, PASSPHRASE)
    press_continue(at_desk, page)


def test_from_an_empty_folder_to_the_actions(at_desk: DeskAtTest, tmp_path: Path) -> None:
    page = opened(at_desk)
    finished: list[bool] = []
    page.finished.connect(lambda: finished.append(True))
    page.take_files(
        [
            address_book(tmp_path / "phone.vcf", range(12)),
            extract_file(tmp_path / "district.f2fx"),
            bundle_file(tmp_path / "rivera.f2fbundle"),
        ]
    )
    assert page.now is StepName.PROTECT
    page.protect.shared.setChecked(True)
    protect(at_desk, page)
    assert page.now is StepName.RECOVERY
    assert not page.continue_button.isEnabled(), "only who has the code goes on"
    page.recovery.copy()
    code = QGuiApplication.clipboard().text()
    page.recovery.have_it.setChecked(True)
    press_continue(at_desk, page)
    assert page.now is StepName.WHO
    write(page.who.name, "Alex Underhill")
    press_continue(at_desk, page)
    assert page.now is StepName.CAMPAIGN
    at_desk.wait_for(lambda: page.campaign.panel.bundle is not None, "the campaign file that came before")
    QTest.mouseClick(page.campaign.panel.join_button, Qt.MouseButton.LeftButton)
    at_desk.rest()
    assert page.now is StepName.CONTACTS
    assert at_desk.services.importing.count() == 12
    press_continue(at_desk, page)
    assert page.now is StepName.EXTRACT
    assert "30" in page.extract.panel.result_text()
    press_continue(at_desk, page)
    assert page.now is StepName.READY
    at_desk.rest()
    counts = at_desk.services.matchmaking.counts()
    assert counts.matched + counts.ambiguous > 0
    assert page.ready.matched.accessibleName().startswith(f"{counts.matched} ")
    assert page.continue_button.hasFocus(), "Enter goes on"
    assert page.ready.ambiguous.accessibleName().startswith(f"{counts.ambiguous} ")
    press_continue(at_desk, page)
    assert finished == [True]
    assert at_desk.services.preferences.set_up().finished
    assert at_desk.services.preferences.lock_after() == 5
    at_desk.services.preferences.set_lock_after(30)
    assert at_desk.services.preferences.lock_after() == 5, "a shared laptop locks after five minutes"
    at_desk.workspace.lock()
    at_desk.workspace.unlock(code.replace("\n", " "), WayIn.RECOVERY)
    assert at_desk.services.campaigns.volunteer().first_name == "Alex"


def test_contacts_and_extract_can_wait(at_desk: DeskAtTest, tmp_path: Path) -> None:
    at_desk.make_vault(with_campaign=True)
    at_desk.services.preferences.keep_set_up(SetUp(recovery_noted=True))
    at_desk.services.campaigns.introduce(Volunteer("Alex"))
    page = opened(at_desk)
    for step in (StepName.CONTACTS, StepName.EXTRACT):
        assert page.now is step
        assert not page.continue_button.isEnabled()
        QTest.mouseClick(page.skip_button, Qt.MouseButton.LeftButton)
        at_desk.rest()
    assert page.now is StepName.READY
    assert not page.ready.matched.isVisible()
    press_continue(at_desk, page)
    assert at_desk.services.preferences.set_up().finished


def test_back_leads_to_the_step_before_but_never_behind_the_recovery_sheet(at_desk: DeskAtTest) -> None:
    at_desk.make_vault(with_campaign=True)
    at_desk.services.preferences.keep_set_up(SetUp(recovery_noted=True))
    at_desk.services.campaigns.introduce(Volunteer("Alex"))
    page = opened(at_desk)
    for step in (StepName.CAMPAIGN, StepName.WHO):
        QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
        at_desk.rest()
        assert page.now is step
    assert not page.back_button.isVisible()
    assert page.who.name.text() == "Alex"


@pytest.mark.parametrize(
    ("far", "step"),
    [
        (HowFar(), StepName.RECOVERY),
        (HowFar(SetUp(recovery_noted=True)), StepName.WHO),
        (HowFar(SetUp(recovery_noted=True), named=True), StepName.CAMPAIGN),
        (HowFar(SetUp(recovery_noted=True), named=True, campaign=True), StepName.CONTACTS),
        (HowFar(SetUp(recovery_noted=True), named=True, campaign=True, contacts=3), StepName.EXTRACT),
        (HowFar(SetUp(recovery_noted=True, contacts_skipped=True), True, True), StepName.EXTRACT),
        (HowFar(SetUp(recovery_noted=True), True, True, 3, True), StepName.READY),
        (HowFar(SetUp(True, False, True, True), True, True), StepName.READY),
    ],
    ids=lambda value: str(value) if isinstance(value, StepName) else "",
)
def test_after_an_interruption_the_first_open_step_comes(far: HowFar, step: StepName) -> None:
    assert first_open(far) is step


def test_a_recovery_code_that_nobody_noted_is_replaced_by_a_new_one(at_desk: DeskAtTest) -> None:
    page = opened(at_desk)
    protect(at_desk, page)
    lost = page.recovery._code
    # The app is killed here, and started again.
    at_desk.close(page)
    at_desk.workspace.lock()
    at_desk.workspace.unlock(PASSPHRASE)
    page = opened(at_desk)
    assert page.now is StepName.RECOVERY
    at_desk.rest()
    fresh = page.recovery._code
    assert fresh not in ("", lost)
    at_desk.workspace.lock()
    with pytest.raises(WrongSecret):
        at_desk.workspace.unlock(lost, WayIn.RECOVERY)
    at_desk.workspace.unlock(fresh, WayIn.RECOVERY)


def test_a_passphrase_must_be_long_enough_and_typed_twice(at_desk: DeskAtTest) -> None:
    page = opened(at_desk)
    write(page.protect.passphrase, "short")
    write(page.protect.again, "short")
    assert not page.continue_button.isEnabled()
    write(page.protect.passphrase, PASSPHRASE)
    write(page.protect.again, PASSPHRASE[:-1])
    assert not page.continue_button.isEnabled()
    write(page.protect.again, PASSPHRASE)
    assert page.continue_button.isEnabled()
    QTest.keyClick(page.protect.again, Qt.Key.Key_Return)
    at_desk.rest()
    assert page.now is StepName.RECOVERY
    assert page.protect.passphrase.text() == page.protect.again.text() == "", "no passphrase stays in a field"


def test_without_a_keyring_the_choice_is_not_offered(at_desk: DeskAtTest) -> None:
    page = opened(at_desk)
    assert not page.protect.by_keyring.isEnabled()
    assert page.protect.by_passphrase.isChecked()


def test_the_demo_is_asked_for_and_its_files_are_taken_in(at_desk: DeskAtTest, tmp_path: Path) -> None:
    at_desk.make_vault()
    at_desk.services.preferences.keep_set_up(SetUp(recovery_noted=True))
    at_desk.services.campaigns.introduce(Volunteer("Alex"))
    page = opened(at_desk)
    bundle = bundle_file(tmp_path / "demo.f2fbundle")
    page.demo_requested.connect(lambda: page.take_files([bundle]))
    QTest.mouseClick(page.campaign.demo_button, Qt.MouseButton.LeftButton)
    at_desk.wait_for(lambda: page.campaign.panel.bundle is not None, "the demo's campaign")


def test_an_incomplete_address_is_not_taken(at_desk: DeskAtTest) -> None:
    at_desk.make_vault()
    at_desk.services.preferences.keep_set_up(SetUp(recovery_noted=True))
    page = opened(at_desk)
    write(page.who.name, "Alex")
    assert page.continue_button.isEnabled(), "the address is optional"
    write(page.who.email, "alex@example")
    assert not page.continue_button.isEnabled()
    write(page.who.email, "alex@example.org")
    assert page.continue_button.isEnabled()


@pytest.mark.parametrize("size", [(1024, 680), (760, 560)])
def test_continue_is_in_sight_at_every_size(at_desk: DeskAtTest, size: tuple[int, int]) -> None:
    page = opened(at_desk, size)
    for step in StepName:
        if step is not StepName.PROTECT:
            break
        place = page.continue_button.mapTo(page, page.continue_button.rect().bottomRight())
        assert page.rect().contains(place)


def test_strength_counts_words_and_sees_through_rows_and_well_known_ones() -> None:
    grade: Callable[[str], Strength] = lambda text: strength(text, 8)  # noqa: E731
    assert grade("abc") is Strength.TOO_SHORT
    assert grade("password1") is Strength.WEAK
    assert grade("aaaaaaaaaaaa") is Strength.WEAK
    assert grade("abcdefghijkl") is Strength.WEAK
    assert grade("1234567890") is Strength.WEAK
    assert grade("maple canoe lantern tuesday") is not Strength.WEAK
    assert grade("maple canoe lantern tuesday gravel") is Strength.STRONG
    assert grade("q7!Xv2#Lp9&Rt") is Strength.STRONG
    assert bits("maple maple maple maple") < bits("maple canoe lantern tuesday")
