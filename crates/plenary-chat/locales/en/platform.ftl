### What a platform says by itself, without the desk.

button-share = Share
message-not-own = You can enter only your own messages as comments.
press-unknown = I do not know this button. Type “{ VERB("help") }” for what you can do.
text-attached = This is too long for one message; the full text is attached.
try-again = Something went wrong. Nothing is lost; please try again. Reference for the log: { $reference }
platform-done = Done.
platform-nothing = There is nothing to show.
platform-shared = Shown to everybody here.
platform-more = More choices:
platform-too-large = This file is too large for Discord. Please ask the operator for it:
platform-too-long = This is too long for Discord, also as a file. Please ask for a part of it, or ask the operator, who can read all of it at a terminal.
platform-no-words = This message has no words. Nothing was changed.
platform-no-server = Please type this in a channel of the meeting’s server.
platform-unknown = This command belongs to another version of Plenary. Please close Discord, open it again and retry.
platform-slow-form = The form did not open in time. Nothing was changed; please try again.
platform-slowly = One command at a time, please. Nothing was changed; please try again.
platform-refused = Plenary replied, but Discord refused the reply.
private-go-on = Go on in the meeting’s channel: “{ VERB("me") }” shows what you can do.
private-waits = Something is waiting for somebody here who takes no direct messages from me. Type “{ VERB("me") }” to see whether it is you.
