minutes = { $count } min

goal-title = A goal before you open
goal-what-for = Why open a network now?
goal-not-now = Not now: I'd rather call someone
goal-purpose-watch = follow my field
goal-purpose-invitations = answer invitations
goal-purpose-prospects = find 3 prospects
goal-purpose-meeting = prepare a meeting
goal-ask-purpose = What for?
goal-ask-network = On which network?
goal-ask-minutes = How many minutes? 20 at most.
goal-words-around = i, i'm, i'll, i'd, am, will, want, would, like, open, opening, going, go, spend, spending, on, for, in, during, to, and, at, the, of, minutes, please, hello
goal-words-yes = yes, yep, yeah, reached, i did
goal-words-partly = partly, a bit, almost, half
goal-words-no = no, nope, not really, missed
goal-purpose-wrong = Say it in a few words, { $limit } characters at most.
goal-network-unknown = I don't know that network. For example: LinkedIn, Facebook, X, Instagram.
goal-length-wrong = I need a time of 1 to 20 minutes. Beyond that, the network is the one who gains.
goal-only-now = I only start a goal on the spot. Come back at that hour, I'll be ready.
goal-begun = Noted. At { $start } I open { $network } until { $end }. Goal: { $purpose }.
goal-running = You are on { $network } until { $end }. Goal: { $purpose }.
goal-finish = I've finished
goal-change = Change
goal-none = No goal is running.
goal-set-one = Set a goal
goal-cancelled = Cancelled, as if nothing had happened.
goal-closed-already = That is noted already.
goal-ended = Time's up: { $count } min on { $network }. Goal: { $purpose }. Reached?
goal-ended-late = Your time on { $network } ended at { $end }. Goal: { $purpose }. Reached?
goal-done = Yes
goal-partly = Partly
goal-not-done = No
goal-more = 5 min more
goal-more-until = All right, until { $end }, and then out.
goal-no-more = The five more minutes are given only once.
goal-was-done = Well done, noted. A voice is worth more than a click: how about a call?
goal-was-partly = Noted. The rest can wait for next time. How about a call now?
goal-was-not-done = Noted, no blame. Perhaps a call would serve you better?
goal-rather-call = Whom to call?
goal-won = Finished in { $spent } min: { $count ->
    [one] one minute won
   *[other] { $count } minutes won
}, { $week } in seven days. Enough to call someone:
goal-due = end of the time on { $network }
