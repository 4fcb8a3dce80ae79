help-row = { $command }: { $about }
help-plain = You can also write to me as to a person: “15 min on LinkedIn to find 3 prospects”.
help-all = See everything

next-line = First, your editorial line: four questions, two minutes.
next-line-button = Begin
next-client = Add a past client: I'll tell you when to call.
next-client-button = Add a client
next-goal = Before you open a network, tell me why and for how long.
next-goal-button = Set a goal
next-done = A goal is running. Tell me when you leave.
next-done-button = I've finished

unknown = I'm not sure I understood.
unknown-near = I'm not sure I understood. Did you mean:
unknown-choice = { $command }: { $about }

stop-silent = I'll be silent. Nothing is erased, and nothing more is sent until you come back.
stop-back = Come back
