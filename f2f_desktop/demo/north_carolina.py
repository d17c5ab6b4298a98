"""A population as North Carolina's files: `ncvoter` (67 columns, since 2022) and `ncvhis`, with their quirks.

Tab-separated, every field quoted, ISO 8859-1, CR LF. A few of the rows are removed or confidential, as in real files:
an extract must never hold them.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from f2f_desktop.demo import names
from f2f_desktop.demo.population import CITIES, ELECTION_DAYS, THIS_YEAR, Population
from f2f_desktop.errors import KnownError
from f2f_desktop.matching.folding import fold

VOTER_COLUMNS = tuple(
    """county_id county_desc voter_reg_num ncid last_name first_name middle_name name_suffix_lbl status_cd
    voter_status_desc reason_cd voter_status_reason_desc res_street_address res_city_desc state_cd zip_code mail_addr1
    mail_addr2 mail_addr3 mail_addr4 mail_city mail_state mail_zipcode full_phone_number confidential_ind registr_dt
    race_code ethnic_code party_cd gender_code birth_year age_at_year_end birth_state drivers_lic precinct_abbrv
    precinct_desc municipality_abbrv municipality_desc ward_abbrv ward_desc cong_dist_abbrv super_court_abbrv
    judic_dist_abbrv nc_senate_abbrv nc_house_abbrv county_commiss_abbrv county_commiss_desc township_abbrv
    township_desc school_dist_abbrv school_dist_desc fire_dist_abbrv fire_dist_desc water_dist_abbrv water_dist_desc
    sewer_dist_abbrv sewer_dist_desc sanit_dist_abbrv sanit_dist_desc rescue_dist_abbrv rescue_dist_desc
    munic_dist_abbrv munic_dist_desc dist_1_abbrv dist_1_desc vtd_abbrv vtd_desc""".split()
)
HISTORY_COLUMNS = tuple(
    """county_id county_desc voter_reg_num election_lbl election_desc voting_method voted_party_cd voted_party_desc
    pct_label pct_description ncid voted_county_id voted_county_desc vtd_label vtd_description""".split()
)

COUNTY_IDS = {county: number for number, county in enumerate(sorted({county for _, county, _ in CITIES}), 101)}


def write_voter_files(population: Population, folder: Path) -> tuple[Path, Path]:
    """Writes `ncvoter.txt` and `ncvhis.txt` into `folder` and gives their paths."""
    voters, history = folder / "ncvoter.txt", folder / "ncvhis.txt"
    try:
        _write(voters, VOTER_COLUMNS, _voter_rows(population))
        _write(history, HISTORY_COLUMNS, _history_rows(population))
    except OSError as error:
        raise KnownError("The demo's voter files could not be written.", "Make some room on the disk.") from error
    return voters, history


def _write(path: Path, header: Sequence[str], rows: Iterable[str]) -> None:
    with path.open("w", encoding="iso-8859-1", errors="replace", newline="") as file:
        file.write("\t".join(f'"{name}"' for name in header) + "\r\n")
        file.writelines(rows)


def in_file(text: str) -> str:
    """A name as the state writes it: upper case ASCII."""
    return fold(text)


def _voter_rows(population: Population) -> Iterable[str]:
    index = {name: place for place, name in enumerate(VOTER_COLUMNS)}
    folded: dict[str, str] = {}

    def upper(text: str) -> str:
        if text not in folded:
            folded[text] = in_file(text)
        return folded[text]

    registered_on = population.registered_on()
    off_the_rolls, hidden = population.removed.tolist(), population.confidential.tolist()
    for order, i in enumerate(population.registered):
        city, county, zip_code = CITIES[population.place[i]]
        removed, confidential = off_the_rolls[order], hidden[order]
        phone = int(population.file_phone[i])
        precinct = int(population.precinct[i])
        fields = [""] * len(VOTER_COLUMNS)

        def put(fields: list[str] = fields, **values: str) -> None:
            for name, value in values.items():
                fields[index[name]] = value

        put(
            county_id=str(COUNTY_IDS[county]),
            county_desc=county,
            voter_reg_num=f"{order:012d}",
            ncid=str(population.voter_ids[i]),
            last_name=upper(str(population.file_last[i])),
            first_name=upper(str(population.file_first[i])),
            middle_name=upper(str(population.middle[i])),
            name_suffix_lbl=str(population.suffix[i]),
            status_cd="R" if removed else "A",
            voter_status_desc="REMOVED" if removed else "ACTIVE",
            voter_status_reason_desc="MOVED FROM COUNTY" if removed else "VERIFIED",
            res_street_address=f"{population.house_number[i]}  {names.STREETS[population.street[i]].upper()}   ",
            res_city_desc=city,
            state_cd="NC",
            zip_code=zip_code,
            full_phone_number=f"{phone:010d}" if phone else "",
            confidential_ind="Y" if confidential else "N",
            registr_dt=f"{registered_on[order]:%m/%d/%Y}",
            race_code="U",
            ethnic_code="UN",
            party_cd=str(population.party[i]),
            gender_code=str(population.sex[i]),
            birth_year=str(population.birth_year[i]),
            age_at_year_end=str(THIS_YEAR - int(population.birth_year[i])),
            precinct_abbrv=f"{precinct:02d}",
            precinct_desc=f"PRECINCT {precinct:02d}",
            municipality_abbrv="".join(word[0] for word in city.split()),
            municipality_desc=city,
            ward_abbrv=f"W{population.place[i] + 1}",
            cong_dist_abbrv="7" if county == "ALDER" else "8",
            nc_senate_abbrv=str(21 + population.place[i] // 2),
            nc_house_abbrv=str(41 + population.place[i]),
            county_commiss_abbrv=str(1 + population.place[i] % 3),
            school_dist_abbrv=str(1 + population.place[i] % 2),
            vtd_abbrv=f"{precinct:02d}",
        )
        yield "\t".join(f'"{field}"' for field in fields) + "\r\n"


def _history_rows(population: Population) -> Iterable[str]:
    for order, i in enumerate(population.registered):
        _, county, _ = CITIES[population.place[i]]
        for number, day in enumerate(ELECTION_DAYS):
            if population.voted[i, number]:
                fields = (
                    str(COUNTY_IDS[county]),
                    county,
                    f"{order:012d}",
                    f"{day:%m/%d/%Y}",
                    f"{day:%m/%d/%Y} GENERAL",
                    "ABSENTEE ONESTOP" if order % 3 else "IN-PERSON",
                    str(population.party[i]),
                    "",
                    f"{population.precinct[i]:02d}",
                    "",
                    str(population.voter_ids[i]),
                    str(COUNTY_IDS[county]),
                    county,
                    "",
                    "",
                )
                yield "\t".join(f'"{field}"' for field in fields) + "\r\n"
