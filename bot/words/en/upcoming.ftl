upcoming-none = Nothing is planned.
upcoming-list = { $count } things are planned:
upcoming-row = { $when }: { $what }
upcoming-gone = That is no longer planned.
upcoming-ask-when = Move this to when: { $what }?
upcoming-move-title = Move
upcoming-moved = Moved.
    { $what }
upcoming-move-again = Change
upcoming-cancel = Delete
upcoming-cancelled = Deleted: { $what }.
