draft-title = Review
draft-ask-network = For which network?
draft-ask-text = Paste your text.
draft-inside = This is your field. Your line says it: “{ $answer }”.
draft-edge = This is on the edge of your field, which is: “{ $answer }”.
draft-outside = This is outside your field, which is: “{ $answer }”.
draft-like = It reads more like a text about: { $topic }.
draft-words = The words that weighed: { $words }.
draft-no-line = Without an editorial line I can't say whether this is your field; here is the form.
draft-no-model = The reading model is not installed: I only check the form.
draft-no-words = Too few words to say whether this is your field.
draft-kept-before = You chose to keep this text as it is; I won't come back to it.
draft-form-fine = The form is fine for { $network }.
draft-too-long-there = { $network } takes { $bound } characters; there are { $count }, which is { $excess } too many.
draft-too-many-tags = { $network } takes { $bound ->
    [one] one hashtag
   *[other] { $bound } hashtags
}; there are { $count }.
draft-long = { $count } characters. Up to { $bound }, texts were read more on { $network } ({ $source }).
draft-short = { $count } characters. On { $network } the most seen texts have { $bound } or more ({ $source }), but brevity remains a virtue.
draft-many-tags = { $count } hashtags. Rule of thumb: { $bound } at most ({ $source }).
draft-fold = Before “see more”, people will only read: “{ $quote }…”
draft-source = { $by }, { $year }, { $grade }
grade-official = says the network
grade-reported = reported
grade-recent = recent study
grade-old = old study
grade-contested = studies disagree
draft-advice-outside = An idea: say what your trade sees in it, or keep it for your friends.
draft-advice-edge = An idea: an example from your trade would bring it home.
draft-edit = Rework it
draft-keep = Keep it as it is
draft-kept = Kept as it is. You are the one who signs, and I won't mention it again.
draft-gone = I can't find that text.
draft-too-long = { $length } characters is too much for a review: { $limit } at most.
draft-file-wrong = I only read text files, and { $name } is not one I understand.
