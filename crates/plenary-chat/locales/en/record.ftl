### The record, and the check of it.

## Help
group-record = the record so far, and a check that nothing in it was altered or lost
verb-record-show =
    .about = shows the record so far
    .title = Record
    .arg-as-of = as it was at a date and time, such as 2007-10-30 12:00, or after an entry, such as @41
verb-record-check =
    .about = checks that no entry was altered or lost
    .title = Check the record
    .arg-head = the line that was kept from an earlier check, as papers print it

## Sentences
record-unbroken = The record is complete: { $count ->
    [one] 1 entry, not altered.
   *[other] { $count } entries, none altered or lost.
} To check it again later, keep this line: { $head }
record-broken = The record is damaged: { $why }. Please tell the operator.

## Refusals
expected-head = write the line as papers print it: the number of the entry, a colon and 64 letters and digits
