### Comments.

## Help
group-comment = comments on items of the agenda
verb-comment-add =
    .about = comments on an item or on the whole agenda; you see it before it is sent
    .title = Comment
    .menu = Enter into the record
    .arg-item = the item, such as 7
    .arg-text = the comment
    .arg-to = the comment to which this replies, such as C4
    .arg-readers = who may read it
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received, such as 2007-10-29 16:10, fax 118/07
verb-comment-list =
    .about = shows the comments that you may read
    .title = Comments
    .arg-item = the item, such as 7

## Sentences
comment-to-item = To { $item }:
comment-to-all = To the agenda as a whole:
comment-readers = It can be read by { $readers }. Nothing has been sent yet.
comment-mission-reads = The mission of { $delegation } can read it too.
comment-which = “{ $typed }” has meant different items in different editions. Which item do you mean?
comment-meaning = { $item } (“{ $typed }” in { $symbol })
comment-made = { $number } on { $item }. Readers: { $readers }. “{ VERB("me") }” shows the replies.
comment-made-all = { $number } on the agenda as a whole. Readers: { $readers }. “{ VERB("me") }” shows the replies.
comment-withdrawn = Comment { $number } is withdrawn. It stays in the history.
comment-dropped = Discarded. Nothing was sent or kept.
comment-none = There are no comments that you may read.
comment-head = { $count ->
    [one] 1 comment:
   *[other] { $count } comments:
}
comment-whole = the agenda as a whole
comment-line = { $number }, { $who }, on { $on }: { $text }
comment-line-reply = (in reply to { $number })
comment-line-private = (secretariat and Chair only)
comment-line-withdrawn = { $number }, { $who }, on { $on }: withdrawn
readers-secretariat = the secretariat and the Chair
readers-delegations = delegations and the secretariat
readers-public = everybody
notice-comment = { $number } by { $who } on { $on }:
notice-answers-yours = It is a reply to your { $number }.
button-send = Send
button-secretariat-only = Secretariat and Chair only
button-drop = Discard
button-comment = Comment
comment-on = Comment on item { $number }

## Refusals
expected-comment = write the number of a comment, such as C4; “{ VERB("comment list") }” shows the numbers
refuse-withdrawn = Comment { $number } has been withdrawn, so you cannot reply to it or withdraw it again.
refuse-not-author = Only its author can withdraw comment { $number }.
refuse-wider = A reply cannot have more readers than comment { $number } has. Leave out “readers:”, and it will have the same.
refuse-unknown-comment = There is no comment { $number } here. “{ VERB("comment list") }” shows the numbers.
