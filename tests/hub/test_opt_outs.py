"""An organizer puts numbers on the opt-out list: every laptop closes them, and opens what was a mistake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import OptOutSource
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.organizer.opt_outs import AT_ONCE, NoPoint, NotAddedHere, NotOnTheList, NotPublishedYet, OptOuts
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.vault.conversations import opted_out_points
from tests.hub.laptops import Laptop, opt_out
from tests.hub.processes import HubProcess, invite, wait_until

KEY = b"k" * 32
NUMBER, OTHER = "+12015550142", "+12015550143"


class Two:
    """An organizer and a volunteer of one campaign."""

    def __init__(self, hub: HubProcess, folder: Path) -> None:
        self.owner = Laptop(folder / "owner", "Olga Owner").join(invite(hub, "--role", "organizer"))
        self.vera = Laptop(folder / "vera").join(invite(hub))
        self.list = OptOuts(self.owner.vault)
        self.organizing = Organizing(self.owner.vault, self.owner.courier)
        self._key = read_signing_key(hub.folder / "campaign.key")

    def publish(self) -> None:
        settings = CampaignSettings(phone_hash_key=KEY)
        self.organizing.publish(
            CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", 3, settings), self._key
        )

    def closed(self, point: str) -> bool:
        """Whether the volunteer's laptop would hand nothing over to it."""
        with self.vera.vault.transaction() as connection:
            return point_hash(KEY, point) in opted_out_points(connection)

    def settle(self, closed: bool, point: str = NUMBER) -> None:
        """Both synchronize, until it is so."""
        self.owner.round()

        def there() -> bool:
            self.vera.round()
            return self.closed(point) is closed

        wait_until(there)


@pytest.fixture
def two(hub: HubProcess, tmp_path: Path) -> Iterator[Two]:
    made = Two(hub, tmp_path)
    yield made
    made.owner.close()
    made.vera.close()


def test_a_number_added_by_hand_is_closed_for_volunteers_until_it_is_taken_off(two: Two) -> None:
    with pytest.raises(NotPublishedYet):
        two.list.add(NUMBER)
    two.publish()
    with pytest.raises(NoPoint):
        two.list.add("call me")
    assert two.list.add("(201) 555-0142").new == 1
    assert two.list.add("201.555.0142").known == 1
    two.settle(closed=True)
    (row,) = two.organizing.opt_outs().value.rows
    assert (row.name, row.source, row.points) == ("Olga Owner", "by_hand", 1)
    assert two.list.remove(NUMBER) == 1
    two.settle(closed=False)
    assert two.organizing.opt_outs().value.points == 0


def test_a_file_is_closed_and_one_of_it_can_be_taken_off(two: Two) -> None:
    two.publish()
    numbers = [f"+1201555{number:04}" for number in range(2 * AT_ONCE + 1)]
    added = two.list.add_points([*numbers, NUMBER, OTHER], OptOutSource.FILE)
    assert len(added.events) == 3
    two.settle(closed=True)
    assert two.organizing.opt_outs().value.points == added.new
    two.list.remove(NUMBER)
    two.settle(closed=False)
    assert two.closed(OTHER)
    assert all(two.closed(each) for each in numbers if each != NUMBER)
    wait_until(lambda: two.organizing.opt_outs().value.points == added.new - 1)
    two.list.undo(two.list.add_points([NUMBER], OptOutSource.FILE))
    two.settle(closed=False)


def test_what_contacts_asked_of_volunteers_is_nobody_elses_to_undo(two: Two) -> None:
    two.publish()
    two.vera.do(opt_out(7))
    with two.vera.vault.transaction() as connection:
        (hash_,) = opted_out_points(connection)
    two.vera.round()
    wait_until(lambda: two.organizing.opt_outs().value.points == 1)
    (row,) = two.organizing.opt_outs().value.rows
    assert (row.source, row.name) == ("contact", "Vera Volunteer")
    two.owner.round()
    with pytest.raises(NotOnTheList):
        two.list.remove(OTHER)
    with two.owner.vault.transaction() as connection:
        assert hash_ in opted_out_points(connection)


def test_another_organizer_is_told_who_can_take_it_off(two: Two, hub: HubProcess, tmp_path: Path) -> None:
    two.publish()
    two.list.add(NUMBER)
    two.owner.round()
    otto = Laptop(tmp_path / "otto", "Otto").join(invite(hub, "--role", "organizer"))
    theirs = OptOuts(otto.vault)

    def known() -> bool:
        otto.round()
        return theirs.is_listed(NUMBER)

    wait_until(known)
    with pytest.raises(NotAddedHere):
        theirs.remove(NUMBER)
    # Both have put it on the list: one of them alone does not open it.
    assert theirs.add(NUMBER).new == 1
    otto.round()
    two.list.remove(NUMBER)
    two.settle(closed=True)
    otto.close()


def test_a_volunteer_does_not_see_the_list(two: Two) -> None:
    theirs = Organizing(two.vera.vault, two.vera.courier)
    with pytest.raises(KnownError):
        theirs.opt_outs()
