"""Countries and their capitals, under each name that the news has for them."""

_LINES = """
afghanistan|kabul
albania|tirana
algeria|algiers
angola|luanda
argentina|buenos aires
armenia|yerevan
australia|canberra
austria|vienna
azerbaijan|baku
bahrain|manama
bangladesh|dhaka
belarus|minsk
belgium|brussels
bolivia|la paz
bosnia|sarajevo
brazil|brasilia
united kingdom|london
england|london
bulgaria|sofia
cambodia|phnom penh
cameroon|yaounde
canada|ottawa
chile|santiago
china|beijing
colombia|bogota
congo|kinshasa|brazzaville
croatia|zagreb
cuba|havana
cyprus|nicosia
czech republic|prague
denmark|copenhagen
ecuador|quito
egypt|cairo
estonia|tallinn
ethiopia|addis ababa
finland|helsinki
france|paris
georgia|tbilisi
germany|berlin
ghana|accra
greece|athens
guatemala|guatemala city
haiti|port au prince
honduras|tegucigalpa
hungary|budapest
iceland|reykjavik
india|new delhi|delhi
indonesia|jakarta
iran|tehran|teheran
iraq|baghdad
ireland|dublin
israel|jerusalem
italy|rome
jamaica|kingston
japan|tokyo
jordan|amman
kazakhstan|astana|nur sultan
kenya|nairobi
kosovo|pristina
kuwait|kuwait city
kyrgyzstan|bishkek
latvia|riga
lebanon|beirut
libya|tripoli
lithuania|vilnius
malaysia|kuala lumpur
mali|bamako
mexico|mexico city
moldova|chisinau
mongolia|ulaanbaatar|ulan bator
morocco|rabat
myanmar|naypyidaw
nepal|kathmandu
netherlands|amsterdam
new zealand|wellington
nicaragua|managua
nigeria|abuja
north korea|pyongyang
norway|oslo
oman|muscat
pakistan|islamabad
panama|panama city
peru|lima
philippines|manila
poland|warsaw
portugal|lisbon
qatar|doha
romania|bucharest
russia|moscow
rwanda|kigali
saudi arabia|riyadh
scotland|edinburgh
senegal|dakar
serbia|belgrade
slovakia|bratislava
slovenia|ljubljana
somalia|mogadishu
south korea|seoul
spain|madrid
sri lanka|colombo
sudan|khartoum
sweden|stockholm
switzerland|bern|berne
syria|damascus
taiwan|taipei
tanzania|dodoma
thailand|bangkok
tunisia|tunis
turkey|ankara
uganda|kampala
ukraine|kyiv|kiev
united arab emirates|abu dhabi
united states|washington|washington dc
uruguay|montevideo
uzbekistan|tashkent
venezuela|caracas
vietnam|hanoi
wales|cardiff
yemen|sanaa
zambia|lusaka
zimbabwe|harare
"""
CAPITAL_OF = {
    tuple(name.split()): country
    for country, *names in (line.split("|") for line in _LINES.strip().splitlines())
    for name in names
}  # "oslo" as a tuple of words to "norway"
