### What the assistant says whatever the feature.

sorry = Sorry, I got tangled up, and that is my fault. Nothing is lost; try again, or type /help.
channel-private = Everybody reads this channel. Write to me privately and I'll answer.

interview-step = { $title } ({ $number }/{ $total })
interview-again = Back to it. { $title }
interview-now = So far: { $value }
interview-keep = Keep it
interview-skip = Skip
interview-clear = Clear it
interview-cancel = Leave it
interview-cancelled = All right, I'll leave it. Nothing has changed.
interview-over = That question is closed.
interview-moved-on = I have that answer already. Next:
interview-needed = I need this one. “Leave it” stops everything.
interview-empty = I need a few words, however few.
interview-too-long = That is too long: { $length } characters, and { $limit } is the most.
interview-words-out = cancel, leave, leave it, stop, annuler, /cancel, /annuler
interview-words-skip = skip, no, none, nothing, passer, -
