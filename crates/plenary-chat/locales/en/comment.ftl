comment-to-item = To { $item }:
comment-to-all = To the agenda as a whole:
comment-readers = Readers: { $readers }.
comment-which = This number has moved. Which one do you mean?
comment-meaning = { $item } (“{ $typed }” in { $symbol })
comment-made = { $number } on { $item }. Readers: { $readers }. You hear when it is answered.
comment-made-all = { $number } on the agenda as a whole. Readers: { $readers }. You hear when it is answered.
comment-withdrawn = { $number } is withdrawn; it stays in the history.
comment-dropped = Discarded. Nothing was sent, and nothing of it is kept.
comment-none = There is no comment that you may read.
comment-head = { $count ->
    [one] 1 comment:
   *[other] { $count } comments:
}
comment-whole = the agenda as a whole
comment-line = { $number }, { $who }, on { $on }: { $text }
comment-line-reply = (answers { $number })
comment-line-private = (secretariat only)
comment-line-withdrawn = { $number }, { $who }, on { $on }: withdrawn
readers-secretariat = the secretariat and the Chair
readers-delegations = delegations, secretariat
readers-public = everybody
notice-comment = { $number } by { $who } on { $on }:
notice-answers-yours = It answers your { $number }.
