### Ce que l'assistant dit quelle que soit la fonction.

sorry = Pardon, je me suis emmêlé, et c'est de ma faute. Rien n'est perdu ; réessayez, ou tapez /aide.
channel-private = Ici, tout le monde lit. Écrivez-moi en privé et je vous réponds.

interview-step = { $title } ({ $number }/{ $total })
interview-again = On reprend. { $title }
interview-now = Pour l'instant : { $value }
interview-keep = Garder
interview-skip = Passer
interview-clear = Vider
interview-cancel = Laisser
interview-cancelled = D'accord, je laisse. Rien n'est changé.
interview-over = Cette question est close.
interview-moved-on = J'ai déjà cette réponse. La suite :
interview-needed = Celle-ci, j'en ai besoin. « Laisser » arrête tout.
interview-empty = Il me faut quelques mots, même peu.
interview-too-long = C'est trop long : { $length } signes, pour { $limit } au plus.
interview-words-out = annuler, annule, laisser, laisse, stop, cancel, /annuler, /cancel
interview-words-skip = passer, passe, non, aucun, aucune, rien, skip, -
