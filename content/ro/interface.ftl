### The kiosk's own words in Romanian, as far as the parents' pages need them; a draft.

command-leave = Ieși acum
command-back = Înapoi
command-search = Caută
command-people = Linii de ajutor
command-take = Ia cu tine
command-comfort = Confort
command-keys = Taste

start-title = Informații și sfaturi
start-urgent = Ai nevoie de ajutor acum?
start-who = Cine ești?
start-people = Cu cine poți vorbi
start-search = Caută un cuvânt
start-comfort = Citire mai ușoară
start-private = Ce citești aici nu se înregistrează. Vezi cine poate privi acest ecran.

question-place = { $number } din { $of }
step-place = Pasul { $number } din { $of }
step-next = Pasul următor
question-read = Fără întrebări. Arată totul pe o pagină
plan-title = Planul tău: { $title }
pathway-questions = Întrebări
pathway-plans = Planuri
pathway-question = Întrebarea { $number }: { $title }
pathway-plan = Planul { $number }: { $title }
pathway-to-question = { $answer } - mergi la întrebarea { $number }
pathway-to-plan = { $answer } - mergi la planul { $number }
search-elsewhere = Cu asta nu putem ajuta aici. Întreabă personalul de aici. Acest loc este pentru poze, amenințări și pentru a vorbi cu cineva.
topic-next = Mai departe
topic-reviewed = Verificat ultima dată: { $date }.
topic-publishers = Pe baza: { $publishers } și altele.
topic-publishers-all = Pe baza: { $publishers }.
contents-title = Pe această pagină
time-date = { $day }.{ $month }.{ $year }
month-january = 01
month-february = 02
month-march = 03
month-april = 04
month-may = 05
month-june = 06
month-july = 07
month-august = 08
month-september = 09
month-october = 10
month-november = 11
month-december = 12

take-title = Ia cu tine
take-code = Codul deschide pagina pe telefonul tău.
take-camera = Îndreaptă camera telefonului spre el. Sau copiază adresa.
take-copy = Copiază adresa sau scrie-o pe telefon.
take-private = Cine se uită mai târziu în telefon poate vedea această pagină.

people-title = Cu cine poți vorbi
people-lead = Poți vorbi cu oricare dintre acești oameni. Tu alegi. Unde nu sunt ore, sună și vezi.
people-danger = În pericol acum
people-everyone = Să vorbești, să raportezi sau să fie ștearsă o poză
people-others = Pentru alții
people-near = Aproape de aici
people-near-police = raportări la poliția de aici
people-near-services = oricine este îngrijorat pentru un copil de aici
people-text = Sau { $text }.
people-chat = Sau chat pe { $address }.
people-email = E-mail: { $address }.
people-bsl = Sau limba britanică a semnelor (BSL) pe { $address }.
people-relay = Surd sau îți este greu să vorbești? Folosește { $number } în aplicația Relay UK sau de pe un telefon cu text.
people-web = Pe internet: { $address }
people-languages = Limbi: { $languages }.
people-checked = Numerele au fost verificate ultima dată: { $date }.

hours-open = deschis acum
hours-until = deschis acum, până la { $time }
hours-opens = deschide la { $time }
hours-opens-day = deschide { $day } la { $time }
hours-always = Răspunde zi și noapte, în fiecare zi.
hours-days = Răspunde { $days }, de la { $opens } la { $closes }.
hours-span = { $first } - { $last }
hours-midnight = miezul nopții
hours-holidays-open = Și în zilele libere legale (bank holidays).
hours-holidays-closed = Nu în zilele libere legale (bank holidays).
day-monday = luni
day-tuesday = marți
day-wednesday = miercuri
day-thursday = joi
day-friday = vineri
day-saturday = sâmbătă
day-sunday = duminică

take-numbers = Vrei doar numerele?
card-title = Numere de care pot avea nevoie
card-hint = Copiază-le de mână. Nu trebuie să scrii ale cui sunt.

language-draft = { $name } (ciornă)
language-fallback = Pagina aceasta este deocamdată în engleză.
idle-question = Mai este cineva aici?
idle-hint = Apasă orice tastă.
