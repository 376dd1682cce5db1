### Geiriau'r ciosg ei hun, mewn Fluent (projectfluent.org). Y ciosg sy'n llenwi'r hyn sydd mewn
### { $cromfachau }; cadwa nhw fel y maen nhw.

## Keys and commands
key-leave = Esc
key-choose = Enter
key-move = I fyny, I lawr
key-scroll = Page Up, Page Down
key-ends = Home, End
key-number = 1 - 9
key-next = Tab
key-back = Chwith, Backspace
key-back-short = ←
key-search = /
key-people = h
key-take = t
key-keys = ?
command-leave = Gadael nawr
command-leave-help = Clirio'r sgrin ar unwaith, o unrhyw le, ar unrhyw adeg
command-choose-help = Agor yr hyn sydd wedi'i farcio
command-move-help = Symud fesul llinell, neu o ddewis i ddewis
command-scroll-help = Symud sgrin i fyny neu i lawr; mae Space yn symud i lawr hefyd
command-ends-help = Mynd i'r dechrau neu i'r diwedd
command-number-help = Agor y dewis sydd â'r rhif hwnnw
command-next-help = Mynd i'r ddolen nesaf, yna i'r bysellau ar y gwaelod
command-back = Yn ôl
command-back-help = Mynd yn ôl i'r dudalen flaenorol
command-search = Chwilio
command-search-help = Dod o hyd i dudalen drwy deipio gair
command-people = Cymorth
command-people-help = Pobl i siarad â nhw, a'u rhifau
command-take = Cymryd
command-take-help = Mynd â chyfeiriad tudalen gyda ti, os oes un
command-keys = Bysellau
command-keys-help = Y dudalen hon

## Start
start-title = Gwybodaeth a chyngor
start-urgent = Oes angen help arnat ti nawr?
start-who = Pwy wyt ti?
start-people = Pobl i siarad â nhw
start-open =
    { $count ->
        [two] { $count } linell ar agor nawr
       *[other] { $count } llinell ar agor nawr
    }
start-search = Chwilio am air
start-private = Does dim cofnod o'r hyn rwyt ti'n ei ddarllen yma. Edrycha pwy sy'n gallu gweld y sgrin.
start-idle = Ar ôl { $time } heb fysell, mae'r sgrin yn clirio.

## Lists, pathways, topics
topics-pathways = Beth i'w wneud, mewn ambell gwestiwn
topics-read = I'w ddarllen
question-place = { $number } o { $of }
question-read = Dim cwestiynau. Dangos y cyfan ar un dudalen
plan-title = Dy gynllun: { $title }
pathway-questions = Cwestiynau
pathway-plans = Cynlluniau
pathway-question = Cwestiwn { $number }: { $title }
pathway-plan = Cynllun { $number }: { $title }
pathway-to-question = { $answer } - mynd i gwestiwn { $number }
pathway-to-plan = { $answer } - mynd i gynllun { $number }
topic-next = Ble i fynd nesaf
topic-reviewed = Gwiriwyd ddiwethaf: { $date }.
topic-publishers = Yn seiliedig ar: { $publishers }, ac eraill.
place-more = Space  Mwy  { $percent } %
place-end = { $percent } %

## People to talk to
people-title = Pobl i siarad â nhw
people-lead = Fe gei di siarad ag unrhyw un o'r bobl hyn. Ti sy'n dewis pwy.
people-danger = Mewn perygl nawr
people-everyone = Siarad, rhoi gwybod neu gael tynnu llun i lawr
people-others = I bobl eraill
people-text = Neu { $text }.
people-chat = Neu sgwrsia ar { $address }.
people-email = E-bost: { $address }.
people-bsl = Neu defnyddia Iaith Arwyddion Prydain (BSL) ar { $address }.
people-relay = Os na elli di glywed neu siarad ar y ffôn, deiala { $number } (Relay UK).
people-web = Ar y we: { $address }
people-languages = Ieithoedd: { $languages }.
people-checked = Gwiriwyd y rhifau ddiwethaf ar { $date }.

## When they answer. The names of the days stand behind "dydd" or "ddydd".
hours-open = ar agor nawr
hours-until = ar agor nawr, tan { $time }
hours-opens = yn agor am { $time }
hours-opens-day = yn agor ddydd { $day } am { $time }
hours-always = Mae'n ateb ddydd a nos, bob dydd.
hours-days = Mae'n ateb ddydd { $days }, { $opens } tan { $closes }.
hours-span = { $first } i ddydd { $last }
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
card-hint = Copïa nhw â llaw. Does dim rhaid i ti ysgrifennu rhifau pwy ydyn nhw.

## Search
search-title = Chwilio
search-prompt = Teipia air, er enghraifft "bygwth"
search-prompt-short = Teipia air
search-lead = Neu agora un o'r rhain
search-found =
    { $count ->
        [one] { $count } dudalen
        [two] { $count } dudalen
        [many] { $count } thudalen
       *[other] { $count } tudalen
    }
search-nothing = Ni ddaeth dim i'r golwg ar gyfer y geiriau hyn. Rho gynnig ar air arall, neu agora un o'r rhain.
search-none = Ni ddaeth dim i'r golwg ar gyfer y geiriau hyn. Fe gei di siarad ag unrhyw un o'r bobl hyn.

## Keys
keys-title = Bysellau
keys-lead = Fe elli di wneud popeth gyda'r bysellfwrdd. Mae'r llygoden a sgrin gyffwrdd yn gweithio hefyd.

## When something goes wrong
trouble-title = Wnaeth hynny ddim gweithio
trouble-what = Doedd dim modd dangos y dudalen hon. Ein bai ni yw hyn, nid dy fai di. Does dim o'r hyn wnest ti wedi'i golli na'i gofnodi.
trouble-do = Cer yn ôl a rho gynnig arall arni. Os bydd yn digwydd eto, dyweda wrth y staff fod tudalen wedi torri. Does dim rhaid i ti ddweud pa un.
trouble-help = Os oes angen help arnat ti nawr, gall y bobl hyn helpu.

## Time
time-minutes =
    { $count ->
        [two] { $minutes } funud
       *[other] { $minutes } munud
    }
time-seconds = { $seconds } eiliad
time-date = { $day } { $month } { $year }
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
