draft-title = Relecture
draft-ask-network = Pour quel réseau ?
draft-ask-text = Collez votre texte.
draft-inside = C'est votre domaine. Votre ligne le dit : « { $answer } ».
draft-edge = C'est au bord de votre domaine, qui est : « { $answer } ».
draft-outside = C'est hors de votre domaine, qui est : « { $answer } ».
draft-like = Il se lit plutôt comme un texte sur : { $topic }.
draft-words = Les mots qui ont pesé : { $words }.
draft-no-line = Sans ligne éditoriale, je ne peux pas dire si c'est votre domaine ; voici pour le ton et la forme.
draft-no-model = Le modèle de lecture n'est pas installé : je ne peux pas dire si c'est votre domaine, je ne vérifie que le ton et la forme.
draft-no-words = Trop peu de mots pour dire si c'est votre domaine.
draft-foreign = Je ne lis que le français et l'anglais : je ne peux pas dire si c'est votre domaine.
draft-kept-before = Vous aviez choisi de garder ce texte tel quel ; je n'y reviens pas.
draft-form-fine = Pour la forme, rien à redire sur { $network }.
draft-too-long-there = { $network } accepte { $bound } signes ; il y en a { $count }, soit { $excess } de trop.
draft-too-many-tags = { $network } accepte { $bound ->
    [one] un seul mot-dièse
   *[other] { $bound } mots-dièse
} ; il y en a { $count }.
draft-long = { $count } signes. Jusqu'à { $bound }, les textes étaient plus lus sur { $network } ({ $source }).
draft-short = { $count } signes. Sur { $network }, les textes les plus vus en ont { $bound } ou plus ({ $source }), mais dire court reste une qualité.
draft-many-tags = { $count } mots-dièse. Repère : { $bound } au plus ({ $source }).
draft-fold = Avant « voir plus », on ne lira que : « { $quote }… »
draft-long-sentence = « { $quote }… » : une phrase de { $count } mots ; au-delà de { $bound }, on décroche ({ $source }).
draft-source = { $by }, { $year }, { $grade }
grade-official = dit par le réseau
grade-reported = rapporté
grade-recent = étude récente
grade-old = étude ancienne
grade-contested = les études se contredisent
draft-advice-outside = Une idée : dites plutôt ce que votre métier en voit, ou gardez-le pour vos proches.
draft-advice-edge = Une idée : un exemple de votre métier le ramènerait chez vous.
draft-edit = Le reprendre
draft-keep = Le garder tel quel
draft-kept = Gardé tel quel. C'est vous qui signez, et je ne vous en reparlerai pas.
draft-gone = Je ne retrouve pas ce texte.
draft-too-long = { $length } signes, c'est trop pour une relecture : { $limit } au plus.
draft-file-wrong = Je ne lis que les fichiers texte, et { $name } n'en est pas un que je comprenne.

draft-passage = Le passage qui s'éloigne le plus : « { $passage } »
draft-screenshot = Le signeriez-vous demain, devant un client ?
draft-sign = Oui, tel quel
draft-sleep = La nuit d'abord
draft-sleeps = C'est mis de côté ; je vous le remontre { $when }.
draft-leave = L'oublier
draft-left = Oublié. Personne ne l'aura vu.
draft-morning = Hier, ce texte vous faisait hésiter :
    « { $text } »
    Le signeriez-vous ce matin, devant un client ?
draft-due = un texte à relire
draft-reason-title = Gardé
draft-ask-reason = Pourquoi le garder ? Cela m'aide à mieux vous lire.
draft-names = Vous nommez { $names } : sont-ils d'accord ?
draft-repeats = C'est presque un texte que vous avez déjà publié : « { $beginning } »
draft-better = Mieux qu'avant : { $flags }.
draft-remains = Reste : { $flags }.
draft-posts-title = Vos publications
draft-posts-add = Donner 3 publications
draft-posts-kept = { $count ->
    [one] Une publication gardée : je vous lirai mieux.
   *[other] { $count } publications gardées : je vous lirai mieux.
}
draft-ask-post = { $number ->
    [1] Collez une publication récente qui vous plaît.
   *[other] Une autre ?
}
flag-edge = le bord du domaine
flag-outside = le hors-sujet
flag-cafe = le ton
flag-rumour = la rumeur
flag-gossip = le commérage
flag-generalisation = la généralité
flag-outrage = l'indignation
flag-insult = l'insulte
flag-self-promo = l'autopromotion
flag-caps = les majuscules
flag-too-long = la longueur permise
flag-long = la longueur
flag-too-many-tags = les mots-dièse permis
flag-many-tags = les mots-dièse
