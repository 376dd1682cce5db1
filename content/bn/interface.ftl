### The kiosk's own words in Bengali, as far as the start page and "In your language" need them; a draft.

command-leave = এখনই বেরোন
command-back = পিছনে
command-search = খুঁজুন
command-people = সাহায্যের নম্বর
command-aloud = পড়ে শোনান
command-comfort = সহজ করুন
command-keys = বোতাম

start-title = তথ্য ও পরামর্শ
start-urgent = এখনই সাহায্য দরকার?
start-who = আপনি কে?
start-call = কারও সঙ্গে কথা বলতে চান?
start-people = যাঁদের সঙ্গে কথা বলা যায়
start-open = এখন খোলা: অন্তত { $count }
start-search = একটি শব্দ খুঁজুন
start-comfort = পড়া সহজ করুন
start-private = এখানে আপনি যা পড়েন তা লিখে রাখা হয় না। কে দেখতে বা শুনতে পারে, খেয়াল রাখুন।

topic-next = এরপর কোথায়
topic-reviewed = শেষবার দেখা হয়েছে: { $date }।
topic-publishers = ভিত্তি: { $publishers } ও অন্যান্য।
topic-publishers-all = ভিত্তি: { $publishers }।
contents-title = এই পাতায়
take-title = সঙ্গে নিয়ে যান
comfort-title = পড়া সহজ করুন

call-always = দিনরাত
hours-open = এখন খোলা
hours-until = এখন খোলা, { $time } পর্যন্ত
hours-opens = { $time }-এ খোলে
hours-opens-day = { $day } { $time }-এ খোলে
hours-opens-date = { $day } { $date } { $time }-এ খোলে
hours-midnight = মাঝরাত
time-date = { $day }/{ $month }/{ $year }
month-january = 1
month-february = 2
month-march = 3
month-april = 4
month-may = 5
month-june = 6
month-july = 7
month-august = 8
month-september = 9
month-october = 10
month-november = 11
month-december = 12
day-monday = সোমবার
day-tuesday = মঙ্গলবার
day-wednesday = বুধবার
day-thursday = বৃহস্পতিবার
day-friday = শুক্রবার
day-saturday = শনিবার
day-sunday = রবিবার

language-draft = { $name } (খসড়া)
language-fallback = এই পাতাটি এখনও ইংরেজিতে।
idle-question = কেউ কি এখনও আছেন?
idle-hint = যে কোনো বোতাম টিপুন।
