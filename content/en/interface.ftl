### The kiosk's own words, in Fluent (projectfluent.org). What stands in { $braces } is filled in by
### the kiosk; keep it as it is.

## Keys and commands, as the bottom line and the page of keys show them
key-leave = Esc
key-choose = Enter
key-move = Up, Down, Right
key-scroll = Page Up, Page Down
key-ends = Home, End
key-number = 1 - 9, 0, a - z
key-next = Tab
key-back = Left, Backspace
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
command-leave = Leave now
command-leave-help = Clear the screen at once, anywhere, at any time
command-choose-help = Open what is marked
command-move-help = Move line by line, or from choice to choice
command-scroll-help = Move a screen up or down; Space moves down, too
command-ends-help = Go to the beginning or the end
command-number-help = Open what it stands before; 0 is the tenth
command-next-help = Go to the next link, then to the keys below
command-back = Back
command-back-help = Go back to the page before
command-search = Search
command-search-help = Find a page by typing a word
command-people = Helplines
command-people-help = People to talk to, and their numbers
command-take = Take it
command-take-help = Take a page's address with you, if it has one
command-show = Show it large
command-show-help = Show words to say in large letters, where a page has some
command-breath = A slow breath
command-breath-help = A slow breath, for a minute
command-discreet = Dim it
command-discreet-help = Dim the page but for the line you read, and back
command-aloud = Read aloud
command-aloud-help = Hear the page; any key stops the voice
command-comfort = Easier
command-comfort-help = Make this easier to read: colours, spacing and words
command-keys = Keys
command-keys-help = This page

## Start
start-title = Information and advice
start-urgent = Do you need help now?
start-calm = You are right to ask here.
start-who = Who are you?
start-call = Rather talk to someone?
start-people = People to talk to
start-open =
    { $count ->
        [one] at least 1 open now
       *[other] at least { $count } open now
    }
start-search = Search for a word
start-comfort = Make this easier to read

start-private = What you read here is not recorded. Check who can see or hear you.
start-choices = choose what it may remember
start-idle = After { $time } without a key, this screen clears itself.

## Titles that name nothing, for a page that others may look at
short-topic = A page to read
short-question = A question
short-plan = Your plan
short-travels = Step by step
short-quiz = True or not?
short-sequence = Step by step
short-topics = What to do
short-group = What to do

## A slow breath
breath-title = A slow breath
breath-lead = You are not alone, and you have time. Everything else can wait for a minute.
breath-in = Breathe in
breath-out = Breathe out
breath-stop = Keep it still
breath-over = That was a minute. Take as many as you like.
breath-again = One more minute
breath-still-in = Breathe in, and count slowly to { $seconds }.
breath-still-out = Breathe out, and count slowly to { $seconds }.
breath-still-again = Again, as often as it is good for you.

## Lists, pathways, topics
topics-pathways = What to do, in a few questions
topics-pieces = To look at and to try
topics-read = To read
question-most = { $number } of { $of } at most
question-last = last question
question-place = { $number } of { $of }
step-place = Step { $number } of { $of }
step-next = Next step
question-read-short = Show me everything on one page
question-read = No questions. Show me everything on one page
plan-title = Your plan: { $title }
plan-tick = Did one? Its number ticks it off. It is forgotten when you leave.
plan-count = { $done } of { $of } done
plan-ticked = Each one helps.
plan-all-ticked = That took courage.
plan-worries = Are you afraid of this?
show-words = Words to say, or to show
show-title = Words to show
show-how = Turn the screen to someone. You don't have to speak.
plan-done = Done.
plan-undone = Not done.
pathway-questions = Questions
pathway-plans = Plans
pathway-question = Question { $number }: { $title }
pathway-plan = Plan { $number }: { $title }
pathway-to-question = { $answer } - go to question { $number }
pathway-to-plan = { $answer } - go to plan { $number }
piece-next = Next
quiz-true = True
quiz-false = Not true
quiz-right = You said: { $answer }. You are right.
quiz-many-true = You said: { $answer }. Many people are not sure.
quiz-many-false = You said: { $answer }. Many people think so.
quiz-is-true = That is true.
quiz-is-false = That is not true.
quiz-read = Read: { $title }
topic-next = Where to go from here
topic-reviewed = Last checked: { $date }.
topic-publishers = Based on: { $publishers }, and others.
topic-publishers-all = Based on: { $publishers }.
aloud-now = Any key stops the voice
place-key = Space
place-key-typing = Page Down
place-more = More
place-more-brief = ↓ More
place-end = { $percent } %

## People to talk to
always-danger = Danger?
people-title = People to talk to
people-lead = You can talk to any of these people. You choose who. Where no hours are shown, call and see.
people-danger = In danger now
people-everyone = Talk, report or get a picture taken down
people-others = For other people
people-near = Near here
people-near-police = reporting something to the police near here
people-near-services = anyone who is worried about a child near here
people-text = Or { $text }.
people-chat = Or chat on { $address }.
people-email = Email: { $address }.
people-bsl = Or use British Sign Language (BSL) on { $address }.
people-relay = Deaf, or speech is hard? Use { $number } in the Relay UK app or on a textphone.
people-web = On the web: { $address }
people-languages = Languages: { $languages }.
people-checked = Numbers were last checked on { $date }.

## When they answer, by the clocks of England and Wales
call-always = day and night
hours-open = open now
hours-until = open now, until { $time }
hours-opens = opens at { $time }
hours-opens-day = opens { $day } at { $time }
hours-opens-date = opens { $day } { $date } at { $time }
hours-always = It answers day and night, every day.
hours-days = It answers { $days }, { $opens } to { $closes }.
hours-span = { $first } to { $last }
hours-dates = On { $dates }: { $opens } to { $closes }.
hours-dates-closed = It does not answer on { $dates }.
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

card-print = Print these numbers
card-print-what = Numbers alone. Nothing else is on the paper, and the printer keeps nothing.
card-printed = It is being printed. Take the paper with you.
card-unprinted = It could not be printed. Copy the numbers by hand, or ask the staff.

## Search
search-title = Search
search-prompt = Type a word, for example "threat"
search-prompt-short = Type a word
search-lead = Or open one of these
search-found = { $count } found
search-guide = a few questions, then your plan
search-reading = To read: { $title }
search-nothing = Nothing was found for these words. Try another word, or open one of these.
search-elsewhere = This kiosk can't help with that. Please ask the staff here. It is for worries about pictures and threats, and for talking to someone.
search-none = Nothing was found for these words. You can talk to any of these people.

## Comfort
comfort-title = Make this easier to read
comfort-lead = Choose what is good for you. It changes at once, and only for you.
comfort-now = this is on
comfort-theme = Colours
comfort-theme-light = Dark on light
comfort-theme-dark = Light on dark
comfort-theme-contrast = As clear as can be
comfort-spacing = Space between lines
comfort-spacing-normal = Usual space
comfort-spacing-wide = More space
comfort-words = Words
comfort-words-normal = All the words
comfort-words-easy = Easy words, one step at a time
comfort-motion = Movement
comfort-motion-breath = Only the slow breath moves
comfort-motion-still = Nothing moves
comfort-discreet = If someone may look over your shoulder
comfort-discreet-off = Show the whole page
comfort-discreet-on = Dim all but my line, with short titles (key d)
contents-title = On this page

## Keys
keys-title = Keys
keys-lead = You can do everything with the keyboard.
keys-mouse = A mouse works, too. Click on what you want. Turn the wheel or drag the page to read on.

## What a visitor may leave behind
form-required = { "*" } means that we need an answer.
form-fault = Please look again: { $fault }
form-go-on = Go on
form-change = change
form-nothing = nothing
form-start = Back to the start
form-forget = No. Forget what I filled in
form-look = Look at my answers
form-unsent = It was not saved
form-unsent-what = Something is wrong with this kiosk. It is not your fault.
form-unsent-kept = What you filled in is still here, until you leave. It was not sent to anyone.
form-unsent-do = You can try again. If it does not work, please tell the staff that a form is broken.
form-unsent-again = Try again
form-feedback = Tell us what you think
form-feedback-useful = How useful was this?
form-feedback-useful-short = How useful it was
form-feedback-useful-hint = Press a number. You don't have to say who you are or what you read.
form-feedback-useful-missing = choose one of the lines.
form-feedback-useful-1 = Not at all useful
form-feedback-useful-2 = Not very useful
form-feedback-useful-3 = A bit useful
form-feedback-useful-4 = Useful
form-feedback-useful-5 = Very useful
form-feedback-words = Do you want to tell us more?
form-feedback-words-short = What you told us
form-feedback-words-prompt = Type here, or leave it empty
form-feedback-words-hint = Nobody who reads this can help you now. Please write no names and no numbers.
form-feedback-talk = To talk to someone, choose this.
form-feedback-check = Your feedback
form-feedback-consent = It is locked before it is saved. Only the people who run this kiosk can open it. They cannot know that it is from you.
form-feedback-send = Send it
form-feedback-sent = Thank you
form-feedback-sent-what = We have your answer. It helps us to make this kiosk better.
form-mailing = Get news by email (for adults)
form-mailing-email = Your email address
form-mailing-email-short = Your email address
form-mailing-email-prompt = name@example.org
form-mailing-email-hint = This list is for people who are 18 or over. The address is shown on this screen only until you send it.
form-mailing-email-missing = type an email address.
form-mailing-email-wrong = an email address looks like name@example.org
form-mailing-name = Your name
form-mailing-name-short = Your name
form-mailing-name-prompt = Type here, or leave it empty
form-mailing-name-hint = You don't have to give a name.
form-mailing-topics = What would you like to get?
form-mailing-topics-short = What you will get
form-mailing-topics-hint = Choose one or more. Choose again to take a mark away.
form-mailing-topics-missing = choose at least one.
form-mailing-check = Is this right?
form-mailing-consent = If you agree, the people who run this kiosk send you news and advice by email about what you chose. You can stop it at any time. Each email says how.
data-title = About your data
data-who = Who answers for it: { $who }
data-why = Why: to send you what you chose, because you agree to it.
data-long = How long: your address stays on the list until you say stop.
data-days = { $days ->
    [one] How long: your address stays on the list until you say stop. This form is deleted after 1 day.
   *[other] How long: your address stays on the list until you say stop. This form is deleted after { $days } days.
  }
data-rights = Your rights: you can ask to see your data, to change it, or to have it deleted. You can take your yes back at any time. You can complain to the office for data protection.
data-more = More: { $where }
form-mailing-send = Yes, I agree. Send me emails
form-mailing-sent = Thank you
form-mailing-sent-what = Your answers are saved, and will go to the people who run the list. Your address is locked. This kiosk cannot show it again.

## What may be remembered
choices-title = What this kiosk may remember

choices-nothing = Nothing is remembered here after you leave. So there is nothing for you to choose.
choices-now = Now: { $state }.
choices-saved = Saved.
choices-failed = Your settings could not be saved for the next visit.
choices-failed-do = It is not your fault. They still hold until you leave. You can choose again, or tell the staff.
choices-state-none = only what is needed
choices-state-keep = your settings, but no counting
choices-state-count = counting, but not your settings
choices-state-both = your settings, and counting
choices-refuse = No. Only what is needed
choices-accept = Yes. Everything on this page
choices-each = Choose each by itself
choices-keep-yes = My settings: yes. Change to no
choices-keep-no = My settings: no. Change to yes
choices-count-yes = Counting: yes. Change to no
choices-count-no = Counting: no. Change to yes
choices-what = What this means
choices-essential = What is needed: where you are in these pages, so that you can go back. It is gone when you leave.
choices-keep-what = Your settings: colours, spacing, movement, easy words and language. If you say yes, the next visit here begins with them. Nobody can tell whose they were.
choices-count-what = Counting: how often each page is opened here in a day. If you say yes, we add one to a number. No names, no times, no order.
choices-never = We never keep what you search for, what you answer, or which pages you read. If you choose nothing, it means no. You can change it at any time.
about-title = This kiosk

## A line at a time, for ears and for braille
linear-hint = Type a number to open it, words to search, or ? for more. Type 0 to leave.
linear-back = back
linear-help = help
linear-home = home
linear-quit = quit
linear-keys = A number opens what has it. | b or back goes back. home goes to the beginning. h lists the helplines. t is the address to take with you. | Any words are searched for. | 0, quit, or Escape and then Enter, leaves, and clears the screen.
linear-choice = Type { $number }: { $label }
linear-link = (type { $number })
linear-unknown = There is nothing with that name or number. Type ? for help.

## Behind the staff door: only staff see this, so it may speak of the machine
staff-title = Staff
staff-prompt = Passphrase
staff-lead = Type the staff's passphrase, then press Enter. Escape leaves.
staff-wrong = That is not the passphrase. Please try again.
staff-wait = Too many wrong passphrases were typed. Please try again in { $time }.
staff-version = Version { $version }, loaded on { $when }.
staff-words = Words and settings
staff-accepted = Visitors see what was accepted on { $when }.
staff-changed = Changed in it: { $files }
staff-well = No later edit was refused.
staff-refused = The edit of { $when } was refused. Visitors do not see it:
staff-held = A rollback holds these as they were, until somebody edits them: { $files }
staff-pending = Something was edited that visitors do not see. Type: kiosk doctor
staff-unkept = There is no data folder, so nothing is kept of edits.
staff-others = Forms and passphrases
staff-forms-off = Forms are switched off.
staff-forms-unknown = The forms cannot be counted. The command "kiosk doctor" says why.
staff-forms-waiting =
    { $count ->
        [one] 1 form is waiting to be sent on.
       *[other] { $count } forms are waiting to be sent on.
    }
staff-tries =
    { $count ->
        [one] 1 wrong passphrase was typed before this one.
       *[other] { $count } wrong passphrases were typed before this one.
    }
staff-end = End the kiosk
staff-end-what = The screen is cleared, and the kiosk ends. Nothing starts it again by itself.
staff-restart = Start the kiosk again
staff-restart-what = The screen clears, and the kiosk starts again after a second. To stop it for good, type on the machine: sudo systemctl stop kiosk

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

## In a browser: the ordinary page under the kiosk, which names nothing
web-begin = Use this information point
web-open = If you open it here, this page is gone. Someone who uses this device later may see that you were there.
web-lost = This information point is out of order at the moment. Please try again in a few minutes.
web-without-script = This page needs JavaScript. Please ask the staff.
time-date = { $day } { $month } { $year }
time-day = { $day } { $month }
time-days = { $first } to { $last }
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
