### The record, and whether it is whole.

## Help
group-record = the record so far, and whether it is whole
verb-record-show =
    .about = shows the record so far
    .title = Record
    .arg-as-of = as of a moment: 2007-10-30 12:00, or @41
verb-record-check =
    .about = checks that no entry was altered or lost
    .title = Check the record
    .arg-head = a head that was kept elsewhere, as papers print it

## Sentences
record-unbroken = { $count ->
    [one] 1 entry, unbroken. Head: { $head }
   *[other] { $count } entries, unbroken. Head: { $head }
}
record-broken = The record is not whole: { $why }

## Refusals
expected-head = write the head as papers print it: the number of the entry, a colon, 64 hexadecimal digits
