### The verbs of one word, and help.

## Help
group-practice = the clock of a practice meeting
verb-help =
    .about = shows what you can do now; with a word, how to type it
    .title = Help
    .arg-word = a command or a group of commands
verb-me =
    .about = shows who you are here, your seats, your numbers, what waits for you
    .title = Who I am
verb-withdraw =
    .about = withdraws a comment (C4), a nomination (N7) or an open decision (D1); the history keeps it
    .title = Withdraw
    .arg-number = its number, such as C4 or N7
    .arg-reason = the reason
verb-practice-until =
    .about = moves the clock of a practice meeting on, such as to 2007-11-19 09:00
    .title = Practice clock
    .arg-when = the moment, such as 2007-11-19 09:00
    .arg-meeting = the meeting, such as ciber-v

## Sentences
help-head = What you can do here:
help-more = Type “{ VERB("help") }” and a word to learn more. In numbers such as C4, C stands for a comment, N for a nomination, Q for a request to present, D for a decision and H for a person.
help-unknown = There is no command “{ $word }”. Type “{ VERB("help") }” for the list.
help-lines = Put several words in quotation marks. Below the command, write one line for each of these, such as “{ $example }”; an empty line ends it:
help-repeats = {" "}(may stand several times)
help-short = Short form: { $short }
practice-now = It is now { $time } in { $place }.
practice-none = Only a practice meeting has a clock that you can set.
practice-back = The practice clock only goes forward.
me-operator = You are the operator. You can convene the meeting, and invite the Chair and the secretariat.
me-nobody = You have no seat here, so you can read what is public. If you have a code, type “{ VERB("join") } CODE”.
me-name = You are { $name } ({ $person }).
me-seat = You are { $seat }.
me-comments = Your comments: { $numbers }
me-reply = { $who } has replied to your comment { $own }: { $number }
kind-text = words; in quotation marks when another argument follows
kind-item = an item: 7, VII, item 7
kind-symbol = a symbol, in quotation marks when it has spaces
kind-delegation = a delegation by name or code
kind-person = a person: a number such as H5, or a name, in quotation marks when it has spaces
kind-number = a number, such as C4 or N7
kind-number-decision = the number of a decision, such as D1
kind-day = a day, such as 2007-10-29
kind-moment = a moment, such as "2007-10-30 12:00", or an entry, such as @41
kind-code = a one-time code
kind-meeting = a meeting by its short name, such as ciber-v

## Refusals
expected-withdrawable = write the number of a comment (C4), a nomination (N7) or a decision (D1)
expected-practice = write a day, or a day and a time: 2007-11-19 09:00
