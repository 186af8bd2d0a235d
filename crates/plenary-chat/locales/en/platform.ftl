### What a platform says by itself, without the desk.

button-share = Share
message-not-own = Only your own messages can be entered into the record by you.
press-unknown = This is not a button of this desk.
text-attached = This is longer than a message; the whole of it is attached.
try-again = This could not be answered. Nothing is lost; please say it again. Reference for the log: { $reference }
platform-done = Done.
platform-nothing = There is nothing to show.
platform-shared = Shown to everybody here.
platform-more = More:
platform-too-large = This file is larger than Discord takes; the program prints it:
platform-no-words = This message has no words. Nothing was changed.
platform-no-server = Say this in a channel of the meeting’s server.
platform-unknown = This command is from another release of Plenary. Close Discord, open it, and say it again.
platform-slow-form = The form did not open in time. Nothing was changed; please say it once more.
platform-slowly = One after the other, please. Nothing was changed; say it again.
platform-refused = Plenary answered, but Discord refused the answer.
