### The kiosk's own words in Arabic, as far as the start page and "In your language" need them; a draft.

command-leave = اخرج الآن
command-back = رجوع
command-search = بحث
command-people = خطوط المساعدة
command-aloud = اقرأ بصوت عالٍ
command-comfort = تسهيل
command-keys = المفاتيح

start-title = معلومات ونصائح
start-urgent = هل تحتاج إلى مساعدة الآن؟
start-who = من أنت؟
start-call = هل تفضل الكلام مع أحد؟
start-people = أشخاص يمكنك الكلام معهم
start-open = مفتوح الآن: { $count } على الأقل
start-search = ابحث عن كلمة
start-comfort = اجعل القراءة أسهل
start-private = ما تقرؤه هنا لا يُسجَّل. انتبه لمن يمكنه رؤيتك أو سماعك.

topic-next = إلى أين من هنا
topic-reviewed = آخر مراجعة: { $date }.
topic-publishers = استنادًا إلى: { $publishers } وغيرهم.
topic-publishers-all = استنادًا إلى: { $publishers }.
contents-title = في هذه الصفحة
take-title = خذه معك
comfort-title = اجعل القراءة أسهل

call-always = ليلًا ونهارًا
hours-open = مفتوح الآن
hours-until = مفتوح الآن حتى { $time }
hours-opens = يفتح الساعة { $time }
hours-opens-day = يفتح يوم { $day } الساعة { $time }
hours-opens-date = يفتح يوم { $day } { $date } الساعة { $time }
hours-midnight = منتصف الليل
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
day-monday = الاثنين
day-tuesday = الثلاثاء
day-wednesday = الأربعاء
day-thursday = الخميس
day-friday = الجمعة
day-saturday = السبت
day-sunday = الأحد

language-draft = { $name } (مسودة)
language-fallback = هذه الصفحة بالإنجليزية حتى الآن.
idle-question = هل ما زال هناك أحد؟
idle-hint = اضغط أي مفتاح.
