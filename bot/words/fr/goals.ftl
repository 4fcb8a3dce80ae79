minutes = { $count } min

goal-title = Un but avant d'ouvrir
goal-what-for = Pourquoi ouvrir un réseau maintenant ?
goal-not-now = Pas maintenant : plutôt appeler quelqu'un
goal-purpose-watch = faire ma veille
goal-purpose-invitations = répondre aux invitations
goal-purpose-prospects = trouver 3 prospects
goal-purpose-meeting = préparer un rendez-vous
goal-ask-purpose = Pour quoi faire ?
goal-ask-network = Sur quel réseau ?
goal-ask-minutes = Combien de minutes ? 20 au plus.
goal-words-around = je, j, j'ouvre, j'ai, vais, veux, voudrais, aimerais, ouvre, ouvrir, aller, passer, passe, sur, pour, pendant, afin, de, d, et, a, dans, le, la, minutes, bonjour
goal-words-yes = oui, ouais, oui oui, fait, atteint, c'est fait
goal-words-partly = en partie, un peu, presque, a moitie
goal-words-no = non, pas vraiment, rate, pas atteint
goal-purpose-wrong = Dites-le en quelques mots, { $limit } signes au plus.
goal-network-unknown = Je ne connais pas ce réseau. Par exemple : LinkedIn, Facebook, X, Instagram.
goal-length-wrong = Il me faut un temps de 1 à 20 minutes. Au-delà, c'est le réseau qui y gagne.
goal-only-now = Je ne lance un but que sur le moment. Revenez à l'heure dite, je serai prêt.
goal-begun = C'est noté. À { $start }, j'ouvre { $network } jusqu'à { $end }. But : { $purpose }.
goal-running = Vous êtes sur { $network } jusqu'à { $end }. But : { $purpose }.
goal-finish = C'est fini
goal-change = Changer
goal-none = Aucun but n'est en cours.
goal-set-one = Fixer un but
goal-cancelled = C'est annulé, comme si de rien n'était.
goal-closed-already = C'est déjà noté.
goal-ended = C'est l'heure : { $count } min sur { $network }. But : { $purpose }. Atteint ?
goal-ended-late = Votre temps sur { $network } s'est terminé à { $end }. But : { $purpose }. Atteint ?
goal-done = Oui
goal-partly = En partie
goal-not-done = Non
goal-more = 5 min de plus
goal-more-until = D'accord, jusqu'à { $end }, puis on sort.
goal-no-more = Les cinq minutes de plus ne se donnent qu'une fois.
goal-was-done = Bien joué, c'est noté. Une voix vaut mieux qu'un clic : un appel ?
goal-was-partly = C'est noté. Le reste attendra la prochaine fois. Un appel, maintenant ?
goal-was-not-done = C'est noté, sans reproche. Un appel serait peut-être plus utile ?
goal-rather-call = Qui appeler ?
goal-won = Fini en { $spent } min : { $count ->
    [one] une minute gagnée
   *[other] { $count } minutes gagnées
}, { $week } en sept jours. De quoi appeler quelqu'un :
goal-due = fin du temps sur { $network }
