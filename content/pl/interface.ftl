### The kiosk's own words in Polish, as far as the parents' pages need them; a draft.

command-leave = Wyjdź teraz
command-back = Wstecz
command-search = Szukaj
command-people = Infolinie
command-take = Zabierz
command-comfort = Wygoda
command-keys = Klawisze

start-title = Informacje i porady
start-urgent = Czy potrzebujesz pomocy teraz?
start-who = Kim jesteś?
start-people = Z kim można porozmawiać
start-search = Szukaj słowa
start-comfort = Ułatw czytanie
start-private = To, co tu czytasz, nie jest zapisywane. Sprawdź, kto widzi ten ekran.

question-place = { $number } z { $of }
step-place = Krok { $number } z { $of }
step-next = Następny krok
question-read = Bez pytań. Pokaż wszystko na jednej stronie
plan-title = Twój plan: { $title }
pathway-questions = Pytania
pathway-plans = Plany
pathway-question = Pytanie { $number }: { $title }
pathway-plan = Plan { $number }: { $title }
pathway-to-question = { $answer } - przejdź do pytania { $number }
pathway-to-plan = { $answer } - przejdź do planu { $number }
search-elsewhere = W tej sprawie ten punkt nie pomoże. Zapytaj kogoś, kto tu pracuje. Tu chodzi o zdjęcia, groźby i rozmowę z kimś.
topic-next = Co dalej
topic-reviewed = Ostatnio sprawdzono: { $date }.
topic-publishers = Na podstawie: { $publishers } i innych.
topic-publishers-all = Na podstawie: { $publishers }.
contents-title = Na tej stronie
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

take-title = Zabierz ze sobą
take-code = Kod otwiera tę stronę w telefonie.
take-camera = Skieruj na niego aparat telefonu. Albo przepisz adres.
take-copy = Przepisz ten adres albo wpisz go w telefonie.
take-private = Kto później zajrzy do telefonu, może zobaczyć tę stronę.

people-title = Z kim można porozmawiać
people-lead = Możesz porozmawiać z każdą z tych osób. Wybór należy do ciebie. Gdzie nie ma godzin, zadzwoń i sprawdź.
people-danger = W niebezpieczeństwie
people-everyone = Rozmowa, zgłoszenie albo usunięcie zdjęcia
people-others = Dla innych
people-near = W pobliżu
people-near-police = zgłaszanie spraw policji w tej okolicy
people-near-services = każdy, kto martwi się o dziecko w tej okolicy
people-text = Albo { $text }.
people-chat = Albo czat: { $address }.
people-email = E-mail: { $address }.
people-bsl = Albo brytyjski język migowy (BSL): { $address }.
people-relay = Dla osób głuchych i tych, którym trudno mówić: { $number } w aplikacji Relay UK albo na telefonie tekstowym.
people-web = W internecie: { $address }
people-languages = Języki: { $languages }.
people-checked = Numery ostatnio sprawdzono: { $date }.

hours-open = teraz czynne
hours-until = teraz czynne, do { $time }
hours-opens = od { $time }
hours-opens-day = od { $time }, { $day }
hours-always = Czynne dzień i noc, codziennie.
hours-days = Czynne: { $days }, od { $opens } do { $closes }.
hours-span = { $first } - { $last }
hours-midnight = północy
hours-holidays-open = Także w dni wolne od pracy (bank holidays).
hours-holidays-closed = Nie w dni wolne od pracy (bank holidays).
day-monday = poniedziałek
day-tuesday = wtorek
day-wednesday = środa
day-thursday = czwartek
day-friday = piątek
day-saturday = sobota
day-sunday = niedziela

take-numbers = Tylko numery?
card-title = Numery, które mogą się przydać
card-hint = Przepisz je ręcznie. Nie trzeba zapisywać, czyje są.

language-draft = { $name } (szkic)
language-fallback = Ta strona jest na razie po angielsku.
idle-question = Czy ktoś tu jest?
idle-hint = Naciśnij dowolny klawisz.
