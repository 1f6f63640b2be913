"""Countries and the words for their people and their things."""

_LINES = """
afghanistan afghan afghans
albania albanian albanians
algeria algerian algerians
angola angolan angolans
argentina argentine argentinian argentinians
armenia armenian armenians
australia australian australians
austria austrian austrians
azerbaijan azerbaijani azeri azeris
bahrain bahraini
bangladesh bangladeshi bangladeshis
belarus belarusian belarusians
belgium belgian belgians
bolivia bolivian bolivians
bosnia bosnian bosnians
brazil brazilian brazilians
united kingdom|british britons briton brits
bulgaria bulgarian bulgarians
burma|burmese
cambodia cambodian cambodians
cameroon cameroonian cameroonians
canada canadian canadians
chile chilean chileans
china chinese
colombia colombian colombians
congo congolese
costa rica|costa-rican costa-ricans
croatia croatian croatians
cuba cuban cubans
cyprus cypriot cypriots
czech republic|czech czechs
denmark danish danes
ecuador ecuadorian ecuadorean
egypt egyptian egyptians
england english
estonia estonian estonians
ethiopia ethiopian ethiopians
finland finnish finns
france french
georgia georgian georgians
germany german germans
ghana ghanaian ghanaians
greece greek greeks
guatemala guatemalan guatemalans
haiti haitian haitians
honduras honduran hondurans
hungary hungarian hungarians
iceland icelandic
india indian indians
indonesia indonesian indonesians
iran iranian iranians
iraq iraqi iraqis
ireland irish
israel israeli israelis
italy italian italians
jamaica jamaican jamaicans
japan japanese
jordan jordanian jordanians
kazakhstan kazakh kazakhs
kenya kenyan kenyans
kosovo kosovar kosovan
kuwait kuwaiti kuwaitis
kyrgyzstan kyrgyz
latvia latvian latvians
lebanon lebanese
libya libyan libyans
lithuania lithuanian lithuanians
malaysia malaysian malaysians
mali malian malians
malta maltese
mexico mexican mexicans
moldova moldovan moldovans
mongolia mongolian
morocco moroccan moroccans
nepal nepalese nepali
netherlands dutch
new zealand|new-zealander new-zealanders kiwi
nicaragua nicaraguan
nigeria nigerian nigerians
north korea|north-korean north-koreans
northern ireland|northern-irish
north macedonia|macedonian macedonians
norway norwegian norwegians
oman omani
pakistan pakistani pakistanis
palestine palestinian palestinians
panama panamanian
peru peruvian peruvians
philippines philippine filipino filipinos
poland polish poles
portugal portuguese
puerto rico|puerto-rican puerto-ricans
qatar qatari qataris
romania romanian romanians
russia russian russians
rwanda rwandan rwandans
saudi arabia|saudi saudis
scotland scottish scots
senegal senegalese
serbia serbian serbs
singapore singaporean singaporeans
slovakia slovak slovaks
slovenia slovenian
somalia somali somalis
south africa|south-african south-africans
south korea|south-korean south-koreans
south sudan|south-sudanese
spain spanish
sri lanka|sri-lankan sri-lankans
sudan sudanese
sweden swedish swedes
switzerland swiss
syria syrian syrians
taiwan taiwanese
tanzania tanzanian tanzanians
thailand thai thais
tunisia tunisian tunisians
turkey turkish turks
uganda ugandan ugandans
ukraine ukrainian ukrainians
united arab emirates|emirati
united states|us american americans
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan venezuelans
vietnam vietnamese
wales welsh
yemen yemeni yemenis
zambia zambian
zimbabwe zimbabwean zimbabweans
"""


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _LINES.strip().splitlines():
        country, _, rest = line.partition("|") if "|" in line else line.partition(" ")
        found |= dict.fromkeys([country, *rest.split()], country)
    return found


COUNTRY_OF = _read()  # "israeli" to "israel"; a country's own name to itself
