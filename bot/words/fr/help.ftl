help-row = { $command } : { $about }
help-plain = Vous pouvez aussi m'écrire comme à une personne : « 15 min sur LinkedIn pour trouver 3 prospects ».
help-all = Tout voir

next-line = D'abord, votre ligne éditoriale : quatre questions, deux minutes.
next-line-button = Commencer
next-client = Ajoutez un ancien client : je vous dirai quand l'appeler.
next-client-button = Ajouter un client
next-goal = Avant d'ouvrir un réseau, dites-moi pourquoi et pour combien de temps.
next-goal-button = Fixer un but
next-done = Un but est en cours. Dites-moi quand vous sortez.
next-done-button = C'est fini

unknown = Je ne suis pas sûr d'avoir compris.
unknown-near = Je ne suis pas sûr d'avoir compris. Vouliez-vous :
unknown-choice = { $command } : { $about }

stop-silent = Je me tais. Rien n'est effacé, et plus rien ne partira d'ici jusqu'à votre retour.
stop-back = Reprendre
