client-title = Client
client-name = Nom
client-firm = Entreprise
client-phone = Téléphone
client-last-contact = Dernier contact
client-note = Note
client-ask-name = Son nom ?
client-ask-firm = Son entreprise ?
client-ask-phone = Son numéro de téléphone ?
client-ask-last-contact = Quand vous êtes-vous parlé pour la dernière fois ? (« en mars », « il y a 6 mois »)
client-ask-note = Un mot à retenir ? Le dernier sujet, le prochain besoin…
client-book = { $count ->
    [0] Votre carnet est vide. Une phrase suffit : « Nom, entreprise, téléphone, dernier contact, note ».
    [one] Un client dans votre carnet. Tapez /client et son nom pour le retrouver.
   *[other] { $count } clients dans votre carnet. Tapez /client et un nom pour en retrouver un.
}
client-add = Ajouter un client
client-add-another = En ajouter un autre
client-see-list = Voir la liste
client-list = { $count ->
    [one] Un client
   *[other] { $count } clients
}
client-list-file = Les { $count } premiers sont ci-dessus ; tous sont dans ce fichier.
client-added = Ajouté : { $who }
client-new = { $name } n'est pas encore dans votre carnet. Je l'ajoute :
client-which = { $count } clients portent ce nom. Lequel ?
client-contact = Dernier contact : { $day }
client-call = Appeler
client-edit = Modifier
client-remove = Retirer
client-edit-what = Que changer pour { $name } ?
client-removed = { $name } n'est plus dans votre carnet.
client-gone = Ce client n'est plus dans votre carnet.
client-name-wrong = Il me faut un nom, écrit avec des lettres.
client-phone-wrong = Ce numéro ne peut pas être composé. Par exemple : 06 12 34 56 78, ou +32 470 12 34 56.
client-day-wrong = Je ne lis pas cette date. Par exemple : 12 mars, ou il y a 3 mois.
client-day-future = Cette date est à venir ; un dernier contact est passé.
client-too-long = { $field } : { $limit } signes au plus.
client-words-list = liste, lister, tous, toutes, voir
client-words-add = ajouter, ajoute, nouveau, nouvelle, plus, add
client-words-met = vu, vue, vus, rencontre, rencontree, appele, appelee, parle, contacte, contactee, dernier, contact, depuis, le, en
