line-title = Votre ligne éditoriale
line-ask-target = À qui vous adressez-vous ? (par exemple : les gérants de PME du bâtiment)
line-ask-feel = En vous lisant, que doivent-ils ressentir, et penser de vous ?
line-ask-messages = Quels sont vos deux ou trois messages clés ?
line-ask-expertise = Quel est votre métier, le domaine que vous maîtrisez ? Avec vos mots, en détail.
line-target = Cible
line-feel = Effet
line-messages = Messages
line-expertise = Expertise
line-answer = { $name } : { $answer }
line-version = Votre ligne (version { $version }) :
line-wordless = Il me faut au moins un mot, écrit avec des lettres.
line-change = Corriger
line-next-goal = Fixer un but
line-words-history = historique, versions, version, anciennes
line-see-history = Versions
line-history = { $count ->
    [one] Une seule version :
   *[other] { $count } versions, la plus récente d'abord :
}
line-row = { $version }. { $day } : { $expertise }
