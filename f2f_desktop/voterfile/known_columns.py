"""What the columns of voter files are called, and what their values look like: the ground of a proposed mapping.

Names are `bare` (letters and digits), likelier ones first.
"""

import re

DATE_FORMATS = ("%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%m-%d-%Y", "%m/%d/%y", "%d/%m/%Y", "%m%d%Y")
PERSON_NAMES = {
    "id": "voterid voteridnumber voteridentificationnumber statevoterid ncid sosvoterid registrationid"
    " regid voternumber regnum regno registrationno voterno vuid"
    " voterregnum registrationnumber vanid voterfilevanid pdiid lalvoterid voterbaseid idvoter id",
    "first_name": "firstname fname namefirst first givenname given forename firstnames"
    " givennames tsmartfirstname votersfirstname",
    "middle_name": "middlename mname middlenames namemiddle middle mi middleinitial tsmartmiddlename votersmiddlename",
    "last_name": "lastname lname namelast last surname familyname family tsmartlastname voterslastname",
    "suffix": "suffix namesuffix sfx generation namesuffixlbl tsmartnamesuffix votersnamesuffix",
    "sex": "sex gender gendercode votersgender voterbasegender",
    "street_address": "residentialaddress residenceaddress residenceaddressline1 residentialaddress1 resstreetaddress"
    " streetaddress address address1 addressline addressline1 resaddress vaddress street regaddress tsmartfulladdress"
    " residenceaddressesaddressline",
    "city": "residentialcity residencecity rescity rescitydesc city vcity regcity town municipality tsmartcity"
    " residenceaddressescity",
    "zip": "residentialzip residencezip residencezipcode residentialzipcode reszip zip zip5 zipcode postcode postalcode"
    " regzipcode vzip5 ziporpostal tsmartzip residenceaddresseszip",
    "county": "countyname county countydesc countycode countynumber vfcountyname",
    "party": "party partyaffiliation partycd partycode politicalparty registeredparty partyname vfparty"
    " partiesdescription",
    "phone": "phone phonenumber phonenum cellphone cell mobile mobilephone telephone homephone fullphonenumber"
    " preferredphone voterbasephone votertelephonescellphoneformatted",
    "birth_year": "birthyear yearofbirth yob yrofbirth",
    "birth_date": "birthdate dateofbirth dob birthday born voterbasedob votersbirthdate",
    "age": "age currentage birthage votersage voterbaseage",
    "registered": "registrationdate regdate dateregistered registrdt datereg dateofregistration"
    " originalregistrationdate vfregistrationdate votersofficialregdate",
}
DISTRICT_NAMES = {
    "congressional": "congressionaldistrict congressional cd uscongress uscongressdistrictcode ushouse congdist"
    " congdistabbrv uscongressionaldistrict vfcd",
    "state_senate": "statesenatedistrict statesenate sd senatedistrict senate statesenatedistrictcode ncsenateabbrv"
    " vfsd",
    "state_house": "statehousedistrict statehouse hd housedistrict staterepresentativedistrict assemblydistrict"
    " statehousedistrictcode nchouseabbrv legislativedistrict vfhd",
    "county_commission": "countycommissiondistrict countycommissionerdistrict countycommissioner"
    " countycommissionerdistrictcode commissiondistrict countycommissabbrv",
    "ward": "ward wardcode cityward wardabbrv councildistrict citycouncildistrict",
    "school": "schooldistrict school schooldistrictcode schooldistabbrv schoolboarddistrict",
    "precinct": "precinct precinctcode precinctname precinctabbrv precinctid vfprecinctname",
}
STREET_PARTS = (
    (
        "streetnumber housenumber houseno housenum housenr hno hsenum regstnum stnum streetno streetnum stno"
        " addressnumber addressno addrnum buildingnumber buildingno residencenumber reshouseno resstreetnumber"
        " house number"
    ),
    "housesuffix housefraction regstfrac streetnumbersuffix",
    "directionprefix predir regstpredirection streetpredirection predirection streetprefix",
    "streetname regstname stname street road roadname resstreetname residencestreetname",
    "streettype regsttype sttype streetsuffix",
    "directionsuffix postdir regstpostdirection streetpostdirection postdirection",
    "unittype regunittype",
    (
        "unitnum unitnumber regunitnum regstunitnum apartment apt unit extension aptno aptnum aptnumber unitno"
        " apartmentnumber apartmentno"
    ),
)
"""Parts of an address, in their order."""
HOUSE, STREET = 0, 3
"""The places of the two parts without which there is no address."""
STATUS_NAMES = (
    "status voterstatus statuscode statuscd registrationstatus"
    " voterstatuscode voterstatustypecode active regstatus"
)
SECRET_COLUMN = re.compile(
    r"confidential|exempt(ion)?$|protected|safeathome|secret(?!ar)|withh[eo]ld|suppress|^sealed|nonpublic|notpublic"
    r"|^private(record|voter|address|flag|ind)?$|shielded"
)
"""Names (made bare) of columns that may tell whose record must not be shown."""
KEPT_STATUS = re.compile(r"(ACT|A|I|IN|INA|ACTIVE|INACTIVE|REGISTERED|Y|YES|V|S|)", re.IGNORECASE)
ELECTION_PATTERNS = (
    "general-(?P<month>[0-9]{2})/(?P<day>[0-9]{2})/(?P<year>[0-9]{4})",
    "general[ _-]?(?P<year>[0-9]{4})",
    "general[ _-]?(?P<year>[0-9]{2})",
    "general_(?P<year>[0-9]{4})_(?P<month>[0-9]{2})_(?P<day>[0-9]{2})",
    "(voted in )?(?P<year>[0-9]{4})[ _-]?general( election)?",
    "(vb[._])?(vf_)?g(?P<year>[0-9]{4})",
    "(gen|g)[ _-]?(?P<year>[0-9]{2})",
)
VALUE_SHAPES: dict[str, str] = {
    "zip": "[0-9]{5}(-?[0-9]{4})?",
    "phone": r"\+?1?[ .-]?\(?[2-9][0-9]{2}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{4}",
    "sex": "[MFUX]|MALE|FEMALE|UNKNOWN",
    "birth_year": "(19|20)[0-9]{2}",
    "age": "[1-9][0-9]|10[0-9]",
    "party": "[A-Z]{1,3}|DEMOCRAT(IC)?( PARTY)?|REPUBLICAN( PARTY)?|UNAFFILIATED|NON-?PARTISAN|LIBERTARIAN|GREEN",
    "first_name": r"[^\W\d_][^\d_]*",
    "last_name": r"[^\W\d_][^\d_]*",
    "city": r"[^\W\d_][^\d_]*",
    "street_address": "[0-9]+ .*[A-Z].*|(RR|PO|P.O.) .*",
    "id": "[A-Z]{0,5}[-]?[0-9]{3,}",
}
NUMBER = re.compile(r"[0-9][0-9/.() -]*")
TOLD_BY_VALUES = (
    "id",
    "first_name",
    "last_name",
    "street_address",
    "zip",
    "phone",
    "sex",
    "party",
    "birth_date",
    "registered",
)
"""What can be told from the values alone."""
