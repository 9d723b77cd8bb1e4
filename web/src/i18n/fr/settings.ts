import type { Messages } from '../en'
import { de } from './de'
import { plural } from './plural'

const itemsAnd = (items: number, folders: number): string =>
  `${plural(items, { one: '# élément', other: '# éléments' })}, ${plural(folders, { one: '# dossier', other: '# dossiers' })}`

export const settings: Messages['settings'] = {
  saved: 'Enregistré.',
  home: {
    title: 'Accueil',
    calm: 'Rien ne demande votre attention.',
    needs: (n) =>
      plural(n, {
        one: '# point demande votre attention.',
        other: '# points demandent votre attention.',
      }),
    attention: 'Ce qui demande votre attention',
    verify: 'Votre adresse e-mail n’est pas vérifiée',
    verifyWhy: 'Les organisations et les messages supposent qu’elle est à vous.',
    twoStep: 'L’authentification en deux étapes est désactivée',
    twoStepWhy: 'Quiconque apprend votre mot de passe principal peut se connecter à votre place.',
    twoStepAction: 'La configurer',
    derivation: 'Votre dérivation de clé est plus faible que recommandé',
    derivationWhy: 'Deviner votre mot de passe principal est plus facile qu’il ne faudrait.',
    derivationAction: 'La modifier',
    unreadable: (name) => `La clé ${de(name)} n’a pas pu être ouverte`,
    unreadableWhy:
      'Ce qu’elle partage n’est pas lisible ici. Un administrateur peut vous retirer et vous inviter à nouveau.',
    toConfirm: (n, name) =>
      plural(n, {
        one: `# personne attend d’être confirmée dans ${name}`,
        other: `# personnes attendent d’être confirmées dans ${name}`,
      }),
    toConfirmWhy: 'D’ici là, elles ne peuvent pas lire ce qui est partagé.',
    toConfirmAction: 'Voir qui',
    waiting: (name) => `${name} doit vous confirmer`,
    waitingWhy:
      'Vous avez accepté l’invitation. Un de ses administrateurs fait le reste\u00a0; nous vous écrirons alors.',
    disabled: (name) => `${name} est à l’arrêt`,
    disabledWhy:
      'Ses éléments ne peuvent pas être modifiés tant que sa licence ou son abonnement n’est pas en règle.',
    disabledAction: 'Voir l’abonnement',
    expires: (name, when) => `La licence ${de(name)} prend fin ${when}`,
    expiresWhy: 'Synchronisez-la ou téléversez-en une nouvelle avant ce jour.',
    expired: (name, when) => `La licence ${de(name)} a pris fin ${when}`,
    expiredWhy: (until) => `L’organisation continue jusqu’au ${until}, puis s’arrête.`,
    organizations: 'Vos organisations',
    organization: 'Organisation',
    role: 'Votre rôle',
    state: 'État',
    confirmed: 'Membre',
    accepted: 'Confirmation nécessaire',
    invited: 'Invitation envoyée',
    revoked: 'Révoqué',
    vault: 'Ouvrir le coffre',
    items: 'Voir ses éléments',
    itemsOf: (name) => `Voir ses éléments\u00a0: ${name}`,
    open: 'Ouvrir la console',
    openOf: (name) => `Ouvrir la console\u00a0: ${name}`,
    none: 'Vous n’appartenez à aucune organisation',
    noneWhy:
      'Une organisation partage des éléments entre ses membres. Quelqu’un peut vous inviter, ou vous en créez une.',
  },
  proof: {
    current: 'Mot de passe principal',
    why: 'Votre mot de passe principal, pour être sûr que c’est bien vous.',
  },
  account: {
    title: 'Compte',
    state: (since) => `À vous depuis le ${since}.`,
    profile: 'Profil',
    name: 'Nom',
    nameHelp: 'Les organisations dont vous êtes membre le voient à côté de votre adresse.',
    email: 'Adresse e-mail',
    emailAbout: 'Elle sert à vous connecter, et les messages y arrivent.',
    verified: 'Vérifiée',
    unverified: 'Pas encore vérifiée',
    verify: 'Envoyer le lien de vérification',
    verifySent: (email) => `Un message est en route vers ${email}. Son lien est valable un jour.`,
    changeEmail: 'Modifier l’adresse',
    others: 'Qui vous êtes pour les autres',
    fingerprint: 'Phrase d’empreinte',
    fingerprintHelp:
      'La personne qui vous confirme dans une organisation voit ces mots. Lisez-lui les vôtres, par exemple au téléphone\u00a0: s’ils sont identiques, personne ne s’est glissé entre vous.',
    id: 'Identifiant du compte',
    danger: 'Zone de danger',
    delete: 'Supprimer le compte',
    deleteAbout:
      'Votre coffre et votre place dans chaque organisation disparaissent aussitôt. C’est irréversible.',
  },
  changeEmail: {
    title: 'Modifier votre adresse e-mail',
    consequences: 'Ce qui en découle',
    everywhere: 'Vous êtes déconnecté sur tous les appareils, celui-ci compris.',
    logIn: 'Vous vous connectez avec la nouvelle adresse et le même mot de passe principal.',
    twoStep:
      'Les codes de l’authentification en deux étapes continuent d’arriver à l’adresse choisie pour eux.',
    newEmail: 'Nouvelle adresse e-mail',
    same: 'C’est déjà votre adresse.',
    mailCode: 'Y envoyer un code',
    mailed: (address) =>
      `Nous avons écrit à ${address}. Saisissez le code de ce message\u00a0; d’ici là, rien n’a changé.`,
    notThere:
      'Rien reçu\u00a0? Regardez parmi les indésirables. Une adresse qui a déjà un compte reçoit un message sans code.',
    code: 'Code reçu par e-mail',
    submit: 'Modifier l’adresse',
  },
  remove: {
    title: 'Supprimer ce compte définitivement\u00a0?',
    consequences: 'Ce qui est perdu',
    vault: 'Chaque élément et dossier de votre coffre, et ce que vous avez partagé par des liens.',
    organizations: (n, names) =>
      plural(n, {
        one: `Votre place dans # organisation\u00a0: ${names}.`,
        other: `Votre place dans # organisations\u00a0: ${names}.`,
      }),
    owner: 'Une organisation sans autre propriétaire empêche la suppression du compte.',
    typed: 'Saisissez l’adresse du compte',
    mismatch: (email) => `Ce n’est pas ${email}.`,
    submit: 'Supprimer le compte',
  },
  security: {
    title: 'Sécurité',
    state: 'Ce qui ouvre votre coffre, et quand il se ferme.',
    password: 'Mot de passe principal',
    passwordAbout:
      'Un nouveau met fin à toutes les sessions, sur cet appareil aussi. Personne ne peut le réinitialiser\u00a0: notez-le et conservez la note là où vous gardez vos objets de valeur.',
    demanded: (organizations) =>
      `Ces organisations ont des règles plus strictes que ce serveur\u00a0: ${organizations}.`,
    current: 'Mot de passe principal actuel',
    next: 'Nouveau mot de passe principal',
    submit: 'Modifier le mot de passe principal',
    lock: 'Verrouillage',
    lockAbout:
      'Un coffre verrouillé demande le mot de passe principal, ou le code PIN de cet onglet. Ses clés ont quitté la mémoire\u00a0; les formulaires commencés restent.',
    derivation: 'Dérivation de clé',
    derivationAbout:
      'La façon dont votre mot de passe principal devient une clé. Plus de travail rend les tentatives plus coûteuses, et la connexion plus lente sur les vieux appareils. Une modification met fin à toutes les sessions.',
    pbkdf2: (iterations) => `Actuellement PBKDF2 avec ${iterations} itérations.`,
    argon2id: (iterations, memory, lanes) =>
      `Actuellement Argon2id avec ${iterations} itérations, ${memory} Mio et un parallélisme de ${lanes}.`,
    low: 'C’est moins que ce qui est recommandé aujourd’hui.',
    algorithm: 'Algorithme',
    pbkdf2Name: 'PBKDF2 avec SHA-256',
    pbkdf2About: 'Connu de tous les programmes, même anciens.',
    argon2idName: 'Argon2id',
    argon2idAbout:
      'Demande aussi de la mémoire, ce qui rend les tentatives encore plus coûteuses. Recommandé.',
    iterations: 'Itérations',
    memory: 'Mémoire',
    memoryUnit: 'Mio',
    lanes: 'Parallélisme',
    derivationSubmit: 'Modifier la dérivation de clé',
    everywhere: 'Toutes les sessions',
    everywhereAbout:
      'Met fin à chaque session de votre compte\u00a0: navigateurs, applications, extensions, lignes de commande. Les appareils retenus redemandent la deuxième étape.',
    everywhereSubmit: 'Se déconnecter partout',
    everywhereTitle: 'Se déconnecter sur tous les appareils\u00a0?',
    everywhereEffect: 'Sur celui-ci aussi. Chacun redemandera le mot de passe principal.',
  },
  pin: {
    title: 'Déverrouillage par code PIN',
    about: (tries) =>
      `Ouvre le coffre verrouillé de cet onglet à la place du mot de passe principal, jusqu’à ce que l’onglet soit fermé ou rechargé, ou que vous vous déconnectiez. Après ${tries} essais erronés, le mot de passe principal est nécessaire.`,
    memory:
      'Tant qu’il est défini, la clé de votre compte reste dans la mémoire de cet onglet, chiffrée avec le code PIN. Elle n’est jamais enregistrée ni envoyée.',
    isSet: 'Un code PIN est défini dans cet onglet.',
    forbidden: (organizations) =>
      `Ces organisations n’autorisent pas l’ouverture de votre coffre avec un code PIN\u00a0: ${organizations}.`,
    set: 'Définir un code PIN',
    change: 'Modifier le code PIN',
    remove: 'Supprimer le code PIN',
    label: 'Code PIN',
    newLabel: 'Nouveau code PIN',
    help: (least) =>
      `Au moins ${least} caractères\u00a0; les lettres et les signes comptent aussi.`,
    tooShort: (least) => `Un code PIN compte au moins ${least} caractères.`,
    done: 'Le code PIN est défini.',
    changed: 'Le code PIN a été modifié.',
    removed: 'Le code PIN a été supprimé.',
    lead: (email) =>
      `Vous êtes toujours connecté en tant que ${email}. Votre code PIN vous ramène là où vous étiez.`,
    wrong: (left) =>
      plural(left, {
        one: 'Ce n’est pas votre code PIN. Il reste # essai.',
        other: 'Ce n’est pas votre code PIN. Il reste # essais.',
      }),
    usePassword: 'Utiliser plutôt le mot de passe principal',
    usePin: 'Utiliser plutôt le code PIN',
    spent: 'Le code PIN est oublié',
    spentWhy:
      'Un code erroné a été essayé trop souvent. Votre mot de passe principal ouvre le coffre\u00a0; vous pourrez redéfinir un code PIN dans les paramètres.',
  },
  twoStep: {
    title: 'Authentification en deux étapes',
    off: 'Désactivée\u00a0: quiconque connaît votre mot de passe principal peut se connecter à votre place.',
    on: (n, ways) =>
      plural(n, {
        one: `Activée. Après le mot de passe principal, il vous est demandé ceci\u00a0: ${ways}.`,
        other: `Activée. Après le mot de passe principal, il vous est demandé l’un de ces moyens\u00a0: ${ways}.`,
      }),
    authenticator: 'Application d’authentification',
    authenticatorAbout:
      'Une application de votre téléphone affiche six chiffres qui changent toutes les trente secondes. Elle fonctionne sans réseau.',
    email: 'Code par e-mail',
    emailAbout:
      'Nous envoyons un code à chaque connexion. La sûreté est celle de votre messagerie.',
    isOn: 'Activé',
    isOff: 'Désactivé',
    setUp: 'Configurer',
    setUpFor: (way) => `Configurer\u00a0: ${way}`,
    turnOff: 'Désactiver',
    turnOffFor: (way) => `Désactiver\u00a0: ${way}`,
    turnOffTitle: (way) => `Désactiver\u00a0: ${way}\u00a0?`,
    turnOffLast:
      'C’est votre seul moyen\u00a0: l’authentification en deux étapes sera désactivée. Les organisations qui la demandent à leurs membres peuvent mettre fin à votre accès.',
    turnOffOther: 'L’authentification en deux étapes reste activée, avec votre autre moyen.',
    turnedOff: (way) => `Désactivé\u00a0: ${way}.`,
    recovery: 'Code de récupération',
    recoveryAbout:
      'Vous connecte une fois si vous avez perdu tout autre moyen, et désactive l’authentification en deux étapes. Personne d’autre ne pourrait alors vous aider.',
    recoveryNone: 'Vous en recevez un dès que l’authentification en deux étapes est activée.',
    recoveryShow: 'Afficher le code',
    recoveryTitle: 'Conserver votre code de récupération',
    recoveryKeep:
      'Notez-le ou imprimez-le, et gardez-le là où vous le chercheriez sans cet appareil. Il ne suffit pas pour se connecter\u00a0: il faut aussi votre mot de passe principal.',
    recoveryKept: 'Je l’ai conservé',
    setUpAuthenticator: 'Configurer l’application d’authentification',
    scan: 'Scannez ceci avec l’application.',
    qr: 'Code pour votre application d’authentification',
    key: 'Clé, si vous ne pouvez pas scanner',
    code: 'Les six chiffres affichés maintenant',
    confirm: 'Activer',
    setUpEmail: 'Configurer les codes par e-mail',
    address: 'Les codes vont à',
    mailCode: 'Envoyer un code',
    mailed: (address) => `Nous avons envoyé un code à ${address}. Il est valable 10 minutes.`,
    mailedCode: 'Code reçu par e-mail',
    done: (way) => `Activé\u00a0: ${way}.`,
  },
  devices: {
    title: 'Appareils',
    state: (n) =>
      plural(n, {
        one: 'Votre compte est utilisé sur # appareil.',
        other: 'Votre compte est utilisé sur # appareils.',
      }),
    device: 'Appareil',
    here: 'Cet appareil',
    active: 'Dernière activité',
    since: 'Première connexion',
    trusted: 'De confiance',
    logOut: 'Déconnecter',
    logOutOf: (name) => `Déconnecter\u00a0: ${name}`,
    logOutTitle: (name) => `Déconnecter ${name}\u00a0?`,
    logOutEffect:
      'Sa session prend fin en quelques minutes. La prochaine connexion y comptera comme celle d’un nouvel appareil.',
    loggedOut: (name) => `Déconnecté\u00a0: ${name}.`,
    none: 'Aucun appareil',
    noneAbout: 'Les appareils apparaissent ici dès que vous vous y connectez.',
    kind: {
      web: (browser) => `Application web dans ${browser}`,
      extension: (browser) => `Extension pour ${browser}`,
      app: (system) => `Application pour ${system}`,
      program: (system) => `Programme pour ${system}`,
      commands: (system) => `Ligne de commande sous ${system}`,
      sdk: 'Un autre programme',
      server: 'Un serveur',
      unknown: 'Type inconnu',
    },
  },
  keys: {
    title: 'Clés',
    state: 'Ce avec quoi les scripts se connectent, et ce qui chiffre votre coffre.',
    card: 'Clé API personnelle',
    about:
      'Permet à la ligne de commande et aux scripts de se connecter à votre place, sans deuxième étape. Quiconque la possède peut se connecter à votre place, mais a encore besoin du mot de passe principal pour lire le coffre. Conservez-la comme un mot de passe.',
    show: 'Afficher la clé',
    rotate: 'Régénérer la clé',
    rotateTitle: 'Régénérer la clé API\u00a0?',
    rotateEffect: 'L’actuelle cesse aussitôt de fonctionner, dans chaque script qui l’utilise.',
    rotated: 'Clé régénérée. L’ancienne ne fonctionne plus.',
    shownTitle: 'Votre clé API',
    clientId: 'Identifiant client',
    clientSecret: 'Secret client',
    scope: 'Portée',
    grant: 'Type d’octroi',
  },
  organizations: {
    title: 'Organisations',
    state: 'Ce que chacune peut faire avec votre compte, et comment la quitter.',
    leave: 'Quitter',
    leaveOf: (name) => `Quitter\u00a0: ${name}`,
    about: 'Récupération de votre compte si vous oubliez votre mot de passe principal.',
    enrolled: 'Les administrateurs peuvent récupérer votre compte',
    notEnrolled: 'Les administrateurs ne peuvent pas récupérer votre compte',
    enrol: 'Autoriser',
    enrolFor: (name) => `Autoriser\u00a0: ${name}`,
    enrolTitle: (name) => `Autoriser ${name} à récupérer votre compte\u00a0?`,
    enrolDone: 'Les administrateurs peuvent récupérer votre compte.',
    withdraw: 'Ne plus autoriser',
    withdrawFor: (name) => `Ne plus autoriser\u00a0: ${name}`,
    withdrawTitle: (name) => `Ne plus autoriser ${name} à récupérer votre compte\u00a0?`,
    withdrawEffect:
      'Le serveur supprime la copie de la clé de votre compte qu’il gardait pour eux. Si vous perdez ensuite votre mot de passe principal, vous perdez votre coffre.',
    withdrawDone: 'Les administrateurs ne peuvent plus récupérer votre compte.',
    demanded: (name) => `${name} l’exige de tous ses membres.`,
    off: (name) => `${name} ne récupère pas les comptes.`,
  },
  rotation: {
    title: 'Clé de chiffrement du compte',
    about:
      'Elle chiffre tout votre coffre. Remplacez-la si quelqu’un peut la connaître, par exemple si votre mot de passe principal et une copie de vos données chiffrées sont tombés en de mauvaises mains.',
    open: 'Remplacer la clé de chiffrement',
    askTitle: 'Remplacer la clé de chiffrement de votre compte\u00a0?',
    consequences: 'Ce qui en découle',
    when: 'Modifiez d’abord votre mot de passe principal si quelqu’un peut le connaître\u00a0: il ouvre aussi la nouvelle clé.',
    everywhere: 'Vous êtes déconnecté sur tous les appareils, celui-ci compris.',
    stays:
      'Chaque élément et dossier est chiffré à nouveau, dans cet onglet\u00a0: gardez-le ouvert. Ce que les organisations partagent n’est pas touché.',
    backups: 'Les exports chiffrés que seul ce compte peut lire ne servent plus ensuite.',
    hint: 'Indice de votre mot de passe principal',
    hintHelp: 'Il est enregistré à nouveau avec la clé. Laissez-le vide pour ne plus en avoir.',
    submit: 'Remplacer la clé',
    work: 'Nouvelle clé de chiffrement du compte',
    running: 'En cours. Gardez cet onglet ouvert\u00a0; vous serez déconnecté à la fin.',
    steps: {
      read: (items, folders) => `Lecture\u00a0: ${itemsAnd(items, folders)}`,
      encrypted: (items, folders) =>
        `Chiffrement avec la nouvelle clé\u00a0: ${itemsAnd(items, folders)}`,
      kept: () => 'Enregistrement par le serveur',
    },
    uncertain: 'On ne sait pas si la clé a été remplacée',
    uncertainAbout:
      'Le serveur n’a pas répondu. Rechargez la page\u00a0: si vous devez vous reconnecter, elle l’a été.',
    unchanged: 'La clé n’a pas été remplacée, et rien n’a changé',
    lostTitle: (n) =>
      plural(n, {
        one: 'Rien n’a changé\u00a0: # objet de votre coffre est illisible',
        other: 'Rien n’a changé\u00a0: # objets de votre coffre sont illisibles',
      }),
    lostAbout:
      'Une autre clé rendrait cela définitif. Réparez chacun avec le programme qui l’a écrit, ou supprimez-le, y compris dans la corbeille. Puis réessayez.',
    item: (when) => `Un élément modifié le ${when}`,
    trashed: (when) => `Un élément de la corbeille, modifié le ${when}`,
    folder: (when) => `Un dossier modifié le ${when}`,
  },
  appearance: {
    title: 'Apparence',
    state: 'Pour cet appareil seulement, avec effet immédiat.',
    theme: 'Thème',
    themes: {
      system: 'Comme le système',
      light: 'Clair',
      dark: 'Sombre',
      contrast: 'Contraste élevé',
    },
    themesAbout: {
      system: 'Suit le clair et le sombre, et renforce le contraste quand le système le demande.',
      light: 'Texte sombre sur fond clair.',
      dark: 'Texte clair sur fond sombre.',
      contrast: 'Bords et couleurs plus marqués\u00a0; clair ou sombre comme le système.',
    },
    density: 'Densité',
    densities: {
      comfortable: 'Aérée',
      standard: 'Standard',
      compact: 'Compacte',
    },
    densitiesAbout: {
      comfortable: 'Plus d’espace entre les lignes.',
      standard: 'Un équilibre.',
      compact: 'Plus de lignes à l’écran.',
    },
    keys: 'Clavier',
    singleKeys: 'Raccourcis d’une seule lettre',
    singleKeysAbout:
      'Comme «\u00a0n\u00a0» pour créer quelque chose. Désactivez-les si vous commandez votre appareil à la voix ou appuyez sur des touches par mégarde. Ctrl+K reste.',
  },
  language: {
    title: 'Langue',
    state:
      'Pour cette application, pour les messages qui vous sont envoyés et pour les réponses du serveur.',
    label: 'Langue de l’application',
  },
}
