"""Names of invented people: common given names and surnames in invented proportions, and a tail of rare ones.

The lists hold only names that thousands bear; who bears which is drawn at random.
"""

import itertools

import numpy as np
from numpy.typing import NDArray

FEMALE = """
Mary Jennifer Linda Patricia Jessica Susan Karen Emily Ashley Sarah Elizabeth Deborah Amanda Nancy Lisa
Michelle Kimberly Melissa Hannah Madison Olivia Emma Sophia Grace Abigail Rachel Rebecca Katherine Margaret
Barbara Sandra Donna Carol Sharon Brenda Angela Stephanie Nicole Amy Heather Megan Lauren Samantha Brittany
Victoria Natalie Alexandra Christina Danielle Allison Julia Anna Ruth Dorothy Helen Virginia Diane Janet
Catherine Maria Theresa Gloria Judith Joan Evelyn Alice Frances Jacqueline Tiffany Crystal Erica Vanessa
Monica Denise Tamika Latoya Keisha Aaliyah Imani Ebony Jasmine Destiny Kayla
""".split()
MALE = """
James Michael Robert John David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony
Mark Steven Andrew Joshua Kenneth Kevin Brian Timothy Ronald Jason Edward Jeffrey Ryan Jacob Nicholas Gary
Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond
Jack Dennis Jerry Tyler Aaron Henry Douglas Peter Adam Nathan Zachary Walter Kyle Harold Carl Jeremy Gerald
Keith Roger Arthur Lawrence Noah Ethan Logan Mason Lucas Dylan Jordan Jamal Darnell Tyrone Malik Terrell
Isaiah Elijah Xavier Andre
""".split()
SPANISH_FEMALE = """
María Guadalupe Rosa Carmen Ana Juana Teresa Isabel Alejandra Gabriela Daniela Sofía Valentina Camila Lucía
Elena Verónica Claudia Beatriz Leticia Dolores Francisca
""".split()
SPANISH_MALE = """
José Juan Luis Carlos Francisco Jesús Miguel Antonio Manuel Pedro Alejandro Roberto Fernando Ricardo Eduardo
Javier Diego Santiago Mateo Andrés Rafael Ignacio
""".split()
ASIAN_FEMALE = "Mei Linh Thuy Priya Anjali Min Ji-Won Yuki Hui Xiu Lakshmi Soo-Jin Hoa Trang Divya".split()
ASIAN_MALE = "Wei Minh Hung Raj Arjun Jin Hyun Kenji Tuan Sanjay Chen Vikram Duc Hao Sung-Min".split()

SURNAMES = """
Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris
Martin Thompson Robinson Clark Lewis Walker Hall Allen Young King Wright Hill Green Adams Baker Nelson
Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed
Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James Watson Brooks Kelly
Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes
Washington Butler Simmons Foster Bryant Alexander Russell Griffin Hayes Ford Hamilton Graham Sullivan
Wallace Woods Cole West Owens Reynolds Fisher Ellis Harrison McDonald O'Neil O'Brien McCoy Van-Dyke DeLuca
St-Clair Schmidt Mueller Kowalski Novak Cohen Friedman Rossi Lombardi
""".split()
SPANISH_SURNAMES = """
García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz
Cruz Morales Ortiz Gutiérrez Chávez Ramos Ruiz Mendoza Álvarez Castillo Jiménez Vásquez Núñez Peña Ibáñez
Zambrano
""".split()
ASIAN_SURNAMES = """
Nguyen Tran Le Pham Chen Wang Li Zhang Liu Yang Huang Kim Lee Park Choi Patel Shah Singh Kumar Gupta Tanaka
Suzuki Wong Chan Ng
""".split()

_HEADS = """
Ash Black Bram Brook Cald Carl Clay Cor Dal Dun Eld Fair Fen Gar Glen Had Hart Haw Hol Hunt Kel Kirk Lang
Lin Mar Mead Mel Nor Oak Pem Quin Rad Red Rush Sel Shel Stan Strat Thorn Tre Wake Wal Wex Whit Win Wynd Yar
""".split()
_TAILS = """berg bridge bury by croft dale den field ford gate ham hurst land ley low man mere mont more ner ridge rick
sell shaw son stead ster stock ton vale wald way well wick wood worth""".split()
RARE_SURNAMES = [head + tail for head, tail in itertools.product(_HEADS, _TAILS)]

STREETS = [
    f"{name} {kind}"
    for name, kind in itertools.product(
        """
Alder Aspen Beech Birch Cedar Cherry Chestnut Dogwood Elm Fern Hazel Hickory Holly Laurel Linden Magnolia
Maple Mill Orchard Park Pine Poplar Quarry River Spring Spruce Sycamore Walnut Willow Meadow Church School
Lake Ridge Valley Sunset Heron Falcon
""".split(),
        "St Ave Rd Ln Dr Ct Way Pl".split(),
    )
]
"""Invented street names in the voter file's abbreviations."""


def zipf(count: int, exponent: float = 0.9) -> NDArray[np.float64]:
    """Shares of `count` names by rank, adding up to 1: few are common, many are rare."""
    weights = 1.0 / np.arange(1, count + 1) ** exponent
    return np.asarray(weights / weights.sum(), np.float64)
