### What the desk itself says, whatever the topic.

## Sentences
already-so = That is already done. Nothing was changed.
nothing-changed = Nothing was changed.
asked-again = Something has changed since you were asked. Please look again.
no-meeting = There is no meeting “{ $meeting }” in this journal yet. The operator convenes it; “{ VERB("help") }” shows how.
press-stale = This button no longer applies. Nothing was changed. Type the command, or “{ VERB("help") }”.
button-withdraw = Withdraw
form-again = Open the form again
you-wrote = You wrote:

## Refusals
misread-empty = You have typed nothing. “{ VERB("help") }” shows what you can do.
misread-verb = I do not know this command. “{ VERB("help") }” shows what you can do.
misread-verb-near = I do not know this command. Did you mean “{ $near }”?
misread-quote = This quotation does not end. Close it with a quotation mark.
misread-missing = Please add “{ $arg }”. Write it like this: { $usage }
misread-missing-field = Please fill in “{ $arg }”: { $what }. Nothing was changed.
misread-too-much = I did not expect “{ $word }” here. Put several words in quotation marks. Write it like this: { $usage }
misread-bad = I could not read “{ $given }” as “{ $arg }”: { $expected }.
misread-bad-hidden = That is not a { $arg }: { $expected }.
misread-choice = “{ $given }” is not one of the choices for { $arg }. Choose one of: { $choices }.
misread-field = There is no “{ $field }:” here. The names are: { $known }. Nothing was changed.
misread-line = I did not expect the line “{ $line }” here. Nothing was changed.
misread-line-names = The line “{ $line }” does not say what it is. Begin it with a name and a colon, such as “{ $first }: …”. The names are: { $known }. Nothing was changed.
misread-language = This is not available in { $wanted } yet. The original is in { $original }.
expected-day = write the day like this: 2007-10-29
expected-moment = write a moment like this: "2007-10-30 12:00", or an entry like this: @41
expected-once = write it only once
refuse-too-many = Too many { $what }: at most { $max } are possible.
button-yes = Yes, enter it
expected-hour = write the hour like this: 16:10, and an offset like this: -04:00
expected-hour-shown = the clocks there skip this hour on that day
expected-hour-once = the clocks there show this hour twice on that day; add the offset, such as -04:00
deadline-day = { $day }, end of day in { $place }
deadline-hour = { $day } in { $place }
deadline-offset = { $day } (UTC{ $offset })
refuse-internal = Plenary could not do this; the log has the reason.
field-title = The title
field-comment = The comment
field-paragraph = The text
field-reason = The reason
field-name = The field
text-empty = { $what } is empty.
text-too-long = { $what } has { $chars } characters; at most { $max } are possible.
text-control = { $what } contains an invisible control character ({ $code }). Please type it again without that character.
fail-not-known = It is not known yet whether this was stored. Send it again in a moment: it will not be stored twice.
fail-busy = Others kept writing to this meeting. Nothing was stored; please try again.
fail-stopping = Plenary is stopping. Nothing was stored.
fail-name = “{ $meeting }” is not a short name of a meeting: use 1 to 48 of a-z, 0-9 and -.
fail-newer = This version of Plenary cannot read this: { $why }
fail-away = The store cannot be reached at the moment: { $why }. Nothing was stored; please try again later.
fail-journal = The store cannot be written at the moment: { $why }. Nothing was stored.
fail-keys = The keys cannot be used at the moment: { $why }. Nothing was stored.
fail-reference = Reference for the log: { $reference }
