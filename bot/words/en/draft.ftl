draft-title = Review
draft-ask-network = For which network?
draft-ask-text = Paste your text.
draft-inside = This is your field. Your line says it: “{ $answer }”.
draft-edge = This is on the edge of your field, which is: “{ $answer }”.
draft-outside = This is outside your field, which is: “{ $answer }”.
draft-like = It reads more like a text about: { $topic }.
draft-words = The words that weighed: { $words }.
draft-no-line = Without an editorial line I can't say whether this is your field; here are the tone and the form.
draft-no-model = The reading model is not installed: I can't say whether this is your field, I only check the tone and the form.
draft-no-words = Too few words to say whether this is your field.
draft-foreign = I only read French and English: I can't say whether this is your field.
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
draft-long-sentence = “{ $quote }…”: a sentence of { $count } words; beyond { $bound } readers drop off ({ $source }).
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

draft-passage = The passage that drifts most: “{ $passage }”
draft-screenshot = Would you sign it tomorrow, in front of a client?
draft-sign = Yes, as it is
draft-sleep = Sleep on it
draft-sleeps = Put aside; I'll show it to you again { $when }.
draft-leave = Forget it
draft-left = Forgotten. Nobody will have seen it.
draft-morning = Yesterday this text made you hesitate:
    “{ $text }”
    Would you sign it this morning, in front of a client?
draft-due = a text to read again
draft-reason-title = Kept
draft-ask-reason = Why keep it? It helps me read you better.
draft-names = You name { $names }: do they agree?
draft-repeats = This is almost a text you have published already: “{ $beginning }”
draft-better = Better than before: { $flags }.
draft-remains = Still there: { $flags }.
draft-posts-title = Your posts
draft-posts-add = Give 3 posts
draft-posts-kept = { $count ->
    [one] One post kept: I'll read you better.
   *[other] { $count } posts kept: I'll read you better.
}
draft-ask-post = { $number ->
    [1] Paste a recent post that you like.
   *[other] Another one?
}
flag-edge = the edge of your field
flag-outside = the subject
flag-cafe = the tone
flag-rumour = the rumour
flag-gossip = the gossip
flag-generalisation = the generalisation
flag-outrage = the outrage
flag-insult = the insult
flag-self-promo = the self-promotion
flag-caps = the capitals
flag-too-long = the permitted length
flag-long = the length
flag-too-many-tags = the permitted hashtags
flag-many-tags = the hashtags
