line-title = Your editorial line
line-ask-target = Whom do you speak to? (for example: owners of small building firms)
line-ask-feel = When they read you, what should they feel, and think of you?
line-ask-messages = What are your two or three key messages?
line-ask-expertise = What is your trade, the field you master? In your words, in detail.
line-target = Target
line-feel = Effect
line-messages = Messages
line-expertise = Expertise
line-answer = { $name }: { $answer }
line-version = Your line (version { $version }):
line-wordless = I need at least one word, written in letters.
line-change = Correct it
line-next-goal = Set a goal
line-words-history = history, versions, version, earlier
line-see-history = Versions
line-history = { $count ->
    [one] One version only:
   *[other] { $count } versions, newest first:
}
line-row = { $version }. { $day }: { $expertise }
