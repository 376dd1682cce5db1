### Geiriau'r ciosg ei hun, mewn Fluent (projectfluent.org). Y ciosg sy'n llenwi'r hyn sydd mewn
### { $cromfachau }; cadwa nhw fel y maen nhw.

## Keys and commands
key-leave = Esc
key-choose = Enter
key-move = I fyny, I lawr, De
key-scroll = Page Up, Page Down
key-ends = Home, End
key-number = 1 - 9, 0, a - z
key-next = Tab
key-back = Chwith, Backspace
key-back-short = ←
key-search = /
key-people = h
key-take = t
key-show = s
key-breath = b
key-discreet = d
key-aloud = r
key-comfort = c
key-keys = ?
command-leave = Gadael nawr
command-leave-help = Clirio'r sgrin ar unwaith, o unrhyw le, ar unrhyw adeg
command-choose-help = Agor yr hyn sydd wedi'i farcio
command-move-help = Symud fesul llinell, neu o ddewis i ddewis
command-scroll-help = Symud sgrin i fyny neu i lawr; mae Space yn symud i lawr hefyd
command-ends-help = Mynd i'r dechrau neu i'r diwedd
command-number-help = Agor y dewis sydd â'r rhif neu'r llythyren honno; 0 yw'r degfed
command-next-help = Mynd i'r ddolen nesaf, yna i'r bysellau ar y gwaelod
command-back = Yn ôl
command-back-help = Mynd yn ôl i'r dudalen flaenorol
command-search = Chwilio
command-search-help = Dod o hyd i dudalen drwy deipio gair
command-people = Cymorth
command-people-help = Pobl i siarad â nhw, a'u rhifau
command-take = Cymryd
command-take-help = Mynd â chyfeiriad tudalen gyda ti, os oes un
command-show = Dangos yn fawr
command-show-help = Dangos geiriau i'w dweud mewn llythrennau mawr, lle mae rhai
command-breath = Anadl araf
command-breath-help = Anadl araf, am funud
command-discreet = Pylu
command-discreet-help = Pylu'r dudalen heblaw'r llinell rwyt ti'n ei darllen, ac yn ôl
command-aloud = Darllen
command-aloud-help = Clywed y dudalen; mae unrhyw fysell yn stopio'r llais
command-comfort = Haws ei ddarllen
command-comfort-help = Newid lliwiau, bylchau a geiriau
command-keys = Bysellau
command-keys-help = Y dudalen hon

## Start
start-title = Gwybodaeth a chyngor
start-urgent = Oes angen help arnat ti nawr?
start-calm = Rwyt ti'n iawn i ofyn yma.
start-who = Pwy wyt ti?
start-call = Well gen ti siarad â rhywun?
start-people = Pobl i siarad â nhw
start-open =
    { $count ->
        [two] o leiaf { $count } linell ar agor
       *[other] o leiaf { $count } llinell ar agor
    }
start-search = Chwilio am air
start-comfort = Gwneud hyn yn haws ei ddarllen
start-private = Does dim cofnod o'r hyn rwyt ti'n ei ddarllen yma. Edrycha pwy sy'n gallu dy weld neu dy glywed.
start-choices = dewisa beth y gall ei gofio
start-idle = Ar ôl { $time } heb fysell, mae'r sgrin yn clirio.

## Lists, pathways, topics
topics-pathways = Beth i'w wneud, mewn ambell gwestiwn
topics-pieces = I edrych arno ac i roi cynnig arno
topics-read = I'w ddarllen
question-most = { $number } o { $of } ar y mwyaf
question-last = cwestiwn olaf
question-place = { $number } o { $of }
step-place = Cam { $number } o { $of }
step-next = Cam nesaf
question-read-short = Dangos y cyfan ar un dudalen
question-read = Dim cwestiynau. Dangos y cyfan ar un dudalen
plan-title = Dy gynllun: { $title }
short-topic = Tudalen i'w darllen
short-question = Cwestiwn
short-plan = Dy gynllun
short-travels = Cam wrth gam
short-quiz = Gwir neu beidio?
short-sequence = Cam wrth gam
short-topics = Beth i'w wneud
short-group = Beth i'w wneud
breath-title = Anadl araf
breath-lead = Dwyt ti ddim ar dy ben dy hun, ac mae amser. Gall popeth arall aros am funud.
breath-in = Anadla i mewn
breath-out = Anadla allan
breath-stop = Ei gadw'n llonydd
breath-over = Dyna funud. Cymer faint fynni di.
breath-again = Munud arall
breath-still-in = Anadla i mewn, a chyfra'n araf i { $seconds }.
breath-still-out = Anadla allan, a chyfra'n araf i { $seconds }.
breath-still-again = Eto, mor aml ag y mae'n gwneud lles i ti.
plan-tick = Wedi gwneud un? Mae ei rif yn ei dicio. Mae'n cael ei anghofio pan fyddi di'n gadael.
plan-count = { $done } o { $of } wedi'u gwneud
plan-ticked = Mae pob un yn helpu.
plan-all-ticked = Roedd angen dewrder.
plan-worries = Wyt ti'n ofni hyn?
show-words = Geiriau i'w dweud, neu i'w dangos
show-title = Geiriau i'w dangos
show-how = Tro'r sgrin at rywun. Does dim rhaid i ti siarad.
plan-done = Wedi'i wneud.
plan-undone = Heb ei wneud.
pathway-questions = Cwestiynau
pathway-plans = Cynlluniau
pathway-question = Cwestiwn { $number }: { $title }
pathway-plan = Cynllun { $number }: { $title }
pathway-to-question = { $answer } - mynd i gwestiwn { $number }
pathway-to-plan = { $answer } - mynd i gynllun { $number }
piece-next = Nesaf
quiz-true = Gwir
quiz-false = Ddim yn wir
quiz-right = Dywedaist ti: { $answer }. Rwyt ti'n iawn.
quiz-many-true = Dywedaist ti: { $answer }. Dydy llawer o bobl ddim yn siŵr.
quiz-many-false = Dywedaist ti: { $answer }. Mae llawer o bobl yn meddwl hynny.
quiz-is-true = Mae hynny'n wir.
quiz-is-false = Dydy hynny ddim yn wir.
quiz-read = Darllen: { $title }
topic-next = Ble i fynd nesaf
topic-reviewed = Gwiriwyd ddiwethaf: { $date }.
topic-publishers = Yn seiliedig ar: { $publishers }, ac eraill.
topic-publishers-all = Yn seiliedig ar: { $publishers }.
aloud-now = Mae unrhyw fysell yn stopio'r llais
place-key = Space
place-key-typing = Page Down
place-more = Mwy
place-more-brief = ↓ Mwy
place-end = { $percent } %

## People to talk to
always-danger = Perygl?
people-title = Pobl i siarad â nhw
people-lead = Fe gei di siarad ag unrhyw un o'r bobl hyn. Ti sy'n dewis pwy. Lle nad oes oriau, galwa i weld.
people-danger = Mewn perygl nawr
people-everyone = Siarad, rhoi gwybod neu gael tynnu llun i lawr
people-others = I bobl eraill
people-near = Yn agos at fan hyn
people-near-police = rhoi gwybod i'r heddlu am rywbeth yn agos at fan hyn
people-near-services = unrhyw un sy'n poeni am blentyn yn agos at fan hyn
people-text = Neu { $text }.
people-chat = Neu sgwrsia ar { $address }.
people-email = E-bost: { $address }.
people-bsl = Neu defnyddia Iaith Arwyddion Prydain (BSL) ar { $address }.
people-relay = Yn fyddar, neu siarad yn anodd? Defnyddia { $number } yn ap Relay UK neu ar ffôn testun.
people-web = Ar y we: { $address }
people-languages = Ieithoedd: { $languages }.
people-checked = Gwiriwyd y rhifau ddiwethaf ar { $date }.

## When they answer. The names of the days stand behind "dydd" or "ddydd".
call-always = ddydd a nos
hours-open = ar agor nawr
hours-until = ar agor nawr, tan { $time }
hours-opens = yn agor am { $time }
hours-opens-day = yn agor ddydd { $day } am { $time }
hours-opens-date = yn agor ddydd { $day } { $date } am { $time }
hours-always = Mae'n ateb ddydd a nos, bob dydd.
hours-days = Mae'n ateb ddydd { $days }, { $opens } tan { $closes }.
hours-span = { $first } i ddydd { $last }
hours-dates = Ar { $dates }: { $opens } tan { $closes }.
hours-dates-closed = Dydy o ddim yn ateb ar { $dates }.
hours-midnight = hanner nos
hours-holidays-open = Ar wyliau banc hefyd.
hours-holidays-closed = Ddim ar wyliau banc.
day-monday = Llun
day-tuesday = Mawrth
day-wednesday = Mercher
day-thursday = Iau
day-friday = Gwener
day-saturday = Sadwrn
day-sunday = Sul

## Take it with you
take-title = Mynd â hyn gyda ti
take-code = Mae'r cod yn agor y dudalen honno ar dy ffôn.
take-camera = Pwyntia gamera dy ffôn ato. Neu copïa'r cyfeiriad â llaw.
take-copy = Copïa'r cyfeiriad hwn â llaw, neu ei deipio ar dy ffôn.
take-private = Gall rhywun sy'n edrych ar dy ffôn wedyn weld dy fod ti wedi bod yno.
take-numbers = Eisiau rhifau yn unig?
card-title = Rhifau a all fod o help i mi
card-print = Argraffu'r rhifau hyn
card-print-what = Rhifau yn unig. Does dim byd arall ar y papur, a dydy'r argraffydd yn cadw dim.
card-printed = Mae'n cael ei argraffu. Cymer y papur gyda ti.
card-unprinted = Doedd dim modd ei argraffu. Copïa'r rhifau â llaw, neu gofynna i'r staff.
card-hint = Copïa nhw â llaw. Does dim rhaid i ti ysgrifennu rhifau pwy ydyn nhw.

## Search
search-title = Chwilio
search-prompt = Teipia air, er enghraifft "bygwth"
search-prompt-short = Teipia air
search-lead = Neu agora un o'r rhain
search-found = { $count } wedi'u canfod
search-guide = ambell gwestiwn, yna dy gynllun
search-reading = I'w ddarllen: { $title }
search-nothing = Ni ddaeth dim i'r golwg ar gyfer y geiriau hyn. Rho gynnig ar air arall, neu agora un o'r rhain.
search-elsewhere = All y ciosg hwn ddim helpu gyda hynny. Gofynna i'r staff yma. Mae ar gyfer pryderon am luniau a bygythiadau, ac i gael siarad â rhywun.
search-none = Ni ddaeth dim i'r golwg ar gyfer y geiriau hyn. Fe gei di siarad ag unrhyw un o'r bobl hyn.
comfort-title = Gwneud hyn yn haws ei ddarllen
comfort-lead = Dewisa'r hyn sy'n dda i ti. Mae'n newid ar unwaith, a dim ond i ti.
comfort-now = mae hwn ymlaen
comfort-theme = Lliwiau
comfort-theme-light = Tywyll ar olau
comfort-theme-dark = Golau ar dywyll
comfort-theme-contrast = Mor glir â phosibl
comfort-spacing = Lle rhwng llinellau
comfort-spacing-normal = Lle arferol
comfort-spacing-wide = Mwy o le
comfort-words = Geiriau
comfort-words-normal = Y geiriau i gyd
comfort-words-easy = Geiriau hawdd, un cam ar y tro
comfort-motion = Symud
comfort-motion-breath = Mae'r anadl araf yn symud; dim byd arall
comfort-motion-still = Does dim yn symud
comfort-discreet = Os gall rhywun edrych dros dy ysgwydd
comfort-discreet-off = Dangos y dudalen gyfan
comfort-discreet-on = Pylu popeth ond y llinell rwy'n ei darllen, gyda theitlau byr (bysell d)
contents-title = Ar y dudalen hon

## Keys
keys-title = Bysellau
keys-lead = Fe elli di wneud popeth gyda'r bysellfwrdd.
keys-mouse = Mae llygoden yn gweithio hefyd. Clicia ar yr hyn rwyt ti ei eisiau. Tro'r olwyn neu lusgo'r dudalen i ddarllen ymlaen.

## When something goes wrong
trouble-title = Wnaeth hynny ddim gweithio
trouble-what = Doedd dim modd dangos y dudalen hon. Ein bai ni yw hyn, nid dy fai di. Does dim o'r hyn wnest ti wedi'i golli na'i gofnodi.
trouble-do = Gelli di fynd yn ôl a rhoi cynnig arall arni. Os bydd yn digwydd eto, dyweda wrth y staff fod tudalen wedi torri. Does dim rhaid i ti ddweud pa un.
trouble-help = Os oes angen help arnat ti nawr, gall y bobl hyn helpu.

## Time
time-minutes =
    { $count ->
        [two] { $minutes } funud
       *[other] { $minutes } munud
    }
time-seconds = { $seconds } eiliad
web-begin = Defnyddio'r pwynt gwybodaeth hwn
web-open = Os agori di hwn yma, bydd y dudalen hon yn diflannu. Gall rhywun sy'n defnyddio'r ddyfais hon wedyn weld dy fod wedi bod yno.
web-lost = Nid yw'r pwynt gwybodaeth hwn yn gweithio ar hyn o bryd. Rho gynnig arall arni mewn ychydig funudau.
web-without-script = Mae angen JavaScript ar y dudalen hon. Gofynna i'r staff.
time-date = { $day } { $month } { $year }
time-day = { $day } { $month }
time-days = { $first } tan { $last }
month-january = Ionawr
month-february = Chwefror
month-march = Mawrth
month-april = Ebrill
month-may = Mai
month-june = Mehefin
month-july = Gorffennaf
month-august = Awst
month-september = Medi
month-october = Hydref
month-november = Tachwedd
month-december = Rhagfyr

## Languages
language-draft = { $name } (drafft)
language-fallback = Mae'r dudalen hon yn Saesneg am y tro.

## When nobody has touched a key for long
idle-question = Oes rhywun yno o hyd?
idle-hint = Pwysa unrhyw fysell i fynd ymlaen.

# Yr hyn y gall ymwelydd ei adael
form-required = { "*" } yn golygu bod angen ateb arnom ni.
form-fault = Edrycha eto, os gweli di'n dda: { $fault }
form-go-on = Ymlaen
form-change = newid
form-nothing = dim byd
form-start = Yn ôl i'r dechrau
form-forget = Na. Anghofiwch yr hyn a roddais
form-look = Edrych ar fy atebion
form-unsent = Ni chafodd ei gadw
form-unsent-what = Mae rhywbeth o'i le ar y sgrin hon. Nid dy fai di yw hyn.
form-unsent-kept = Mae'r hyn a roddaist yma o hyd, nes i ti adael. Ni chafodd ei anfon at neb.
form-unsent-do = Gelli di roi cynnig arall arni. Os nad yw'n gweithio, dyweda wrth y staff fod ffurflen wedi torri.
form-unsent-again = Rhoi cynnig arall arni
form-feedback = Dweud beth yw dy farn
form-feedback-useful = Pa mor ddefnyddiol oedd hyn?
form-feedback-useful-short = Pa mor ddefnyddiol oedd hyn
form-feedback-useful-hint = Pwysa rif. Does dim rhaid i ti ddweud pwy wyt ti na beth ddarllenaist ti.
form-feedback-useful-missing = dewisa un o'r llinellau.
form-feedback-useful-1 = Dim yn ddefnyddiol o gwbl
form-feedback-useful-2 = Dim yn ddefnyddiol iawn
form-feedback-useful-3 = Braidd yn ddefnyddiol
form-feedback-useful-4 = Defnyddiol
form-feedback-useful-5 = Defnyddiol iawn
form-feedback-words = Wyt ti am ddweud mwy?
form-feedback-words-short = Yr hyn a ddywedaist
form-feedback-words-prompt = Teipia yma, neu gad yn wag
form-feedback-words-hint = Ni all neb sy'n darllen hyn dy helpu nawr. Paid ag ysgrifennu enwau na rhifau.
form-feedback-talk = I siarad â rhywun, dewisa hyn.
form-feedback-check = Dy farn
form-feedback-consent = Mae'n cael ei gloi cyn ei gadw. Dim ond y bobl sy'n rhedeg y sgrin hon all ei agor. Allan nhw ddim gwybod ei fod oddi wrthyt ti.
form-feedback-send = Anfon
form-feedback-sent = Diolch
form-feedback-sent-what = Mae dy ateb gyda ni. Mae'n ein helpu i wella'r sgrin hon.
form-mailing = Cael newyddion drwy e-bost (i oedolion)
form-mailing-email = Eich cyfeiriad e-bost
form-mailing-email-short = Eich cyfeiriad e-bost
form-mailing-email-prompt = enw@example.org
form-mailing-email-hint = Rhestr i bobl 18 oed neu hŷn yw hon. Dim ond nes i chi ei anfon y bydd y cyfeiriad ar y sgrin hon.
form-mailing-email-missing = teipiwch gyfeiriad e-bost.
form-mailing-email-wrong = mae cyfeiriad e-bost yn edrych fel enw@example.org
form-mailing-name = Eich enw
form-mailing-name-short = Eich enw
form-mailing-name-prompt = Teipiwch yma, neu gadewch yn wag
form-mailing-name-hint = Does dim rhaid i chi roi enw.
form-mailing-topics = Beth hoffech chi ei gael?
form-mailing-topics-short = Yr hyn a gewch
form-mailing-topics-hint = Dewiswch un neu fwy. Dewiswch eto i dynnu marc.
form-mailing-topics-missing = dewiswch o leiaf un.
form-mailing-check = Ydy hyn yn iawn?
form-mailing-consent = Os cytunwch, bydd y bobl sy'n rhedeg y sgrin hon yn anfon newyddion a chyngor atoch drwy e-bost am yr hyn a ddewisoch. Gallwch stopio hyn ar unrhyw adeg. Mae pob e-bost yn dweud sut.
data-title = Am eich data
data-who = Pwy sy'n gyfrifol: { $who }
data-why = Pam: i anfon atoch yr hyn a ddewisoch, am eich bod yn cytuno.
data-long = Am ba hyd: bydd eich cyfeiriad ar y rhestr nes i chi ddweud stop.
data-days = { $days ->
    [one] Am ba hyd: bydd eich cyfeiriad ar y rhestr nes i chi ddweud stop. Caiff y ffurflen hon ei dileu ar ôl 1 diwrnod.
   *[other] Am ba hyd: bydd eich cyfeiriad ar y rhestr nes i chi ddweud stop. Caiff y ffurflen hon ei dileu ar ôl { $days } diwrnod.
  }
data-rights = Eich hawliau: gallwch ofyn am weld eich data, am ei newid, neu am ei ddileu. Gallwch dynnu'ch cytundeb yn ôl ar unrhyw adeg. Gallwch gwyno wrth y swyddfa diogelu data.
data-more = Mwy: { $where }
form-mailing-send = Rwy'n cytuno. Anfonwch e-byst ataf
form-mailing-sent = Diolch
form-mailing-sent-what = Mae eich atebion wedi'u cadw, a byddan nhw'n mynd at y bobl sy'n rhedeg y rhestr. Mae eich cyfeiriad dan glo. Ni all y sgrin hon ei ddangos eto.

# Yr hyn y gellir ei gofio
choices-title = Yr hyn y gall y sgrin hon ei gofio

choices-nothing = Does dim byd yn cael ei gofio yma ar ôl i ti adael. Felly does dim byd i ti ei ddewis.
choices-failed = Doedd dim modd cadw dy osodiadau ar gyfer yr ymweliad nesaf.
choices-failed-do = Nid dy fai di yw hyn. Maen nhw'n dal i weithio nes i ti adael. Gelli di ddewis eto, neu ddweud wrth y staff.
choices-now = Nawr: { $state }.
choices-saved = Wedi'i gadw.
choices-state-none = dim ond yr hyn sydd ei angen
choices-state-keep = dy osodiadau, ond dim cyfrif
choices-state-count = cyfrif, ond nid dy osodiadau
choices-state-both = dy osodiadau, a chyfrif
choices-refuse = Na. Dim ond yr hyn sydd ei angen
choices-accept = Iawn. Popeth ar y dudalen hon
choices-each = Dewis pob un ar wahân
choices-keep-yes = Fy ngosodiadau: iawn. Newid i na
choices-keep-no = Fy ngosodiadau: na. Newid i iawn
choices-count-yes = Cyfrif: iawn. Newid i na
choices-count-no = Cyfrif: na. Newid i iawn
choices-what = Beth mae hyn yn ei olygu
choices-essential = Yr hyn sydd ei angen: ble rwyt ti yn y tudalennau hyn, er mwyn i ti allu mynd yn ôl. Mae wedi mynd pan fyddi di'n gadael.
choices-keep-what = Dy osodiadau: lliwiau, bylchau, geiriau hawdd ac iaith. Os dywedi di iawn, mae'r ymweliad nesaf yma'n dechrau gyda nhw. Ni all neb wybod pwy oedd piau nhw.
choices-count-what = Cyfrif: pa mor aml mae pob tudalen yn cael ei hagor yma mewn diwrnod. Os dywedi di iawn, rydyn ni'n ychwanegu un at rif. Dim enwau, dim amserau, dim trefn.
choices-never = Dydyn ni byth yn cadw'r hyn rwyt ti'n chwilio amdano, yr hyn rwyt ti'n ei ateb, na pha dudalennau rwyt ti'n eu darllen. Os na ddewisi di ddim, mae'n golygu na. Gelli di ei newid ar unrhyw adeg.
about-title = Y sgrin hon

# Y tu ôl i ddrws y staff
staff-title = Staff
staff-prompt = Cyfrinair
staff-lead = Teipia gyfrinair y staff, yna pwysa Enter. Mae Escape yn gadael.
staff-wrong = Nid dyna'r cyfrinair. Rho gynnig arall arni.
staff-wait = Cafodd gormod o gyfrineiriau anghywir eu teipio. Rho gynnig arall arni ymhen { $time }.
staff-version = Fersiwn { $version }, wedi'i llwytho ar { $when }.
staff-words = Geiriau a gosodiadau
staff-accepted = Mae ymwelwyr yn gweld yr hyn a dderbyniwyd ar { $when }.
staff-changed = Newydd bryd hynny: { $files }
staff-well = Ni wrthodwyd unrhyw newid wedyn.
staff-refused = Gwrthodwyd newid { $when }. Nid yw ymwelwyr yn ei weld:
staff-held = Mae dychweliad yn dal y rhain fel yr oeddent, nes i rywun eu newid: { $files }
staff-pending = Newidiwyd rhywbeth nad yw ymwelwyr yn ei weld. Teipiwch: kiosk doctor
staff-unkept = Does dim ffolder data, felly does dim o'r newidiadau'n cael ei gadw.
staff-others = Ffurflenni a chyfrineiriau
staff-forms-off = Mae ffurflenni wedi'u diffodd.
staff-forms-unknown = Does dim modd cyfrif y ffurflenni. Mae'r gorchymyn "kiosk doctor" yn dweud pam.
staff-forms-waiting = Ffurflenni sy'n aros i gael eu hanfon: { $count }
staff-tries = Cyfrineiriau anghywir cyn yr un hwn: { $count }
staff-end = Gorffen y sgrin hon
staff-end-what = Mae'r sgrin yn cael ei chlirio, ac mae'r rhaglen yn gorffen. Does dim byd yn ei dechrau eto.
staff-restart = Dechrau'r sgrin hon eto
staff-restart-what = Mae'r sgrin yn clirio, ac yn dechrau eto ar ôl eiliad. I'w stopio am byth, teipia ar y peiriant: sudo systemctl stop kiosk

# Fesul llinell, i glustiau ac i braille
linear-hint = Teipia rif i'w agor, geiriau i chwilio, neu ? am fwy. Teipia 0 i adael.
linear-back = nôl
linear-help = help
linear-home = hafan
linear-quit = gadael
linear-keys = Mae rhif yn agor yr hyn sydd wrtho. | Mae b yn mynd yn ôl. Mae h yn rhestru'r llinellau cymorth. Mae t yn rhoi'r cyfeiriad i fynd gyda thi. | Mae unrhyw eiriau'n cael eu chwilio. | Mae 0, neu Escape ac yna Enter, yn gadael, ac yn clirio'r sgrin.
linear-choice = Teipia { $number }: { $label }
linear-link = (teipia { $number })
linear-unknown = Does dim byd gyda'r enw neu'r rhif hwnnw. Teipia ? am gymorth.
