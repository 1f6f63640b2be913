"""News agencies by their names and short names, so that a credit to "AP" and one to "The Associated Press" are one."""

from rashomon.text.tokens import fold

# Short name, then how else by-lines and credits write it. A subsidiary that signs its own reports stands by itself.
_AGENCIES = (
    ("AP", "Associated Press", "A.P.", "AP News"),
    ("Reuters", "Thomson Reuters", "Reuters News", "Reuters News Agency", "RTRS"),
    ("AFP", "Agence France-Presse", "Agence France Presse", "A.F.P."),
    ("UPI", "United Press International"),
    ("Bloomberg", "Bloomberg News"),
    ("PA", "Press Association", "PA Media", "PA News Agency", "PA News", "Press Association Media"),
    ("dpa", "Deutsche Presse-Agentur", "German Press Agency", "dpa international"),
    ("AAP", "Australian Associated Press"),
    ("CP", "Canadian Press", "La Presse Canadienne"),
    ("PTI", "Press Trust of India"),
    ("ANI", "Asian News International", "ANI News"),
    ("IANS", "Indo-Asian News Service", "Indo Asian News Service"),
    ("UNI", "United News of India"),
    ("APP", "Associated Press of Pakistan"),
    ("PPI", "Pakistan Press International"),
    ("Xinhua", "Xinhua News Agency", "New China News Agency"),
    ("CNS", "China News Service"),
    ("Kyodo", "Kyodo News"),
    ("Jiji", "Jiji Press"),
    ("Yonhap", "Yonhap News", "Yonhap News Agency"),
    ("KCNA", "Korean Central News Agency"),
    ("Bernama", "Malaysian National News Agency"),
    ("Antara", "Antara News"),
    ("PNA", "Philippine News Agency"),
    ("VNA", "Vietnam News Agency"),
    ("TASS", "ITAR-TASS", "Itar Tass"),
    ("RIA Novosti", "RIA", "RIA News"),
    ("Sputnik", "Sputnik News"),
    ("Interfax", "Interfax News Agency"),
    ("Interfax-Ukraine",),
    ("Ukrinform", "Ukrinform News Agency"),
    ("BelTA", "Belarusian Telegraph Agency"),
    ("EFE", "Agencia EFE", "EFE News"),
    ("Europa Press",),
    ("ANSA", "Agenzia ANSA"),
    ("Adnkronos",),
    ("Lusa", "Lusa News Agency"),
    ("Belga", "Belga News Agency"),
    ("ANP", "Algemeen Nederlands Persbureau"),
    ("APA", "Austria Press Agency"),
    ("ATS", "Keystone-ATS", "Swiss Telegraphic Agency"),
    ("TT", "Tidningarnas Telegrambyra"),
    ("NTB", "Norsk Telegrambyra"),
    ("Ritzau",),
    ("STT", "Finnish News Agency"),
    ("PAP", "Polish Press Agency"),
    ("CTK", "Czech News Agency"),
    ("TASR", "News Agency of the Slovak Republic"),
    ("MTI", "Hungarian News Agency"),
    ("Agerpres",),
    ("BTA", "Bulgarian News Agency"),
    ("Tanjug",),
    ("HINA",),
    ("ANA-MPA", "Athens News Agency"),
    ("Anadolu", "Anadolu Agency", "AA"),
    ("DHA", "Demiroren News Agency", "Dogan News Agency"),
    ("IRNA", "Islamic Republic News Agency"),
    ("Fars", "Fars News Agency"),
    ("Tasnim", "Tasnim News Agency"),
    ("ISNA", "Iranian Students' News Agency"),
    ("SANA", "Syrian Arab News Agency"),
    ("WAFA", "Palestinian News Agency"),
    ("SPA", "Saudi Press Agency"),
    ("WAM", "Emirates News Agency"),
    ("QNA", "Qatar News Agency"),
    ("KUNA", "Kuwait News Agency"),
    ("MENA", "Middle East News Agency"),
    ("NAN", "News Agency of Nigeria"),
    ("GNA", "Ghana News Agency"),
    ("SAPA", "South African Press Association"),
    ("APS", "Algeria Press Service"),
    ("MAP", "Maghreb Arabe Presse"),
    ("Notimex",),
    ("Telam",),
    ("Agencia Brasil", "Agência Brasil"),
    ("Prensa Latina",),
    ("CNA", "Central News Agency"),
    ("CNN Wire", "CNN Newsource"),
    ("Tribune News Service", "TNS"),
    ("RNS", "Religion News Service"),
    ("SWNS", "South West News Service"),
    ("States Newsroom",),
)
_SHORT = {fold(name.replace(".", "").replace("-", " ")): names[0] for names in _AGENCIES for name in names}


def agency_of(credit: str) -> str:
    """The agency's short name where it is known, else the credit's own words."""
    bare = " ".join(credit.replace("’", "'").replace(".", "").replace("-", " ").split())
    plain = fold(bare).removeprefix("the ")
    return _SHORT.get(plain, credit.strip())


def is_own_outlet(agency: str, outlet: str | None) -> bool:
    """Whether the outlet is the agency itself: "reuters.com", "AP News", "apnews.com"."""
    if not outlet:
        return False
    host = fold(outlet).removeprefix("www.").split("/")[0]
    first = host.rsplit(".", 2)[0] if host.count(".") == 1 else host.split(".")[0]
    names = {agency, *(name for names in _AGENCIES if names[0] == agency for name in names)}
    return agency_of(outlet) == agency or any(
        first in (squeezed := fold(name).replace(" ", "").replace("-", "").replace(".", ""), squeezed + "news")
        for name in names
    )
