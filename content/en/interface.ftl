### The kiosk's own words, in Fluent (projectfluent.org). What stands in { $braces } is filled in by
### the kiosk; keep it as it is.

## Keys and commands, as the bottom line and the page of keys show them
key-leave = Esc
key-choose = Enter
key-move = Up, Down
key-scroll = Page Up, Page Down
key-ends = Home, End
key-number = 1 - 9
key-next = Tab
key-back = Left, Backspace
key-back-short = ←
key-search = /
key-people = h
key-take = t
key-keys = ?
command-leave = Leave now
command-leave-help = Clear the screen at once, anywhere, at any time
command-choose-help = Open what is marked
command-move-help = Move line by line, or from choice to choice
command-scroll-help = Move a screen up or down; Space moves down, too
command-ends-help = Go to the beginning or the end
command-number-help = Open the choice with that number
command-next-help = Go to the next link, then to the keys at the bottom
command-back = Back
command-back-help = Go back to the page before
command-search = Search
command-search-help = Find a page by typing a word
command-people = Helplines
command-people-help = People to talk to, and their numbers
command-take = Take it
command-take-help = Take the address of a page with you, where there is one
command-keys = Keys
command-keys-help = This page

## Start
start-title = Information and advice
start-urgent = Do you need help now?
start-who = Who are you?
start-people = People to talk to
start-open =
    { $count ->
        [one] 1 line open now
       *[other] { $count } lines open now
    }
start-search = Search for a word

start-private = What you read here is not recorded. Check who can see this screen.
start-idle = After { $time } without a key, this screen clears itself.

## Lists, pathways, topics
topics-pathways = What to do, in a few questions
topics-read = To read
question-place = { $number } of { $of }
question-read = No questions. Show me everything on one page
plan-title = Your plan: { $title }
pathway-questions = Questions
pathway-plans = Plans
pathway-question = Question { $number }: { $title }
pathway-plan = Plan { $number }: { $title }
pathway-to-question = { $answer } - go to question { $number }
pathway-to-plan = { $answer } - go to plan { $number }
topic-next = Where to go from here
topic-reviewed = Last checked: { $date }.
topic-publishers = Based on: { $publishers }, and others.
place-more = Space  More  { $percent } %
place-end = { $percent } %

## People to talk to
people-title = People to talk to
people-lead = You can talk to any of these people. You choose who.
people-danger = In danger now
people-everyone = Talk, report or get a picture taken down
people-others = For other people
people-text = Or { $text }.
people-chat = Or chat on { $address }.
people-email = Email: { $address }.
people-bsl = Or use British Sign Language (BSL) on { $address }.
people-relay = If you can't hear or speak on the phone, dial { $number } (Relay UK).
people-web = On the web: { $address }
people-languages = Languages: { $languages }.
people-checked = Numbers were last checked on { $date }.

## When they answer, by the clocks of England and Wales
hours-open = open now
hours-until = open now, until { $time }
hours-opens = opens at { $time }
hours-opens-day = opens { $day } at { $time }
hours-always = It answers day and night, every day.
hours-days = It answers { $days }, { $opens } to { $closes }.
hours-span = { $first } to { $last }
hours-midnight = midnight
hours-holidays-open = Bank holidays, too.
hours-holidays-closed = Not on bank holidays.
day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday

## Take it with you
take-title = Take it with you
take-code = The code opens that page on your phone.
take-camera = Point your phone's camera at it. Or copy the address by hand.
take-copy = Copy this address by hand, or type it on your phone.
take-private = Someone who looks at your phone later may see that you were there.
take-numbers = Only want numbers?
card-title = Numbers I may need
card-hint = Copy them by hand. You don't need to write down whose they are.

## Search
search-title = Search
search-prompt = Type a word, for example "threat"
search-prompt-short = Type a word
search-lead = Or open one of these
search-found =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
search-nothing = Nothing was found for these words. Try another word, or open one of these.
search-none = Nothing was found for these words. You can talk to any of these people.

## Keys
keys-title = Keys
keys-lead = You can do everything with the keyboard. The mouse and a touch screen work, too.

## When something goes wrong
trouble-title = That did not work
trouble-what = This page could not be shown. It is our fault, not yours. Nothing you did is lost or recorded.
trouble-do = Go back and try again. If it happens again, please tell the staff that a page is broken. You do not need to say which one.
trouble-help = If you need help now, these people can help.

## Time
# $minutes may end in a half, such as 2½; $count is the same as a number
time-minutes =
    { $count ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
time-seconds =
    { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
time-date = { $day } { $month } { $year }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

## Languages
language-draft = { $name } (draft)
language-fallback = This page is in English for now.


## When nobody has touched a key for long; shown to whoever passes by, so it names nothing
idle-question = Are you still there?
idle-hint = Press any key to go on.
