"""Who an invented person is: names that are nobody's, and numbers that point at nobody."""

from holdfast.wexmouth.crowd.chance import Chance

FORENAMES: dict[str, tuple[str, ...]] = {
    "F": tuple("""
        Abbie Aisha Alina Amber Amelie Anaya Aniela Ayesha Beatrix Bonnie Brooke Caitlin Cara Chiamaka Daisy Demi
        Edie Elodie Esme Fatima Faith Farah Freya Gabija Hana Harriet Hope Imani Indie Iqra Isla Ivy Jasmin Kayla
        Keira Kezia Lacey Laila Lara Leonie Lottie Maisie Maja Mariam Maya Megan Mila Mina Nadia Neve Nevaeh Niamh
        Noor Nyah Olivia Orla Paige Petra Phoebe Rania Rhea Robyn Rosa Ruby Sadie Saffron Samira Selin Sienna Skye
        Summer Tahlia Tamsin Thea Tilly Ugne Willow Yasmin Zainab Zara Zofia
    """.split()),
    "M": tuple("""
        Aaron Adil Ahmed Alfie Amir Archie Arlo Ashton Aydin Bailey Bartek Billy Blake Bradley Caleb Callan Chidi
        Connor Corey Daniyal Dexter Dominik Dylan Eddie Ellis Emre Ethan Ezra Farhan Felix Finley Frankie Freddie
        Gethin Haris Harvey Hassan Hugo Ibrahim Idris Isaac Jakub Jaxon Jayden Jenson Jude Kacper Kai Kian Kofi
        Kyle Lennon Lewis Liam Logan Luca Lukas Malik Marley Mateo Micah Mikey Musa Nathan Oisin Omar Oskar Otis
        Perry Rafi Reece Riley Ronnie Rory Rohan Sami Seth Stanley Tariq Theo Tobi Tyler Umar Yusuf Zac Zeki
    """.split()),
}  # fmt: skip

_FIRST = tuple("""
    Alder Bram Carn Colda Dun Elver Farl Gorse Hether Ister Kella Lark Marla Nether Oster Penna Quar Rax Skel Tam
    Ulver Ven Wax Yarn Zeal Brock Chard Dray Emmer Fenna Gosa Hask Ivel Jarra Keld Loda Medda Norra Orma Pella
""".split())  # fmt: skip
_LAST = tuple("""
    bury combe grove mere stow shaw thorn wick bourne fold gate hythe leigh ney rick rigg set stead stoke wade
    garth holt beck cliffe croft dale firth gill head hurst lock march nook quay ridge slade tarn vale worth
""".split())  # fmt: skip
_FURTHER = tuple("""
    Adeyokun Afolamide Akhtarim Asanteba Bajwari Balanescu Begzada Boatenaa Chowdhan Dabrowiak Danjumai Demirsoy
    Eshunka Farooqin Gebrezghi Ghebredo Hakimzar Hossainur Ibekwemi Idowulo Jaworniak Kaurana Kowalewiak Kuzmicka
    Lewandek Mahmoodar Malikzai Mensahdu Mirzakan Mohamedur Nawrockel Ndlovuma Nguyendo Okaforde Okonjide Owusupra
    Petrauskel Popescul Qureshid Rahmanji Sandhuvar Sesayko Siddiquar Singhara Stanciulo Tesfamar Uddinar
    Vasilescar Warsamel Yilmazer Yohannesa Zielinek
""".split())  # fmt: skip

ETHNICITIES = {
    "WBRI": 60.0, "WOTH": 6.0, "WIRI": 0.6, "WIRT": 0.4, "WROM": 0.7, "MWBC": 3.2, "MWBA": 1.2, "MWAS": 1.8,
    "MOTH": 3.2, "AIND": 1.7, "APKN": 3.7, "ABAN": 1.5, "AOTH": 2.4, "BCRB": 2.0, "BAFR": 5.0, "BOTH": 1.6,
    "CHNE": 0.3, "OOTH": 2.5, "NOBT": 1.2,
}  # fmt: skip
"""The census codes of ethnicity, with shares near those of children in need in England."""

_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NO_AUTHORITY = "999"
_NINES = "999"


def surname(chance: Chance, ethnicity: str) -> str:
    """A family name made up from parts; nobody notable has it."""
    further = 0.1 if ethnicity.startswith("W") else 0.7
    if chance.odds(further):
        return chance.one_of(_FURTHER)
    first, last = chance.one_of(_FIRST), chance.one_of(_LAST)
    return first + last if first[-1] != last[0] else first + "a" + last


def full_name(chance: Chance) -> str:
    """A grown-up's whole name."""
    return f"{chance.one_of(FORENAMES[chance.one_of('FM')])} {surname(chance, 'WBRI')}"


def nhs_number(number: int) -> str:
    """A number of the range that is kept for tests (999 …), with a valid check digit; another for each number.

    ``number`` is 0 to 499,999.
    """
    for body in (f"{_NINES}{2 * number:06d}", f"{_NINES}{2 * number + 1:06d}"):
        check = -sum(int(digit) * (10 - place) for place, digit in enumerate(body)) % 11
        if check < 10:
            return f"{body}{check}"
    raise AssertionError("of two numbers that differ in the last digit one has a check digit")


def unique_pupil_number(number: int, year: int) -> str:
    """A unique pupil number of no authority, with a valid check letter; ``year`` is that of starting school."""
    body = f"{_NO_AUTHORITY}{4000 + number // 1000:04d}{year % 100:02d}{number % 1000:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, range(2, 14), strict=True))
    return _CHECK_LETTERS[total % 23] + body
