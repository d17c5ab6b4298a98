"""What people are called besides their given names: the generator's own table, and short forms of nobody's making.

Usual English ones, Spanish ones and modern ones; the most usual first. Which of them the matcher's tables hold is not
looked at here. `invented` makes short forms as friends do, that stand in no table.
"""

import random

_ENGLISH = """
ROBERT Bob Rob Bobby Robbie|WILLIAM Bill Will Billy Liam Willie|JAMES Jim Jimmy Jamie Jay|JOHN Jack Johnny Jon
RICHARD Rick Dick Rich Ricky|MICHAEL Mike Mikey Mick|THOMAS Tom Tommy|CHARLES Charlie Chuck Chas Chip|JOSEPH Joe Joey
DAVID Dave Davey|DANIEL Dan Danny|MATTHEW Matt Matty|ANTHONY Tony Ant|CHRISTOPHER Chris Topher Kit|DONALD Don Donnie
STEVEN Steve Stevie|STEPHEN Steve Steph|PAUL Paulie|ANDREW Andy Drew|JOSHUA Josh|KENNETH Ken Kenny|KEVIN Kev
GEORGE Georgie|EDWARD Ed Eddie Ted Ned|RONALD Ron Ronnie|TIMOTHY Tim Timmy|JASON Jay Jase|JEFFREY Jeff|GARY Gare
NICHOLAS Nick Nicky|ERIC Rick|JONATHAN Jon Jonny Nate|LARRY Lar|SAMUEL Sam Sammy|BENJAMIN Ben Benny Benji
ALEXANDER Alex Al Xander Sasha|PATRICK Pat Paddy Rick|RAYMOND Ray|GREGORY Greg|FRANKLIN Frank|FRANCIS Frank
LAWRENCE Larry|GERALD Jerry|DOUGLAS Doug|PETER Pete|HENRY Hank Harry|WALTER Walt Wally|ARTHUR Art Artie
ALBERT Al Bert|FREDERICK Fred Freddy|PHILIP Phil|ZACHARY Zach Zack|NATHANIEL Nate Nat|THEODORE Ted Theo Teddy
VINCENT Vince Vinny|LEONARD Len Lenny Leo|EUGENE Gene|RUSSELL Russ|STANLEY Stan|CLIFFORD Cliff|BRADLEY Brad
MARY Molly Polly Mamie May|PATRICIA Pat Patty Trish Tricia Patsy|JENNIFER Jen Jenny Jenn|LINDA Lindy
ELIZABETH Liz Beth Betsy Betty Eliza Libby Lizzie Lisa|BARBARA Barb Babs Barbie|SUSAN Sue Susie Suzy|JESSICA Jess Jessie
SARAH Sally Sadie|KAREN Kari|NANCY Nan|MARGARET Peggy Maggie Meg Marge Greta Daisy|BETTY Bet|SANDRA Sandy
ASHLEY Ash|DOROTHY Dot Dottie Dolly|KIMBERLY Kim Kimmy|EMILY Em Emmy|DONNA Donnie|MICHELLE Shelly Mich Chelle
CAROL Carrie|AMANDA Mandy|MELISSA Missy Mel Lissa|DEBORAH Deb Debbie|STEPHANIE Steph Stevie|REBECCA Becky Becca
LAURA Laurie Lolly|CYNTHIA Cindy|KATHLEEN Kathy Kate Kay|AMY Ames|ANGELA Angie|SHIRLEY Shirl|ANNA Annie
PAMELA Pam|CATHERINE Cathy Kate Cat|KATHERINE Kathy Kate Katie Kat Kit|KATHRYN Kathy Kate Katie
CHRISTINE Chris Christy Tina
VIRGINIA Ginny Ginger|VICTORIA Vicky Tori|JUDITH Judy|THERESA Terry Tess|JACQUELINE Jackie|ALEXANDRA Alex Lexi Sandra
SAMANTHA Sam Sammie|DEBRA Deb Debbie|FRANCES Fran Frannie|CHERYL Cher|ABIGAIL Abby Gail|CHRISTINA Tina Chris Chrissy
DEANNA Dee|EVELYN Evie|ELEANOR Ellie Nell Nora|PRISCILLA Cilla|GWENDOLYN Gwen|VALERIE Val|VERONICA Ronnie Vera
""".strip().replace("\n", "|")
_SPANISH = """
JESUS Chuy Chucho|GUADALUPE Lupe Lupita|IGNACIO Nacho|JOSE Pepe Chepe|FRANCISCO Paco Pancho Frank|MANUEL Manny Manolo
ENRIQUE Kike Quique Rick|EDUARDO Lalo Eddie|ALBERTO Beto Al|ROBERTO Beto Bobby|GILBERTO Beto|HUMBERTO Beto|LUIS Lucho
ROSARIO Chayo|CONSUELO Chelo|GRACIELA Chela|DOLORES Lola|ISABEL Chabela Isa|MERCEDES Meche|MARIA Mari Mary Cuca
CONCEPCION Concha Conchita|FERNANDO Nando Fer|ANTONIO Tono Tony|RAFAEL Rafa|SALVADOR Chava|SANTIAGO Chago Santi
ALEJANDRO Alex Ale Jandro|ALEJANDRA Ale Alex|GUILLERMO Memo Willy|JORGE Coque George|RICARDO Ricky Richie
MIGUEL Mike Migue
JOAQUIN Quino|LEONARDO Leo|SERGIO Checo|VICENTE Chente|ARMANDO Mando|GABRIEL Gabe Gabi|GABRIELA Gaby|PATRICIO Pato
BEATRIZ Bety Bea|CAROLINA Caro|CRISTINA Cris Tina|DANIELA Dani|EMILIANO Emi|ESPERANZA Lancha Espe|FELIPE Pipe Phil
FELICIANO Chano|HORTENSIA Tencha|JUANA Juanita|JUAN Juancho Johnny|MAGDALENA Magda Lena|MARGARITA Mago Rita|PEDRO Perico
RAMON Moncho|RAUL Rulo|ROGELIO Roger|SOCORRO Coco|SUSANA Susi|TERESA Tere|VERONICA Vero|YOLANDA Yoli|XIMENA Xime
REFUGIO Cuca Cuco|ERNESTO Neto|AUGUSTO Tito|HECTOR Tito|LETICIA Lety|LOURDES Lulu|ROCIO Chio|ADRIANA Adri|VALERIA Vale
""".strip().replace("\n", "|")
_MODERN = """
MADISON Maddie Mads|MADELINE Maddie|MACKENZIE Kenzie Mac|MAKENZIE Kenzie|TYLER Ty|TYRONE Ty|JACKSON Jax Jack|JAXON Jax
ISABELLA Bella Izzy Isa|OLIVIA Liv Livvy|ADDISON Addie|ALLISON Ally Allie|BRIANNA Bri|BRITTANY Britt|CAMERON Cam
COURTNEY Court|DESTINY Des|JASMINE Jazz Jas|KAYLA Kay|KAITLYN Kait Kate|LINDSEY Linds|MEGAN Meg|MORGAN Mo
SAVANNAH Savvy Sav
SYDNEY Syd|TAYLOR Tay|TREVON Tre|DEVONTE Tay Dev|DESHAWN Shawn|MARCUS Marc|JORDAN Jordy|JUSTIN Jus|AUSTIN Aus|DYLAN Dyl
EVAN Ev|ETHAN Eth|GAVIN Gav|HUNTER Hunt|LOGAN Lo|MASON Mase|NATALIE Nat Nattie|NICOLE Nikki Nic|ALEXIS Lexi Lex
DANIELLE Dani|GABRIELLE Gabby|SIERRA Sisi|CASSANDRA Cass Cassie|CHELSEA Chels|HEATHER Heath|HANNAH Han|EMMA Em Emmy
LATOYA Toya|LAKISHA Kisha|SHANIQUA Niqua|JAMAL Jay Mal|MALIK Leek|TERRELL Rell|DARNELL Nell|ISAIAH Zay Ike|ELIJAH Eli
XAVIER Zay X|SEBASTIAN Seb Bash|MAXIMILIAN Max|MAXWELL Max|CHARLOTTE Charlie Lottie|AMELIA Mia Millie|HARPER Harp
""".strip().replace("\n", "|")


def _table(text: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for entry in text.split("|"))
    return {formal: tuple(short) for formal, *short in entries}


USUAL = _table(_ENGLISH)
SPANISH = _table(_SPANISH)
MODERN = _table(_MODERN)
"""Given name (capitals) to what its bearers are called."""

_VOWELS = "AEIOUY"


def nicknames_of(name: str) -> tuple[str, ...]:
    """All the table has for a given name."""
    return USUAL.get(name, ()) + SPANISH.get(name, ()) + MODERN.get(name, ())


def invented(rng: random.Random, name: str) -> str:
    """A short form as friends make it: `Kris` for Kristopher, `Jerm`, `Rissa`, `Dee`, `Benno`; or the name itself."""
    if len(name) < 5:
        return name.title()
    kind = rng.random()
    if kind < 0.45:
        return _head(rng, name).title()
    if kind < 0.7:
        return (_head(rng, name) + rng.choice(("IE", "Y", "O", "S", "A"))).title()
    if kind < 0.9:
        tail = name[-rng.choice((4, 5)) :]
        return tail.title() if tail[0] not in _VOWELS else name[-3:].title()
    return f"{name[0]}{rng.choice(('ee', 'ay', '-Dog', 'J'))}".title()


def _head(rng: random.Random, name: str) -> str:
    """The first letters, up to a consonant behind the first vowel."""
    vowel = next((n for n, letter in enumerate(name) if n and letter in _VOWELS), 1)
    return name[: min(len(name) - 1, vowel + rng.choice((2, 2, 3)))]
