client-title = Client
client-name = Name
client-firm = Firm
client-phone = Phone
client-last-contact = Last contact
client-note = Note
client-ask-name = Their name?
client-ask-firm = Their firm?
client-ask-phone = Their phone number?
client-ask-last-contact = When did you last speak? (“in March”, “6 months ago”)
client-ask-note = Anything to remember? The last subject, the next need…
client-book = { $count ->
    [0] Your book is empty. One sentence will do: “Name, firm, phone, last contact, note”.
    [one] One client in your book. Type /client and the name to find them.
   *[other] { $count } clients in your book. Type /client and a name to find one.
}
client-add = Add a client
client-add-another = Add another
client-see-list = See the list
client-list = { $count ->
    [one] One client
   *[other] { $count } clients
}
client-list-file = The first { $count } are above; all of them are in this file.
client-added = Added: { $who }
client-new = { $name } is not in your book yet. I'm adding them:
client-which = { $count } clients have that name. Which one?
client-contact = Last contact: { $day }
client-call = Call
client-edit = Edit
client-remove = Remove
client-edit-what = What should change for { $name }?
client-removed = { $name } is no longer in your book.
client-gone = That client is no longer in your book.
client-name-wrong = I need a name, written in letters.
client-phone-wrong = That number can't be dialled. For example: 020 7946 0018, or +33 6 12 34 56 78.
client-day-wrong = I can't read that date. For example: 12 March, or 3 months ago.
client-day-future = That date is still to come; a last contact is in the past.
client-too-long = { $field }: { $limit } characters at most.
client-words-list = list, all, see, show
client-words-add = add, new, plus, ajouter, ajoute
client-words-met = saw, seen, met, called, spoke, talked, last, contact, contacted, since, on, in
