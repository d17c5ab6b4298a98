"""Writes the samples in `tests/voterfile/layout_samples/`: `python -m tests.voterfile.write_layout_samples`.

Each is in the true format of its layout, encoding and delimiter included, about the invented people of `cast`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from f2f_desktop.voterfile.layout_files import built_in_layouts
from tests.voterfile.cast import CAST, GENERALS, OTHERS, PLACE, ZIP, Person

FOLDER = Path(__file__).parent / "layout_samples"
LAYOUTS = built_in_layouts()
Rows = Iterable[Mapping[str, str]]
Day = tuple[int, int, int]


def american(day: Day) -> str:
    """MM/DD/YYYY."""
    return f"{day[1]:02d}/{day[2]:02d}/{day[0]}"


def iso(day: Day) -> str:
    """YYYY-MM-DD."""
    return f"{day[0]}-{day[1]:02d}-{day[2]:02d}"


def compact(day: Day) -> str:
    """YYYYMMDD."""
    return iso(day).replace("-", "")


def election_days(person: Person) -> list[tuple[Day, str]]:
    """Days on which a person voted, and the kind of election."""
    days = [((year, *GENERALS[year]), "GENERAL") for year in sorted(person.votes)]
    return days + ([(day, kind) for day, kind in OTHERS.items()] if 2024 in person.votes else [])


def lines(order: Sequence[str], rows: Rows, delimiter: str, quote: str = "", *, header: bool = True) -> str:
    """A delimited file with CR LF; what a row does not say is blank."""

    def line(fields: Iterable[str]) -> str:
        return delimiter.join(f"{quote}{text}{quote}" for text in fields) + "\r\n"

    return (line(order) if header else "") + "".join(line(row.get(name, "") for name in order) for row in rows)


def fixed(positions: Mapping[str, tuple[int, int]], rows: Rows) -> str:
    """A file of fixed width."""
    return "".join(
        "".join(
            row.get(name, "")[: last - first + 1].ljust(last - first + 1)
            for name, (first, last) in positions.items()
        )
        + "\r\n"
        for row in rows
    )


def address(person: Person) -> str:
    """The street; for a confidential record what states put in its place."""
    return "CONFIDENTIAL" if person.secret else person.street


def north_carolina() -> dict[str, bytes]:
    """Both headers, and the history."""
    codes = {"active": "A", "inactive": "I", "removed": "R", "pending": "D", "dead": "R"}
    parties = {"D": "DEM", "R": "REP", "": "UNA"}
    rows = [
        {
            "county_id": "92", "county_desc": "ELM", "voter_reg_num": f"{each.number:012d}", "ncid": f"BN{each.number:06d}",
            "last_name": each.last, "first_name": each.first, "middle_name": each.middle, "midl_name": each.middle,
            "name_suffix_lbl": each.suffix, "name_sufx_cd": each.suffix, "status_cd": codes[each.status],
            "res_street_address": each.street, "res_city_desc": PLACE, "state_cd": "NC", "zip_code": ZIP,
            "full_phone_number": each.phone, "confidential_ind": "Y" if each.secret else "N",
            "Confidential_ind": "Y" if each.secret else "N", "registr_dt": american(each.registered),
            "party_cd": parties[each.party], "gender_code": each.sex, "birth_year": str(each.born),
            "race_code": "SECRETRACE", "ethnic_code": "SECRETETHNIC", "cong_dist_abbrv": "4", "nc_senate_abbrv": "13",
            "nc_house_abbrv": "33", "precinct_abbrv": "01-02",
        }
        for each in CAST
    ]  # fmt: skip
    votes = [
        {"county_desc": "ELM", "ncid": f"BN{each.number:06d}", "election_lbl": american(day),
         "election_desc": f"{american(day)} {'MUNICIPAL' if day[0] % 2 else kind}", "voting_method": "IN-PERSON"}
        for each in CAST
        for day, kind in election_days(each)
    ]  # fmt: skip
    layout = LAYOUTS["north-carolina"]
    assert layout.history
    since_2022, until_2021 = layout.recognise.orders
    (history,) = layout.history.recognise.orders
    return {
        "ncvoter92.txt": lines(since_2022, rows, "\t", '"').encode(),
        "ncvoter92_2012.txt": lines(until_2021, rows, "\t", '"').encode("latin-1"),
        "ncvhis92.txt": lines(history, votes, "\t", '"').encode(),
    }


def ohio() -> dict[str, bytes]:
    """A column for each election, latin-1."""
    codes = {"active": "ACTIVE", "inactive": "CONFIRMATION", "removed": "CANCELLED", "pending": "PROVISIONAL"}
    elections = [*(((year, *day), "GENERAL") for year, day in GENERALS.items()), *OTHERS.items()]
    names = {day: f"{kind}-{american(day)}" for day, kind in sorted(elections)}
    rows = [
        {
            "SOS_VOTERID": f"OH00{each.number:08d}", "COUNTY_NUMBER": "25", "COUNTY_ID": str(each.number),
            "LAST_NAME": each.last, "FIRST_NAME": each.first, "MIDDLE_NAME": each.middle, "SUFFIX": each.suffix,
            "DATE_OF_BIRTH": iso(each.birthday), "REGISTRATION_DATE": iso(each.registered),
            "VOTER_STATUS": codes[each.status], "PARTY_AFFILIATION": each.party, "RESIDENTIAL_ADDRESS1": address(each),
            "RESIDENTIAL_CITY": PLACE, "RESIDENTIAL_STATE": "OH", "RESIDENTIAL_ZIP": ZIP, "CITY": f"{PLACE} CITY",
            "CONGRESSIONAL_DISTRICT": "03", "STATE_SENATE_DISTRICT": "15", "STATE_REPRESENTATIVE_DISTRICT": "01",
            "PRECINCT_NAME": "SPRINGFIELD 1-A", "PRECINCT_CODE": "25-P-AAA", "WARD": "SPRINGFIELD WARD 1",
            **{names[day]: "X" if kind == "GENERAL" else "D" for day, kind in election_days(each)},
        }
        for each in CAST
    ]  # fmt: skip
    (order,) = LAYOUTS["ohio"].recognise.orders
    return {"SWVF_23_44.txt": lines([*order, *names.values()], rows, ",", '"').encode("latin-1")}


def florida() -> dict[str, bytes]:
    """Two counties, without headers, and their histories."""
    codes = {"active": "ACT", "inactive": "INA", "removed": "REM", "pending": "PRE"}
    parties = {"D": "DEM", "R": "REP", "": "NPA"}

    def voter(each: Person) -> dict[str, str]:
        return {
            "County_Code": county(each), "Voter_ID": f"1{each.number:08d}", "Name_Last": each.last,
            "Name_Suffix": each.suffix, "Name_First": each.first, "Name_Middle": each.middle,
            "Requested_public_records_exemption": "Y" if each.secret else "N",
            "Residence_Address_Line_1": "*" if each.secret else each.street, "Residence_City": PLACE,
            "Residence_State": "FL", "Residence_Zipcode": ZIP + "1234", "Gender": each.sex, "Race": "9",
            "Birth_Date": american(each.birthday), "Registration_Date": american(each.registered),
            "Party_Affiliation": parties[each.party], "Precinct": "12", "Voter_Status": codes[each.status],
            "Congressional_District": "3", "House_District": "20", "Senate_District": "8",
            "County_Commission_District": "2", "School_Board_District": "5",
            "Daytime_Area_Code": each.phone[:3], "Daytime_Phone_Number": each.phone[3:],
        }  # fmt: skip

    def county(each: Person) -> str:
        return "ALA" if each.number % 2 else "BRO"

    def votes(code: str) -> list[dict[str, str]]:
        found = [
            {"county": code, "VoterID": f"1{each.number:08d}", "date": american(day),
             "election_type": "OTH" if day[0] % 2 else kind[:3], "vote_type": "AEYFZ"[each.number % 5]}
            for each in CAST
            if county(each) == code
            for day, kind in election_days(each)
        ]  # fmt: skip
        # Ballots that were not counted: rejected, not voted, provisional and rejected.
        not_counted = [
            {
                "county": code,
                "VoterID": "100000004",
                "date": "11/05/2024",
                "election_type": "GEN",
                "vote_type": how,
            }
            for how in ("B", "N", "P")
            if code == "BRO"
        ]
        return found + not_counted

    layout = LAYOUTS["florida"]
    assert layout.history
    (order,), (history,) = layout.recognise.orders, layout.history.recognise.orders
    made = {}
    for code in ("ALA", "BRO"):
        rows = [voter(each) for each in CAST if county(each) == code]
        made[f"{code}_20260106.txt"] = lines(order, rows, "\t", header=False).encode()
        made[f"{code}_H_20260106.txt"] = lines(history, votes(code), "\t", header=False).encode()
    return made


def washington() -> dict[str, bytes]:
    """Pipes, a history without its header, another id column, and the districts file."""
    codes = {"active": "Active", "inactive": "Inactive", "removed": "Cancelled", "pending": "Pending"}
    layout = LAYOUTS["washington"]
    assert layout.history
    rows = [
        {
            "StateVoterID": f"WA{each.number:09d}", "FName": each.first, "MName": each.middle, "LName": each.last,
            "NameSuffix": each.suffix, "Birthdate": str(each.born), "Gender": each.sex,
            "RegStNum": "" if each.secret else str(each.house), "RegStName": "CONFIDENTIAL" if each.secret else "OAK",
            "RegStType": "" if each.secret else "ST", "RegCity": PLACE, "RegState": "WA", "RegZipCode": ZIP,
            "CountyCode": "KI", "PrecinctCode": "1234", "PrecinctPart": "0", "LegislativeDistrict": "37",
            "CongressionalDistrict": "9", "Registrationdate": american(each.registered), "StatusCode": codes[each.status],
        }
        for each in CAST
    ]  # fmt: skip
    votes = [
        {"VoterHistoryID": str(7_000 + place), "VotingHistoryID": str(7_000 + place), "CountyCode": "KI",
         "CountyCode_Voting": "KI", "StateVoterID": f"WA{each.number:09d}", "ElectionDate": american(day)}
        for each in CAST
        for place, (day, _) in enumerate(election_days(each), 10 * each.number)
    ]  # fmt: skip
    place = {
        "CountyCode": "KI",
        "County": "KING",
        "PrecinctCode": "1234",
        "PrecinctName": "OAK",
        "PrecinctPart": "0",
    }
    districts = [
        place | {"DistrictType": kind, "DistrictID": str(number), "DistrictCode": code, "DistrictName": name}
        for number, (kind, code, name) in enumerate(
            [
                ("County Council", "5", "COUNCIL 5"),
                ("City", "SPR", PLACE),
                ("School", "403", "RENTON"),
                ("Port", "1", "PORT"),
            ]
        )
    ]
    order, without_title = layout.recognise.orders
    (history,) = layout.history.recognise.orders
    (beside,) = layout.companions[0].recognise.orders
    other_id = ["VotingHistoryID", *history[1:]]
    return {
        "20260102_VRDB_Extract.txt": lines(without_title, rows, "|").encode("cp1252"),
        "20170102_VRDB_Extract.txt": lines(order, rows, "\t").encode("cp1252"),
        "20260102_VRDB_VoterHistory.txt": lines(history, votes, "|", header=False).encode(),
        "20170102_VRDB_VoterHistory.txt": lines(other_id, votes, "\t").encode(),
        "Districts_Precincts.txt": lines(beside, districts, "|").encode(),
    }


def michigan() -> dict[str, bytes]:
    """CSV, and the older files of fixed width."""
    codes = {"active": "A", "inactive": "V", "removed": "C", "pending": "R"}
    rows = [
        {
            "LAST_NAME": each.last, "FIRST_NAME": each.first, "MIDDLE_NAME": each.middle, "NAME_SUFFIX": each.suffix,
            "YEAR_OF_BIRTH": str(each.born), "GENDER": each.sex, "STREET_NUMBER": "" if each.secret else str(each.house),
            "STREET_NAME": "CONFIDENTIAL" if each.secret else "OAK", "STREET_TYPE": "" if each.secret else "ST",
            "CITY": PLACE, "STATE_ADDR": "MI", "ZIP_CODE": ZIP, "VOTER_IDENTIFICATION_NUMBER": f"10{each.number:07d}",
            "COUNTY_CODE": "82", "JURISDICTION_CODE": "22000", "PRECINCT": "1", "WARD": "3", "SCHOOL_DISTRICT_CODE": "82010",
            "STATE_HOUSE_DISTRICT_CODE": "9", "STATE_SENATE_DISTRICT_CODE": "3", "US_CONGRESS_DISTRICT_CODE": "13",
            "COUNTY_COMMISSIONER_DISTRICT_CODE": "2", "VOTER_STATUS_TYPE_CODE": codes[each.status],
        }
        for each in CAST
    ]  # fmt: skip
    named = {
        "COUNTY_NAME": "WAYNE",
        "JURISDICTION_NAME": "DETROIT CITY",
        "US_CONGRESS_DISTRICT_NAME": "13TH DISTRICT",
    }
    days = sorted({day for each in CAST for day, _ in election_days(each)})
    votes = [
        {"VOTER_IDENTIFICATION_NUMBER": f"10{each.number:07d}", "COUNTY_CODE": "82", "JURISDICTION_CODE": "22000",
         "SCHOOL_DISTRICT_CODE": "82010", "ELECTION_DATE": iso(day), "ELECTION_CODE": f"{102_000_000 + days.index(day)}",
         "IS_ABSENTEE_VOTER": "N"}
        for each in CAST
        for day, _ in election_days(each)
    ]  # fmt: skip
    codes_of_days = [
        {"ELECTION_CODE": f"{102_000_000 + place}", "ELECTION_DATE": f"{month:02d}{day:02d}{year}",
         "ELECTION_DESCRIPTION": "STATE ELECTION"}
        for place, (year, month, day) in enumerate(days)
    ]  # fmt: skip
    layout = LAYOUTS["michigan"]
    assert layout.history
    (order,), (history,) = layout.recognise.orders, layout.history.recognise.orders
    (places,), (history_places,) = layout.recognise.positions, layout.history.recognise.positions
    (code_places,) = layout.companions[0].recognise.positions
    registered = dict(zip((each.number for each in CAST), (each.registered for each in CAST), strict=True))
    dated = [row | named | {"REGISTRATION_DATE": iso(registered[number])} for number, row in enumerate(rows, 1)]
    older = [
        row | {"REGISTRATION_DATE": "{1:02d}{2:02d}{0}".format(*registered[number])}
        for number, row in enumerate(rows, 1)
    ]
    # As the file of 2024: each row of the history has a comma more than the header.
    header, *others = lines(history, votes, ",", '"').split("\r\n")[:-1]
    return {
        "EntireStateVoters.csv": lines(order, dated, ",", '"').encode("latin-1"),
        "EntireStateVoterHistory.csv": "\r\n".join([header, *(f"{line}," for line in others), ""]).encode(),
        "entire_state_v.lst": fixed(places, older).encode("latin-1"),
        "entire_state_h.lst": fixed(history_places, votes).encode(),
        "electionscd.lst": fixed(code_places, codes_of_days).encode(),
    }


def colorado() -> dict[str, bytes]:
    """The list in two parts, the Master list, and the history; latin-1, UTF-8 with a mark, and pipes."""
    codes = {"active": "Active", "inactive": "Inactive", "removed": "Cancelled", "pending": "Preregistrant"}
    parties = {"D": "DEM", "R": "REP", "": "UAF"}
    rows = [
        {
            "VOTER_ID": f"60{each.number:05d}", "COUNTY_CODE": "16", "COUNTY": "Denver", "LAST_NAME": each.last,
            "FIRST_NAME": each.first, "MIDDLE_NAME": each.middle, "NAME_SUFFIX": each.suffix,
            "STATUS": codes[each.status], "VOTER_STATUS": codes[each.status], "RESIDENTIAL_ADDRESS": address(each),
            "RESIDENTIAL_CITY": PLACE, "RESIDENTIAL_STATE": "CO", "RESIDENTIAL_ZIP_CODE": ZIP,
            "REGISTRATION_DATE": american(each.registered), "BIRTH_YEAR": str(each.born),
            "GENDER": {"M": "Male", "F": "Female"}[each.sex], "PRECINCT": "1234516001", "PRECINCT_CODE": "1234516001",
            "PARTY": parties[each.party], "PHONE_NUM": each.phone, "CONGRESSIONAL": "Congressional 1",
            "STATE_SENATE": "State Senate 31", "STATE_HOUSE": "State House 2", "MUNICIPALITY": "Denver",
        }
        for each in CAST
    ]  # fmt: skip
    votes = [
        {"VOTER_ID": f"60{each.number:05d}", "ELECTION_TYPE": "Coordinated" if day[0] % 2 else kind.title(),
         "ELECTION_DATE": american(day), "ELECTION_DESCRIPTION": f"{day[0]} election", "VOTING_METHOD": "Mail Ballot",
         "PARTY": "", "COUNTY_NAME": "Denver"}
        for each in CAST
        for day, kind in election_days(each)
    ]  # fmt: skip
    layout = LAYOUTS["colorado"]
    assert layout.history
    order, master = layout.recognise.orders
    (history,) = layout.history.recognise.orders
    master = (*master, "FIRE", "METROPOLITAN", "WATER")
    return {
        "Registered_Voters_List_Part1.txt": lines(order, rows[:3], ",", '"').encode("latin-1"),
        "Registered_Voters_List_Part2.txt": lines(order, rows[3:], ",", '"').encode("latin-1"),
        "EX-003_Master_Voting_History_List.csv": lines(history, votes, ",", '"').encode("utf-8-sig"),
        "EX-003_Master_Voter_List.csv": lines(master, rows, ",", '"').encode("utf-8-sig"),
        "Registered_Voters_List_2012.txt": lines(order, rows, "|").encode("latin-1"),
    }


def van() -> dict[str, bytes]:
    """An export that is tab-separated text named .xls; headers with trailing blanks; elections in columns."""
    codes = {"active": "Active", "inactive": "Inactive", "removed": "Dropped", "pending": "Applicant"}
    order = [
        "Voter File VANID", "LastName", "FirstName", "MiddleName", "Suffix ", "Sex", "Age", "DOB", "Party ", "Address",
        "City", "State", "Zip5", "vAddress", "mZip5", "Preferred Phone ", "Cell Phone", "PreferredEmail", "DateReg",
        "Voter Status", "CountyName", "PrecinctName", "CD", "SD", "HD", "General24", "General23", "General22", "General20",
        "General18", "General16", "Primary24",
    ]  # fmt: skip
    rows = [
        {
            "Voter File VANID": str(300_000 + each.number), "LastName": each.last, "FirstName": each.first,
            "MiddleName": each.middle, "Suffix ": each.suffix, "Sex": each.sex, "DOB": american(each.birthday),
            "Party ": each.party or "U", "Address": address(each), "City": PLACE, "State": "OH", "Zip5": ZIP,
            "vAddress": address(each), "Preferred Phone ": each.phone and f"({each.phone[:3]}) {each.phone[3:6]}-{each.phone[6:]}",
            "DateReg": american(each.registered), "Voter Status": codes[each.status], "CountyName": "CLARK",
            "PrecinctName": "1-A", "CD": "03", "SD": "15", "HD": "001",
            **{f"General{day[0] % 100}": "AEY"[each.number % 3] for day, kind in election_days(each) if kind == "GENERAL"},
            **{f"Primary{day[0] % 100}": "Y" for day, kind in election_days(each) if kind == "PRIMARY"},
        }
        for each in CAST
    ]  # fmt: skip
    text = lines(order, rows, "\t")
    return {"export.xls": text.encode("cp1252"), "export.txt": text.encode("utf-16")}


def van_export_job() -> dict[str, bytes]:
    """Zero-padded districts; no status, so that what is removed cannot be in it."""
    (order,) = LAYOUTS["van-export-job"].recognise.orders
    rows = [
        {
            "CanvassFileRequestID": "77", "VanID": str(300_000 + each.number), "FirstName": each.first,
            "LastName": each.last, "StreetAddress": address(each), "City": PLACE, "State": "OH", "ZipOrPostal": ZIP,
            "County": "CLARK", "CellPhone": each.phone, "CongressionalDistrict": "003", "StateHouse": "001",
            "StateSenate": "015", "Party": each.party or "I",
        }
        for each in CAST
        if each.status in {"active", "inactive"}
    ]  # fmt: skip
    return {"canvassfile_77.csv": lines(order, rows, ",").encode()}


def l2() -> dict[str, bytes]:
    """Prefixed names with votes beside; bare names with the votes in a file of their own."""
    parties = {"D": "Democratic", "R": "Republican", "": "Non-Partisan"}
    codes = {"active": "A", "inactive": "I", "removed": "R", "pending": "C"}
    order = [
        "SEQUENCE", "LALVOTERID", "Voters_Active", "Voters_StateVoterID", "Voters_FirstName", "Voters_MiddleName",
        "Voters_LastName", "Voters_NameSuffix", "Residence_Addresses_AddressLine", "Residence_Addresses_ExtraAddressLine",
        "Residence_Addresses_City", "Residence_Addresses_State", "Residence_Addresses_Zip", "Voters_Gender", "Voters_Age",
        "Voters_BirthDate", "Parties_Description", "Ethnic_Description", "VoterTelephones_LandlineFormatted",
        "VoterTelephones_CellPhoneFormatted", "Voters_OfficialRegDate", "County", "Precinct", "US_Congressional_District",
        "State_Senate_District", "State_House_District",
    ]  # fmt: skip
    elections = {day: f"General_{day[0]}" for day in ((year, *rest) for year, rest in GENERALS.items())}
    rows = [
        {
            "LALVOTERID": f"LALOH{each.number}", "Voters_Active": codes[each.status], "Voters_FirstName": each.first.title(),
            "Voters_MiddleName": each.middle.title(), "Voters_LastName": each.last.title(),
            "Voters_NameSuffix": each.suffix, "Residence_Addresses_AddressLine": address(each).title(),
            "Residence_Addresses_City": PLACE.title(), "Residence_Addresses_State": "OH", "Residence_Addresses_Zip": ZIP,
            "Voters_Gender": each.sex, "Voters_BirthDate": american(each.birthday),
            "Parties_Description": parties[each.party], "Ethnic_Description": "SECRETETHNIC",
            "VoterTelephones_CellPhoneFormatted": each.phone and f"({each.phone[:3]}) {each.phone[3:6]}-{each.phone[6:]}",
            "Voters_OfficialRegDate": american(each.registered), "County": "CLARK", "Precinct": "1-A",
            "US_Congressional_District": "03", "State_Senate_District": "15", "State_House_District": "001",
            **{name: "Y" for day, name in elections.items() if day[0] in each.votes},
            **{f"{name}_{day[1]:02d}_{day[2]:02d}": "A" for day, name in elections.items() if day[0] in each.votes},
            "Voted in 2024 Primary": "E" if 2024 in each.votes else "",
        }
        for each in CAST
    ]  # fmt: skip
    dated = [f"{name}_{day[1]:02d}_{day[2]:02d}" for day, name in elections.items()]
    without = [name.removeprefix("Voters_").removeprefix("Residence_Addresses_") for name in order]
    bare = [
        {name.removeprefix("Voters_").removeprefix("Residence_Addresses_"): text for name, text in row.items()}
        for row in rows
    ]
    return {
        "voters.csv": lines([*order, *elections.values(), "Voted in 2024 Primary"], rows, ",", '"').encode(),
        "VM2--OH--DEMOGRAPHIC.tab": lines(without, bare, "\t").encode("latin-1"),
        "VM2--OH--VOTEHISTORY.tab": lines(["LALVOTERID", *dated], rows, "\t").encode(),
    }


def targetsmart() -> dict[str, bytes]:
    """Both ways of writing the prefix."""
    parties = {"D": "Democrat", "R": "Republican", "": "Unaffiliated"}
    codes = {"active": "Active", "inactive": "Inactive", "removed": "Dropped", "pending": "Unregistered"}
    order = [
        "voterbase_id", "vb_tsmart_first_name", "vb_tsmart_middle_name", "vb_tsmart_last_name", "vb_tsmart_name_suffix",
        "vb_tsmart_full_address", "vb_tsmart_city", "vb_tsmart_state", "vb_tsmart_zip", "vb_vf_county_name", "vb_vf_party",
        "vb_vf_voter_status", "vb_vf_registration_date", "vb_voterbase_registration_status", "vb_voterbase_deceased_flag",
        "vb_voterbase_dob", "vb_voterbase_age", "vb_voterbase_gender", "vb_voterbase_race", "vb_voterbase_phone",
        "vb_vf_cd", "vb_vf_sd", "vb_vf_hd", "vb_vf_precinct_name", "vb_vf_g2024", "vb_vf_g2023", "vb_vf_g2022", "vb_vf_g2020",
        "vb_vf_g2018", "vb_vf_g2016", "vb_vf_p2024", "ts_tsmart_partisan_score",
    ]  # fmt: skip
    rows = [
        {
            "voterbase_id": f"OH-{each.number}", "vb_tsmart_first_name": each.first.title(),
            "vb_tsmart_middle_name": each.middle.title(), "vb_tsmart_last_name": each.last.title(),
            "vb_tsmart_name_suffix": each.suffix, "vb_tsmart_full_address": address(each), "vb_tsmart_city": PLACE.title(),
            "vb_tsmart_state": "OH", "vb_tsmart_zip": ZIP, "vb_vf_county_name": "CLARK", "vb_vf_party": parties[each.party],
            "vb_vf_voter_status": codes[each.status], "vb_vf_registration_date": compact(each.registered),
            "vb_voterbase_registration_status": "Unregistered" if each.status == "pending" else "Registered",
            "vb_voterbase_dob": compact(each.birthday), "vb_voterbase_gender": {"M": "Male", "F": "Female"}[each.sex],
            "vb_voterbase_race": "SECRETRACE", "vb_voterbase_phone": each.phone, "vb_vf_cd": "003", "vb_vf_sd": "015",
            "vb_vf_hd": "001", "vb_vf_precinct_name": "1-A",
            **{f"vb_vf_{kind[0].lower()}{day[0]}": "APY"[each.number % 3] for day, kind in election_days(each)},
        }
        for each in CAST
    ]  # fmt: skip
    dotted = {name: name.replace("vb_", "vb.", 1).replace("ts_tsmart", "ts.tsmart") for name in order}
    dotted["voterbase_id"] = "vb.voterbase_id"
    renamed = [{dotted[name]: text for name, text in row.items()} for row in rows]
    return {
        "targetsmart.csv": lines(order, rows, ",", '"').encode(),
        "targetsmart_dotted.csv": lines(list(dotted.values()), renamed, ",").encode(),
    }


def pdi() -> dict[str, bytes]:
    """As far as it is known."""
    parties = {"D": "DEM", "R": "REP", "": "DTS"}
    codes = {"active": "A", "inactive": "I", "removed": "C", "pending": "P"}
    order = [
        "PDI ID", "First Name", "Middle Name", "Last Name", "Suffix", "Gender", "Birth Date", "Party", "Address", "City",
        "State", "Zip", "County", "Precinct", "Election Precinct", "Phone", "Cell Phone", "Registration Date", "Voter Status",
        "Congressional District", "Senate District", "Assembly District", "G24", "G22", "G20", "G18", "P24",
    ]  # fmt: skip
    rows = [
        {
            "PDI ID": str(900_000 + each.number), "First Name": each.first, "Middle Name": each.middle,
            "Last Name": each.last, "Suffix": each.suffix, "Gender": each.sex, "Birth Date": american(each.birthday),
            "Party": parties[each.party], "Address": address(each), "City": PLACE, "State": "CA", "Zip": ZIP,
            "County": "CLARK", "Precinct": "1-A", "Phone": each.phone, "Registration Date": american(each.registered),
            "Voter Status": codes[each.status], "Congressional District": "3", "Senate District": "15",
            "Assembly District": "1", **{f"G{year % 100}": "P" for year in each.votes},
        }
        for each in CAST
    ]  # fmt: skip
    return {"pdi.csv": lines(order, rows, ",", '"').encode()}


WRITERS: dict[str, Callable[[], dict[str, bytes]]] = {
    "north-carolina": north_carolina, "ohio": ohio, "florida": florida, "washington": washington, "michigan": michigan,
    "colorado": colorado, "van": van, "van-export-job": van_export_job, "l2": l2, "targetsmart": targetsmart, "pdi": pdi,
}  # fmt: skip
"""Layout to what writes its samples: name of the file to its bytes."""


def write_all() -> None:
    """Writes every sample."""
    for layout, writer in WRITERS.items():
        folder = FOLDER / layout
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in writer().items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    write_all()
