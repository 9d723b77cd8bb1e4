import type { Messages } from '../en'
import { plural } from './plural'

export const settings: Messages['settings'] = {
  saved: 'Enregistré.',
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
    current: 'Mot de passe principal actuel',
    next: 'Nouveau mot de passe principal',
    submit: 'Modifier le mot de passe principal',
    lock: 'Verrouillage',
    lockAbout:
      'Un coffre verrouillé demande le mot de passe principal. Ses clés ont quitté la mémoire\u00a0; les formulaires commencés restent.',
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
  devices: {
    title: 'Appareils',
    state: (n) =>
      plural(n, {
        one: 'Votre compte est utilisé sur # appareil.',
        other: 'Votre compte est utilisé sur # appareils.',
      }),
    device: 'Appareil',
    here: 'Celui-ci',
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
    title: 'Clé API',
    state:
      'Permet à la ligne de commande et aux scripts de se connecter à votre place, sans deuxième étape.',
    card: 'Clé API personnelle',
    about:
      'Quiconque la possède peut se connecter à votre place, mais a encore besoin du mot de passe principal pour lire le coffre. Conservez-la comme un mot de passe.',
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
  appearance: {
    title: 'Apparence',
    state: 'Pour cet appareil seulement, en vigueur aussitôt.',
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
      'Comme «\u00a0n\u00a0» pour créer quelque chose. Désactivez-les si vous dictez à votre appareil ou touchez des touches par mégarde. Ctrl+K reste.',
  },
  language: {
    title: 'Langue',
    state:
      'Pour cette application, pour les messages qui vous sont envoyés et pour les réponses du serveur.',
    label: 'Langue de l’application',
  },
}
