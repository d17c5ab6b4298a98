"""Samples of the vendors' voter files, each in its true format, about the people of `cast`."""

from tests.voterfile.cast import CAST, GENERALS, PLACE, ZIP
from tests.voterfile.sample_writing import LAYOUTS, address, american, compact, election_days, lines


def written(phone: str) -> str:
    """A phone number as vendors write it."""
    return phone and f"({phone[:3]}) {phone[3:6]}-{phone[6:]}"


def van() -> dict[str, bytes]:
    """An export that is tab-separated text named .xls; headers with trailing blanks; elections in columns."""
    codes = {"active": "Active", "inactive": "Inactive", "removed": "Dropped", "pending": "Applicant"}
    order = [
        "Voter File VANID", "LastName", "FirstName", "MiddleName", "Suffix ", "Sex", "Age", "DOB", "Party ",
        "Address",
        "City", "State", "Zip5", "vAddress", "mZip5", "Preferred Phone ", "Cell Phone", "PreferredEmail",
        "DateReg",
        "Voter Status", "CountyName", "PrecinctName", "JudicialDistrict", "FireDistrictName", "PortDistrict", "CD",
        "SD", "HD", "General24", "General23", "General22",
        "General20",
        "General18", "General16", "Primary24",
    ]  # fmt: skip
    rows = [
        {
            "Voter File VANID": str(300_000 + each.number), "LastName": each.last, "FirstName": each.first,
            "MiddleName": each.middle, "Suffix ": each.suffix, "Sex": each.sex, "DOB": american(each.birthday),
            "Party ": each.party or "U", "Address": address(each), "City": PLACE, "State": "OH", "Zip5": ZIP,
            "vAddress": address(each),
            "Preferred Phone ": written(each.phone),
            "DateReg": american(each.registered), "Voter Status": codes[each.status], "CountyName": "CLARK",
            "PrecinctName": "1-A", "JudicialDistrict": "JD-02", "FireDistrictName": "OAK FIRE",
            "PortDistrict": "Port 1", "CD": "03", "SD": "15", "HD": "001",
            **{f"General{day[0] % 100}": "AEY"[each.number % 3] for day,
            kind in election_days(each) if kind == "GENERAL"},
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
            "LastName": each.last, "StreetAddress": address(each), "City": PLACE, "State": "OH",
            "ZipOrPostal": ZIP,
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
        "SEQUENCE", "LALVOTERID", "Voters_Active", "Voters_StateVoterID", "Voters_FirstName",
        "Voters_MiddleName",
        "Voters_LastName", "Voters_NameSuffix", "Residence_Addresses_AddressLine",
        "Residence_Addresses_ExtraAddressLine",
        "Residence_Addresses_City", "Residence_Addresses_State", "Residence_Addresses_Zip", "Voters_Gender",
        "Voters_Age",
        "Voters_BirthDate", "Parties_Description", "Ethnic_Description", "VoterTelephones_LandlineFormatted",
        "VoterTelephones_CellPhoneFormatted", "Voters_OfficialRegDate", "County", "Precinct",
        "US_Congressional_District",
        "State_Senate_District", "State_House_District", "Judicial_District", "Fire_District",
        "Community_College_District", "Mosquito_Abatement_District",
    ]  # fmt: skip
    elections = {day: f"General_{day[0]}" for day in ((year, *rest) for year, rest in GENERALS.items())}
    rows = [
        {
            "LALVOTERID": f"LALOH{each.number}", "Voters_Active": codes[each.status],
            "Voters_FirstName": each.first.title(),
            "Voters_MiddleName": each.middle.title(), "Voters_LastName": each.last.title(),
            "Voters_NameSuffix": each.suffix, "Residence_Addresses_AddressLine": address(each).title(),
            "Residence_Addresses_City": PLACE.title(), "Residence_Addresses_State": "OH",
            "Residence_Addresses_Zip": ZIP,
            "Voters_Gender": each.sex, "Voters_BirthDate": american(each.birthday),
            "Parties_Description": parties[each.party], "Ethnic_Description": "SECRETETHNIC",
            "VoterTelephones_CellPhoneFormatted": written(each.phone),
            "Voters_OfficialRegDate": american(each.registered), "County": "CLARK", "Precinct": "1-A",
            "US_Congressional_District": "03", "State_Senate_District": "15", "State_House_District": "001",
            "Judicial_District": "02", "Fire_District": "OAK FIRE", "Community_College_District": "7",
            "Mosquito_Abatement_District": "1",
            **{name: "Y" for day, name in elections.items() if day[0] in each.votes},
            **{f"{name}_{day[1]:02d}_{day[2]:02d}": "A" for day,
            name in elections.items() if day[0] in each.votes},
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
        "voterbase_id", "vb_tsmart_first_name", "vb_tsmart_middle_name", "vb_tsmart_last_name",
        "vb_tsmart_name_suffix",
        "vb_tsmart_full_address", "vb_tsmart_city", "vb_tsmart_state", "vb_tsmart_zip", "vb_vf_county_name",
        "vb_vf_party",
        "vb_vf_voter_status", "vb_vf_registration_date", "vb_voterbase_registration_status",
        "vb_voterbase_deceased_flag",
        "vb_voterbase_dob", "vb_voterbase_age", "vb_voterbase_gender", "vb_voterbase_race",
        "vb_voterbase_phone",
        "vb_vf_cd", "vb_vf_sd", "vb_vf_hd", "vb_vf_township", "vb_vf_judicial_district",
        "vb_vf_city_council", "vb_vf_precinct_name", "vb_vf_g2024", "vb_vf_g2023", "vb_vf_g2022",
        "vb_vf_g2020",
        "vb_vf_g2018", "vb_vf_g2016", "vb_vf_p2024", "ts_tsmart_partisan_score",
    ]  # fmt: skip
    rows = [
        {
            "voterbase_id": f"OH-{each.number}", "vb_tsmart_first_name": each.first.title(),
            "vb_tsmart_middle_name": each.middle.title(), "vb_tsmart_last_name": each.last.title(),
            "vb_tsmart_name_suffix": each.suffix, "vb_tsmart_full_address": address(each),
            "vb_tsmart_city": PLACE.title(),
            "vb_tsmart_state": "OH", "vb_tsmart_zip": ZIP, "vb_vf_county_name": "CLARK",
            "vb_vf_party": parties[each.party],
            "vb_vf_voter_status": codes[each.status], "vb_vf_registration_date": compact(each.registered),
            "vb_voterbase_registration_status": "Unregistered" if each.status == "pending" else "Registered",
            "vb_voterbase_dob": compact(each.birthday), "vb_voterbase_gender": {"M": "Male",
            "F": "Female"}[each.sex],
            "vb_voterbase_race": "SECRETRACE", "vb_voterbase_phone": each.phone, "vb_vf_cd": "003",
            "vb_vf_sd": "015",
            "vb_vf_township": "OAK", "vb_vf_judicial_district": "002", "vb_vf_city_council": "4",
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
        "PDI ID", "First Name", "Middle Name", "Last Name", "Suffix", "Gender", "Birth Date", "Party",
        "Address", "City",
        "State", "Zip", "County", "Precinct", "Election Precinct", "Phone", "Cell Phone", "Registration Date",
        "Voter Status",
        "Congressional District", "Senate District", "Assembly District", "Supervisor District", "Water District",
        "Community College District", "G24", "G22", "G20", "G18", "P24",
    ]  # fmt: skip
    rows = [
        {
            "PDI ID": str(900_000 + each.number), "First Name": each.first, "Middle Name": each.middle,
            "Last Name": each.last, "Suffix": each.suffix, "Gender": each.sex,
            "Birth Date": american(each.birthday),
            "Party": parties[each.party], "Address": address(each), "City": PLACE, "State": "CA", "Zip": ZIP,
            "County": "CLARK", "Precinct": "1-A", "Phone": each.phone,
            "Registration Date": american(each.registered),
            "Voter Status": codes[each.status], "Congressional District": "3", "Senate District": "15",
            "Assembly District": "1", "Supervisor District": "2", "Water District": "EBMUD 3",
            "Community College District": "PERALTA", **{f"G{year % 100}": "P" for year in each.votes},
        }
        for each in CAST
    ]  # fmt: skip
    return {"pdi.csv": lines(order, rows, ",", '"').encode()}
