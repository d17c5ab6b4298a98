"""How a name is spelled: by its bearer (`García`, `De la Cruz`, `O'Brien`), by the state, and by a slip of the hand."""

import random
import unicodedata

_PARTED = {
    whole.replace("_", "").replace("'", "").upper(): whole.replace("_", " ")
    for whole in """
De_la_Cruz De_la_Rosa De_la_Torre De_la_Garza De_la_Paz De_la_Fuente De_la_Vega De_los_Santos De_los_Reyes De_León
Del_Río Del_Toro Del_Valle Del_Castillo Van_Dyke Van_Horn Van_Buren Van_Pelt Van_Winkle Van_Ness Van_Meter Van_Zandt
Van_der_Berg Van_den_Berg Van_Hoose St._John St._Clair St._Pierre La_Rue Le_Blanc Du_Bois De_Jesús De_Souza
O'Brien O'Connor O'Neal O'Neil O'Neill O'Hara O'Reilly O'Donnell O'Leary O'Malley O'Keefe O'Rourke O'Sullivan O'Dell
D'Angelo D'Amico Di_Marco Di_Maggio
""".split()
}


def plain(text: str) -> str:
    """Capitals without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.upper()) if not unicodedata.combining(c))


_ACCENTED = {
    plain(word): word
    for word in """
García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Gómez Díaz Gutiérrez Chávez Álvarez Jiménez
Vásquez Vázquez Fernández Domínguez Peña Núñez Ibáñez Suárez Velázquez Muñoz Márquez Méndez Ríos León Cortés Ávila
Acuña Zúñiga Bermúdez Guzmán Beltrán Galván Marín Durán Colón Rendón Pagán Tirado Castañeda Cabañas Briseño Patiño
José María Jesús Ramón Raúl Andrés Ángel Ángela Óscar Héctor César Adrián Fabián Iván Joaquín Julián Martín Nicolás
Rubén Sebastián Tomás Víctor Verónica Mónica Sofía Lucía Rocío Concepción Asunción Begoña Inés Belén Agustín Germán
""".split()
}
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def by_bearer(name: str, *, spanish: bool = False) -> str:
    """A name of the lists (capitals) as its bearer writes it."""
    if name in _PARTED and (spanish or not name.startswith("DE")):
        return _PARTED[name]
    if spanish and name in _ACCENTED:
        return _ACCENTED[name]
    if name.startswith("MC") and len(name) > 4:
        return f"Mc{name[2:].title()}"
    return name.title()


def by_state(name: str, habit: int, *, spanish: bool = False) -> str:
    """A name of the lists as a clerk types it: `habit` 0 as one word, 1 as the bearer would, without accents."""
    if habit and (name in _PARTED or name.startswith("MC")):
        text = plain(by_bearer(name, spanish=spanish)).replace(".", "")
        return (
            text.replace("MC", "MC ", 1)
            if name.startswith("MC") and len(name) % 4 == 0 and len(name) > 4
            else text
        )
    return name


def slip(rng: random.Random, text: str) -> str:
    """`text` with one slip of the hand behind its first letter: neighbouring key, twisted pair, doubled, left out."""
    places = [n for n, letter in enumerate(text) if n and letter.isalpha()]
    if len(places) < 2:
        return text
    at = rng.choice(places)
    letter = text[at]
    kind = rng.random()
    if kind < 0.3 and at + 1 < len(text) and text[at + 1].isalpha():
        return text[:at] + text[at + 1] + letter + text[at + 2 :]
    if kind < 0.5:
        return text[:at] + letter + text[at:]
    if kind < 0.7:
        return text[:at] + text[at + 1 :]
    row = next((row for row in _KEYS if letter.lower() in row), "")
    if not row:
        return text[:at] + text[at + 1 :]
    place = row.index(letter.lower())
    other = row[place - 1] if place and (rng.random() < 0.5 or place + 1 == len(row)) else row[place + 1]
    return text[:at] + (other.upper() if letter.isupper() else other) + text[at + 1 :]
