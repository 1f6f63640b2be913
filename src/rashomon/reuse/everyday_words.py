"""Words of news English that stand in reports of anything at all, and so do not tell one event from another."""

_WORDS = """
able according account across act action actions added adding against age agency ago allow allowed almost
along already although always among announced announcement another anyone anything appear appeared appears
april area areas around arrived ask asked asking associated attempt august authorities authority available
avoid away back bad based became become becomes began begin beginning behind believe believed believes best
better big billion body bring british brought build building business call called calling calls came cannot
car care carried carry case cases cause caused center central centre certain chance change changed changes
chief child children city claim claimed claims clear close come comes coming comment comments companies
company complete concern concerned concerns confirmed considered continue continued continues control cost
country couple course court create current currently daily date david day days dead deal death december
decided decision declined department described despite detail details development did different difficult
director does doing done door down dozen dozens due earlier early east eight either end ended enough entire
era especially event events ever every everyone everything evidence example expect expected expert experts
face faced facing fact failed fall family far father fear february federal feel fell felt few find first five
follow followed following follows force former forward found four friday friend friends full further future
gave general get gets getting give given gives giving global go goes going gone good got government great
group groups hand happen happened happening hard head heard held help high higher himself history hit hold
holding home hope hospital hour hours house however huge human hundreds identified image images immediately
impact important incident include included includes including increase increased indeed information inside
instead international internet interview investigation involved issue issued issues itself james january job
john join july june keep kept key kill killed kind king knew know known large largest last late later latest
law lead leader leaders leading least leave led left less let letter level life light like likely line list
little live lives living local long longer look looking lost lot low made main major make makes making man
managed manager many march mark matter means media meet meeting meetings member members men message met
michael middle military million mind minister minute minutes moment monday money month months morning mostly
mother move moved mr mrs ms multiple name named nation national near nearby nearly need needed needs never new
news next night nine north nothing november number october off offer offered office officer officers official
officials old online open opened order organization others outside paid parents part particular parts party
pass passed past pay people per percent perhaps period person photo photos picture pictures place places plan
planned plans play please point police policy political position possible post posted power press prevent
previous previously probably problem problems process program project protect provide provided public
published put question questions quickly quite quoted raised ran rate rather reach reached read real really
reason reasons received recent recently record relations released remain remained remains remove report
reported reportedly reporter reporters reporting reports representative required response responsible rest
result results return returned revealed right rights rise risk role room rule rules run running safe safety
saturday saw saying scene school second secretary section security see seeing seek seeking seem seemed seen
send senior sense sent september series serious service services set seven several share shared short shortly
show showed showing shown shows side sign similar simply single site situation six small social society
someone something sometimes soon sort source sources south speaking special spokesman spokesperson spokeswoman
staff stand start started starting state stated statement states stay step steps stop stopped story street
strong study success successfully suggest suggested sunday support sure system take taken takes taking talk
talking tell ten term terms test thing things think third thomas thought thousand thousands threat three
thursday time times today together told tomorrow tonight took top total toward towards town trade tried trying
tuesday turn turned two understand united university unknown update updated upper use used user users uses
using usually various version vice video view visit wait want wanted wants war warned warning watch water way
ways wednesday week weekend weeks well went west whatever white whole win woman women word words work worked
workers working works world worth writing written wrong wrote year years yesterday yet young
"""
EVERYDAY_WORDS = frozenset(_WORDS.split())
