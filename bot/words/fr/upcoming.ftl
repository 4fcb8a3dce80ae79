upcoming-none = Rien n'est prévu.
upcoming-list = { $count } choses sont prévues :
upcoming-row = { $when } : { $what }
upcoming-gone = Ce n'est plus prévu.
upcoming-ask-when = À quand déplacer : { $what } ?
upcoming-move-title = Déplacer
upcoming-moved = Déplacé.
    { $what }
upcoming-move-again = Changer
upcoming-cancel = Supprimer
upcoming-cancelled = Supprimé : { $what }.
