### What the desk itself says, whatever the topic.

## Sentences
already-so = It is so already. Nothing was changed.
nothing-changed = Nothing was changed.
no-meeting = There is no meeting “{ $meeting }” in this journal yet. The operator convenes it; “{ VERB("help") }” shows how.
press-stale = This button is superseded: what it was for has moved on. Nothing was changed. Say the command, or “{ VERB("help") }”.
button-withdraw = Withdraw

## Refusals
misread-empty = Nothing was typed. “{ VERB("help") }” shows what you can do.
misread-verb = I do not know this. “{ VERB("help") }” shows what you can do.
misread-verb-near = I do not know this. Did you mean “{ $near }”?
misread-quote = This quotation does not end. Close it with a quotation mark.
misread-missing = “{ $arg }” is missing. It is said like this: { $usage }
misread-missing-field = Fill in “{ $arg }”: { $what }. Nothing was changed.
misread-too-much = There is no place for this. It is said like this: { $usage }
misread-bad = “{ $given }” does not fit { $arg }: { $expected }.
misread-bad-hidden = That does not fit { $arg }: { $expected }.
misread-choice = “{ $given }” does not fit { $arg }. Choose one of: { $choices }.
misread-field = The form has no field “{ $field }”. It has: { $known }.
misread-language = { $wanted }: not yet. The original is in { $original }.
expected-day = a day is written 2007-10-29
expected-moment = a moment is written "2007-10-30 12:00", an entry @41
expected-once = say it once
refuse-too-many = Too many { $what }: { $max } at the most.
refuse-internal = Plenary could not do this; the log has the reason.
field-title = The title
field-comment = The comment
field-paragraph = The text
field-reason = The reason
field-name = The field
text-empty = { $what } is empty.
text-too-long = { $what } has { $chars } characters; { $max } are the most.
text-control = { $what } holds an invisible control character ({ $code }). Type it again without.
fail-not-known = It is not known yet whether this was stored. Send it again in a moment: it will not be stored twice.
fail-busy = Others kept writing to this meeting. Nothing was stored; please repeat.
fail-stopping = Plenary is stopping. Nothing was stored.
fail-name = “{ $meeting }” is not a name for a meeting: use 1 to 48 of a-z, 0-9 and -.
fail-newer = This cannot be read here: { $why }
fail-away = It cannot be read or written just now: { $why }. Nothing was stored; say it again later.
fail-journal = It cannot be written just now: { $why }. Nothing was stored.
fail-keys = The keys cannot be used just now: { $why }. Nothing was stored.
fail-reference = Reference for the log: { $reference }
