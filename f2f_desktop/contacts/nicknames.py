"""Other forms of a given name: those of the package `nicknames` (English), and common Spanish ones."""

from functools import cache

from nicknames import NickNamer

SPANISH = """
alejandra ale jandra; alejandro ale alex jandro; antonio tono tony; beatriz bety betty; carlos charlie carlitos;
concepcion concha conchita; consuelo chelo; dolores lola; eduardo lalo eddie; elena nena; enrique quique kike;
ernesto neto; federico fede; fernando nando fer; francisca paca pancha; francisco paco pancho frank cisco;
gabriela gaby; graciela chela; guadalupe lupe lupita; guillermo memo; gustavo gus tavo; ignacio nacho;
isabel chabela isa; javier javi; jesus chuy chucho; jorge george coque; jose pepe joe chepe; josefina pepa fina;
juan johnny juancho; leticia lety; luis lucho wicho; manuel manny manolo; margarita mago rita; maria mari mary;
mercedes meche; miguel mike; patricia paty pati; pedro perico pete; rafael rafa ralph; ramon moncho ray;
ricardo ricky rick; roberto beto bob rob; rosario chayo; salvador chava sal; santiago santi; sergio checo;
teresa tere; veronica vero; vicente chente vince; yolanda yoli
"""


@cache
def other_forms(name: str) -> frozenset[str]:
    """The formal names and short forms of a given name (one word, lower case, no accents)."""
    english = nicknamer()
    spanish = spanish_forms().get(name, frozenset())
    return (frozenset(english.nicknames_of(name)) | english.canonicals_of(name) | spanish) - {name}


@cache
def nicknamer() -> NickNamer:
    """The package's table, read once."""
    return NickNamer()


@cache
def spanish_forms() -> dict[str, frozenset[str]]:
    """Formal name to its short forms, and each short form to its formal names."""
    forms: dict[str, set[str]] = {}
    for entry in SPANISH.split(";"):
        formal, *short_forms = entry.split()
        for short in short_forms:
            forms.setdefault(formal, set()).add(short)
            forms.setdefault(short, set()).add(formal)
    return {name: frozenset(others) for name, others in forms.items()}
