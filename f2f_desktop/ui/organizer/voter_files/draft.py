"""An extract that is being prepared: what the steps share."""

import datetime as dt
from dataclasses import dataclass, field

from f2f_desktop.campaign.filters import District
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.organizer.voter_files import DEFAULT_DAYS, Choice, CutExtract, Survey, allowed, columns_offered


def in_days(days: int) -> dt.date:
    """The day that is so many days from now."""
    return dt.datetime.now(dt.UTC).astimezone().date() + dt.timedelta(days=days)


@dataclass
class Draft:
    """What an organizer has said so far.

    Attributes:
        label: empty: made of the districts.
        columns, kinds: what may be in the extract; None: what is usual.
        cut: the extract, once it is there; whatever is changed afterwards takes it away.
    """

    settings: CampaignSettings = field(default_factory=CampaignSettings)
    survey: Survey | None = None
    districts: tuple[District, ...] = ()
    columns: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    expires: dt.date = field(default_factory=lambda: in_days(DEFAULT_DAYS))
    label: str = ""
    labels: tuple[str, ...] = ()
    cut: CutExtract | None = None

    def take(self, survey: Survey | None) -> None:
        """Other files: what was chosen of the former ones is gone."""
        self.survey = survey
        self.districts = ()
        self.columns = self.kinds = None
        self.cut = None

    def usual_columns(self) -> frozenset[str]:
        """The columns that are allowed unless the organizer says otherwise."""
        if self.survey is None:
            return frozenset()
        off = set() if self.settings.party_visible else {"party"}
        offered = columns_offered(self.survey.report)
        wanted = self.settings.extract_columns
        return frozenset(
            name
            for name, always in offered.items()
            if always or ((wanted is None or name in wanted) and name not in off)
        )

    def usual_kinds(self) -> frozenset[str]:
        """The kinds of districts likewise; county and city are columns."""
        if self.survey is None:
            return frozenset()
        report = self.survey.report
        return frozenset(report.kinds) - frozenset(report.only_asked) - frozenset(report.columns)

    def choice(self) -> Choice:
        """All that was said, for cutting."""
        columns = self.usual_columns() if self.columns is None else self.columns
        kinds = self.usual_kinds() if self.kinds is None else self.kinds
        return Choice(
            label=self.label.strip(),
            districts=self.districts,
            columns=allowed(sorted(columns), sorted(kinds)),
            expires=self.expires,
        )
