"""What a voter file's parties and districts are called on the screen, for volunteers and organizers alike."""

from PySide6.QtCore import QObject


class VoterWords(QObject):
    """Words for the codes of voter files, in the language that is spoken now."""

    def party(self, code: str) -> str:
        """A party by the code of a voter file, which itself stands where it is not known."""
        return {
            "D": self.tr("Democratic"),
            "DEM": self.tr("Democratic"),
            "R": self.tr("Republican"),
            "REP": self.tr("Republican"),
            "UNA": self.tr("Unaffiliated"),
            "NPA": self.tr("No party"),
            "LIB": self.tr("Libertarian"),
            "GRE": self.tr("Green"),
        }.get(code.upper(), code)

    def district_kind(self, kind: str) -> str:
        """What a kind of district is called: a name of ours where the layouts declare it, else as the file says."""
        known = self._usual_kinds() | self._further_kinds()
        return known.get(kind, kind.replace("_", " ").capitalize())

    def district(self, kind: str, code: str) -> str:
        """A district within its kind: names of places as people write them, codes as they are."""
        return code.title() if kind in ("county", "city") else code

    def _usual_kinds(self) -> dict[str, str]:
        return {
            "county": self.tr("County"),
            "city": self.tr("City"),
            "congressional": self.tr("Congressional district"),
            "state_senate": self.tr("State senate"),
            "state_house": self.tr("State house"),
            "county_commission": self.tr("County commission"),
            "municipality": self.tr("Municipality"),
            "ward": self.tr("Ward"),
            "school": self.tr("School district"),
            "precinct": self.tr("Precinct"),
        }

    def _further_kinds(self) -> dict[str, str]:
        return {
            "board_of_equalization": self.tr("Board of equalization"),
            "borough": self.tr("Borough"),
            "career_center": self.tr("Career center"),
            "city_council": self.tr("City council"),
            "city_school": self.tr("City school district"),
            "community_college": self.tr("Community college"),
            "council": self.tr("Council"),
            "county_council": self.tr("County council"),
            "county_court": self.tr("County court"),
            "county_legislative": self.tr("County legislative district"),
            "county_supervisorial": self.tr("County supervisor district"),
            "court_of_appeals": self.tr("Court of appeals"),
            "district_2": self.tr("Second district"),
            "educational_service_center": self.tr("Educational service center"),
            "election_precinct": self.tr("Election precinct"),
            "exempted_village_school": self.tr("Exempted village school district"),
            "fire": self.tr("Fire district"),
            "hospital": self.tr("Hospital district"),
            "judicial": self.tr("Judicial district"),
            "jurisdiction": self.tr("Jurisdiction"),
            "legislative": self.tr("Legislative district"),
            "library": self.tr("Library district"),
            "local_school": self.tr("Local school district"),
            "municipal_corporation": self.tr("Municipal corporation"),
            "municipal_court": self.tr("Municipal court"),
            "municipal_district": self.tr("Municipal district"),
            "port": self.tr("Port district"),
            "precinct_group": self.tr("Group of precincts"),
            "precinct_part": self.tr("Part of a precinct"),
            "precinct_split": self.tr("Split of a precinct"),
            "precinct_suffix": self.tr("Suffix of a precinct"),
            "prosecutorial": self.tr("Prosecutorial district"),
            "regional_transportation": self.tr("Regional transportation district"),
            "rescue": self.tr("Rescue district"),
            "sanitation": self.tr("Sanitation district"),
            "school_board": self.tr("School board"),
            "school_precinct": self.tr("School precinct"),
            "sewer": self.tr("Sewer district"),
            "split": self.tr("Split"),
            "state_board_of_education": self.tr("State board of education"),
            "superior_court": self.tr("Superior court"),
            "supervisor": self.tr("Supervisor district"),
            "township": self.tr("Township"),
            "university_regents": self.tr("University regents"),
            "village": self.tr("Village"),
            "village_precinct": self.tr("Village precinct"),
            "vtd": self.tr("Voting tabulation district"),
            "water": self.tr("Water district"),
        }
