# The desk itself: help, misreadings, buttons.
already-so = It is so already. Nothing was changed.
nothing-changed = Nothing was changed.
no-meeting = There is no meeting “{ $meeting }” in this journal yet. The operator convenes it; “help” shows how.
press-stale = This button is superseded: what it was for has moved on. Nothing was changed. Say the command, or “help”.

help-head = What you can do here:
help-more = “help” and a word tells more. Numbers: C4 is a comment, N7 a nomination, D1 a decision, H5 a person.
help-unknown = There is no verb “{ $word }”. Type “help” for the list.
help-short = Short: { $short }

item-named = item { $number }, “{ $title }”
item-gone = an item that is no longer on the agenda
the-working-agenda = the working agenda
the-note = the explanatory note

misread-empty = Nothing was typed. “help” shows what you can do.
misread-verb = I do not know this. “help” shows what you can do.
misread-verb-near = I do not know this. Did you mean “{ $near }”?
misread-quote = This quotation does not end. Close it with a quotation mark.
misread-missing = “{ $arg }” is missing. It is said like this: { $usage }
misread-missing-field = Fill in “{ $arg }”: { $what }. Nothing was changed.
misread-too-much = There is no place for this. It is said like this: { $usage }
misread-bad = “{ $given }” does not fit { $arg }: { $expected }.
misread-bad-hidden = That does not fit { $arg }: { $expected }.
misread-choice = “{ $given }” does not fit { $arg }. Choose one of: { $choices }.
misread-field = The form has no field “{ $field }”. It has: { $known }.
misread-item = There is no item “{ $typed }” in { $symbol }; its items are 1 to { $last }.
misread-no-edition = There is no such paper yet.
misread-nothing-waits = No edition waits for the Chair.
misread-edition = There is no paper “{ $typed }”. There are: { $known }.
misread-delegation = “{ $typed }” is not on the roll. “people list” and “reply show” have the names.
misread-delegation-near = “{ $typed }” is not on the roll. Did you mean “{ $near }”?
misread-language = { $wanted }: not yet. The original is in { $original }.

expected-day = a day is written 2007-10-29
expected-moment = a moment is written "2007-10-30 12:00", an entry @41
expected-received = write day, time and way: "2007-10-29 16:10, fax 118/07"
expected-roll = write the source and the day: SOURCE, as of 2007-10-01
expected-roll-line = write code and name: BRA Brazil
expected-source = write SOURCE = 11 paragraphs
expected-cites = write the source and its paragraphs: SOURCE, 6, 7, 8
expected-topic = write it below its question as LABEL. TEXT
expected-question = write LABEL, what it asks (experts, presentations, other), the item if any, then a full stop and the text
expected-code = a code has 16 letters and digits in four groups
expected-person = a person's number, such as H5; “people list” has them
expected-nomination = a nomination's number, such as N7; “reply show” has them
expected-comment = a comment's number, such as C4; “comment list” has them
expected-withdrawable = the number of a comment (C4), a nomination (N7) or a decision (D1)
expected-once = say it once
expected-count = a count of votes, in digits

button-send = Send
button-secretariat-only = Secretariat only
button-drop = Discard
button-withdraw = Withdraw
button-read = Read
button-approve = Approve
button-return = Send back
button-issue = Yes, issue
button-no = No
button-object = Object
button-answer = Answer
button-not-me = Not me
button-nominate = Nominate
button-comment = Comment
comment-on = Comment on { $number }
button-share = Share

about-fictional = fictional example

place-unbound = This channel is not for a meeting yet. If you have a code, say “join” with the code and the meeting’s short name, which came with it. Then the secretariat says “meeting here”.
place-other = This channel is for the meeting { $meeting }; another meeting needs another channel.
place-nowhere = There is no channel here to bind; this is said in a channel.
place-bound = This channel is for the { $meeting } from now on, and so are its threads.
place-told = Papers, decisions and comments are announced here.
place-not-told = Nothing is announced here; announce:yes changes that.

practice-now = It is now { $time } in { $place }.
practice-none = Only a practice meeting has a clock to set.
practice-back = The practice clock only goes forward.
expected-practice = write a day, or a day and a time: 2007-11-19 09:00
message-not-own = Only your own messages can be entered into the record by you.
press-unknown = This is not a button of this desk.
text-attached = This is longer than a message; the whole of it is attached.
try-again = This could not be answered. Nothing is lost; please say it again. Reference for the log: { $reference }
