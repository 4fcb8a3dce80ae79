draft-title = Relecture
draft-ask-network = Pour quel réseau ?
draft-ask-text = Collez votre texte.
draft-inside = C'est votre domaine. Votre ligne le dit : « { $answer } ».
draft-edge = C'est au bord de votre domaine, qui est : « { $answer } ».
draft-outside = C'est hors de votre domaine, qui est : « { $answer } ».
draft-like = Il se lit plutôt comme un texte sur : { $topic }.
draft-words = Les mots qui ont pesé : { $words }.
draft-no-line = Sans ligne éditoriale, je ne peux pas dire si c'est votre domaine ; voici pour la forme.
draft-no-model = Le modèle de lecture n'est pas installé : je ne vérifie que la forme.
draft-no-words = Trop peu de mots pour dire si c'est votre domaine.
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
