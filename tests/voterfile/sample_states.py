"""Samples of the states' voter files, each in its true format, about the people of `cast`."""

from tests.voterfile.cast import CAST, GENERALS, OTHERS, PLACE, ZIP, Person
from tests.voterfile.sample_writing import LAYOUTS, address, american, election_days, fixed, iso, lines


def north_carolina() -> dict[str, bytes]:
    """Both headers, and the history."""
    codes = {"active": "A", "inactive": "I", "removed": "R", "pending": "D", "dead": "R"}
    parties = {"D": "DEM", "R": "REP", "": "UNA"}
    rows = [
        {
            "county_id": "92", "county_desc": "ELM", "voter_reg_num": f"{each.number:012d}",
            "ncid": f"BN{each.number:06d}",
            "last_name": each.last, "first_name": each.first, "middle_name": each.middle,
            "midl_name": each.middle,
            "name_suffix_lbl": each.suffix, "name_sufx_cd": each.suffix, "status_cd": codes[each.status],
            "res_street_address": each.street, "res_city_desc": PLACE, "state_cd": "NC", "zip_code": ZIP,
            "full_phone_number": each.phone, "confidential_ind": "Y" if each.secret else "N",
            "Confidential_ind": "Y" if each.secret else "N", "registr_dt": american(each.registered),
            "party_cd": parties[each.party], "gender_code": each.sex, "birth_year": str(each.born),
            "race_code": "SECRETRACE", "ethnic_code": "SECRETETHNIC", "cong_dist_abbrv": "4",
            "nc_senate_abbrv": "13",
            "nc_house_abbrv": "33", "precinct_abbrv": "01-02", "super_court_abbrv": "10A", "judic_dist_abbrv": "10",
            "dist_1_abbrv": "10", "dist_1_desc": "10TH PROSECUTORIAL", "township_abbrv": "07",
            "fire_dist_abbrv": "EF", "fire_dist_desc": "ELM FIRE", "water_dist_abbrv": "W1",
            "rescue_dist_abbrv": f"R{each.number % 2}", "vtd_abbrv": "01-02",
        }
        for each in CAST
    ]  # fmt: skip
    votes = [
        {"county_desc": "ELM", "ncid": f"BN{each.number:06d}", "election_lbl": american(day),
         "election_desc": f"{american(day)} {'MUNICIPAL' if day[0] % 2 else kind}",
         "voting_method": "IN-PERSON"}
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
            "VOTER_STATUS": codes[each.status], "PARTY_AFFILIATION": each.party,
            "RESIDENTIAL_ADDRESS1": address(each),
            "RESIDENTIAL_CITY": PLACE, "RESIDENTIAL_STATE": "OH", "RESIDENTIAL_ZIP": ZIP,
            "CITY": f"{PLACE} CITY",
            "CONGRESSIONAL_DISTRICT": "03", "STATE_SENATE_DISTRICT": "15",
            "STATE_REPRESENTATIVE_DISTRICT": "01",
            "CAREER_CENTER": "MIAMI VALLEY CTC", "COURT_OF_APPEALS": "10", "LIBRARY": "SPRINGFIELD LIBRARY",
            "MUNICIPAL_COURT_DISTRICT": "SPRINGFIELD", "LOCAL_SCHOOL_DISTRICT": "OAK LOCAL SD",
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
            "County_Commission_District": "2", "School_Board_District": "5", "Precinct_Group": "1",
            "Precinct_Split": f"12.{each.number % 2}", "Precinct_Suffix": "A",
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
            "StateVoterID": f"WA{each.number:09d}", "FName": each.first, "MName": each.middle,
            "LName": each.last,
            "NameSuffix": each.suffix, "Birthdate": str(each.born), "Gender": each.sex,
            "RegStNum": "" if each.secret else str(each.house),
            "RegStName": "CONFIDENTIAL" if each.secret else "OAK",
            "RegStType": "" if each.secret else "ST", "RegCity": PLACE, "RegState": "WA", "RegZipCode": ZIP,
            "CountyCode": "KI", "PrecinctCode": "1234", "PrecinctPart": "0", "LegislativeDistrict": "37",
            "CongressionalDistrict": "9", "Registrationdate": american(each.registered),
            "StatusCode": codes[each.status],
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
                ("Fire", "16", "OAK FIRE"),
                ("Public Utility", "2", "PUD 2"),
                ("Superior Court Judge", "KI", "KING SUPERIOR COURT"),
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
            "LAST_NAME": each.last, "FIRST_NAME": each.first, "MIDDLE_NAME": each.middle,
            "NAME_SUFFIX": each.suffix,
            "YEAR_OF_BIRTH": str(each.born), "GENDER": each.sex,
            "STREET_NUMBER": "" if each.secret else str(each.house),
            "STREET_NAME": "CONFIDENTIAL" if each.secret else "OAK", "STREET_TYPE": "" if each.secret else "ST",
            "CITY": PLACE, "STATE_ADDR": "MI", "ZIP_CODE": ZIP,
            "VOTER_IDENTIFICATION_NUMBER": f"10{each.number:07d}",
            "COUNTY_CODE": "82", "JURISDICTION_CODE": "22000", "PRECINCT": "1", "WARD": "3",
            "SCHOOL_DISTRICT_CODE": "82010", "VILLAGE_DISTRICT_CODE": "00310", "VILLAGE_PRECINCT": "2",
            "SCHOOL_PRECINCT": "4",
            "STATE_HOUSE_DISTRICT_CODE": "9", "STATE_SENATE_DISTRICT_CODE": "3",
            "US_CONGRESS_DISTRICT_CODE": "13",
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
         "SCHOOL_DISTRICT_CODE": "82010", "ELECTION_DATE": iso(day),
         "ELECTION_CODE": f"{102_000_000 + days.index(day)}",
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
            "STATUS": codes[each.status], "VOTER_STATUS": codes[each.status],
            "RESIDENTIAL_ADDRESS": address(each),
            "RESIDENTIAL_CITY": PLACE, "RESIDENTIAL_STATE": "CO", "RESIDENTIAL_ZIP_CODE": ZIP,
            "REGISTRATION_DATE": american(each.registered), "BIRTH_YEAR": str(each.born),
            "GENDER": {"M": "Male", "F": "Female"}[each.sex], "PRECINCT": "1234516001",
            "PRECINCT_CODE": "1234516001",
            "PARTY": parties[each.party], "PHONE_NUM": each.phone, "CONGRESSIONAL": "Congressional 1",
            "SPLIT": "1", "JUDICIAL": "Judicial District 2", "FIRE": "West Metro Fire",
            "METROPOLITAN": "Metro 7", "WATER": "Denver Water", "MOFFAT_TUNNEL": "Moffat Tunnel",
            "STATE_SENATE": "State Senate 31", "STATE_HOUSE": "State House 2", "MUNICIPALITY": "Denver",
        }
        for each in CAST
    ]  # fmt: skip
    votes = [
        {"VOTER_ID": f"60{each.number:05d}", "ELECTION_TYPE": "Coordinated" if day[0] % 2 else kind.title(),
         "ELECTION_DATE": american(day), "ELECTION_DESCRIPTION": f"{day[0]} election",
         "VOTING_METHOD": "Mail Ballot",
         "PARTY": "", "COUNTY_NAME": "Denver"}
        for each in CAST
        for day, kind in election_days(each)
    ]  # fmt: skip
    layout = LAYOUTS["colorado"]
    assert layout.history
    order, master = layout.recognise.orders
    (history,) = layout.history.recognise.orders
    master = (*master, "FIRE", "METROPOLITAN", "WATER", "MOFFAT_TUNNEL")
    return {
        "Registered_Voters_List_Part1.txt": lines(order, rows[:3], ",", '"').encode("latin-1"),
        "Registered_Voters_List_Part2.txt": lines(order, rows[3:], ",", '"').encode("latin-1"),
        "EX-003_Master_Voting_History_List.csv": lines(history, votes, ",", '"').encode("utf-8-sig"),
        "EX-003_Master_Voter_List.csv": lines(master, rows, ",", '"').encode("utf-8-sig"),
        "Registered_Voters_List_2012.txt": lines(order, rows, "|").encode("latin-1"),
    }
