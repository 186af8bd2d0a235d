### The verbs of one word, and help.

## Help
group-practice = the clock of a practice meeting
verb-help =
    .about = shows what you can do now; with a word, how to type it
    .title = Help
    .arg-word = a command or a group of commands
verb-me =
    .about = shows who you are here: your seats, your comments, and what is waiting for you
    .title = Who I am
verb-withdraw =
    .about = withdraws a comment (C4), nomination (N7), decision or objection (D1); it stays in the history
    .title = Withdraw
    .arg-number = the number of the comment, nomination or decision, such as C4, N7 or D1
    .arg-reason = the reason
verb-practice-until =
    .about = moves the clock of a practice meeting forward, for example to 2007-11-19 09:00
    .title = Practice clock
    .arg-when = the date and time, such as 2007-11-19 09:00
    .arg-meeting = the meeting, such as ciber-v

## Sentences
help-head = What you can do here:
help-more = Type “{ VERB("help") }” and a word to learn more. In numbers such as C4, C stands for a comment, N for a nomination, Q for a request to present, D for a decision and H for a person.
help-unknown = There is no command “{ $word }”. Type “{ VERB("help") }” for the list.
help-lines = Put several words in quotation marks. Below the command, write one line for each of these, such as “{ $example }”; an empty line ends it:
help-quotes = Put several words in quotation marks.
help-repeats = {" "}(can be repeated)
help-arg = { $what } ({ $how })
help-short = { $count ->
    [one] Short form: { $short }
   *[other] Short forms: { $short }
}
practice-now = It is now { $time } in { $place }.
practice-none = Only a practice meeting has a clock that you can set.
practice-back = The practice clock can only go forward. It is now { $time }.
me-operator = You are the operator. You convene the meeting and invite the Chair and the secretariat.
me-nobody = You have no seat here, so you can read only what is public. If you have a code, type “{ VERB("join") } CODE”.
me-name = You are { $name } ({ $person }).
me-seat = You are { $seat }.
me-comments = Your comments: { $numbers }
me-reply = { $who } has replied to your comment { $own }: { $number }
kind-item = also written VII or item 7
kind-symbol = in quotation marks when it has spaces
kind-delegation = by name or code
kind-person = in quotation marks when the name has spaces
kind-day = such as 2007-10-29

## Refusals
expected-withdrawable = write the number of a comment (C4), a nomination (N7) or a decision (D1)
expected-practice = write a day, or a day and a time: 2007-11-19 09:00
