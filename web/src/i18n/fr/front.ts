import type { Messages } from '../en'
import { de } from './de'
import { plural } from './plural'

export const front: Messages['front'] = {
  email: 'Adresse e-mail',
  password: 'Mot de passe principal',
  backToLogIn: 'Retour à la connexion',
  logIn: {
    title: 'Se connecter',
    lead: 'Utilisez l’adresse e-mail de votre compte.',
    leadPassword: (email) => `Connexion en tant que ${email}.`,
    remember: 'Retenir cette adresse sur cet appareil',
    another: 'Utiliser une autre adresse',
    submit: 'Se connecter',
    hint: 'Obtenir l’indice',
    newHere: 'Vous n’avez pas de compte\u00a0?',
    signUp: 'Créer un compte',
    loggedOut: 'Vous êtes déconnecté. Aucune clé ne reste sur cet appareil.',
    passwordChanged: 'Votre mot de passe principal a été modifié. Connectez-vous avec le nouveau.',
    emailChanged: 'Votre adresse e-mail a été modifiée. Connectez-vous avec la nouvelle.',
    keyRotated:
      'Votre compte a une nouvelle clé. Reconnectez-vous, ici et sur vos autres appareils.',
    comeBack: 'Connectez-vous pour continuer vers la page demandée.',
  },
  connector: {
    title: 'Indisponible ici',
    missing: {
      sso: 'Ce serveur ne propose pas encore l’authentification unique (SSO).',
      webauthn:
        'Ce serveur ne propose pas encore l’authentification en deux étapes par clé de sécurité.',
      passkey: 'Ce serveur ne propose pas encore la connexion par clé d’accès.',
      duo: 'Ce serveur ne propose pas encore l’authentification en deux étapes par Duo.',
      proxy: 'Ce serveur n’accepte pas encore qu’un proxy vous connecte.',
    },
    unknown: 'Ce serveur ne propose pas ce pour quoi vous êtes ici.',
    instead:
      'Fermez cette fenêtre, puis choisissez une autre façon de vous connecter, là d’où vous venez.',
    logIn: 'Se connecter ici',
  },
  signUp: {
    title: 'Créer un compte',
    lead: 'D’abord, une adresse où les messages vous parviennent.',
    name: 'Votre nom',
    nameHelp: 'Les organisations que vous rejoignez le voient à côté de votre adresse.',
    haveOne: 'Vous avez déjà un compte\u00a0?',
    sentTitle: 'Consultez votre messagerie',
    sent: (email) =>
      `Nous avons envoyé un message à ${email}. Son lien vous mène à la suite et reste valable 30 minutes.`,
    notThereYet:
      'Rien reçu\u00a0? Attendez une minute et regardez parmi les indésirables. Vous pourrez ensuite faire renvoyer le message.',
    notThere: 'Rien reçu\u00a0? Regardez parmi les indésirables, ou faites renvoyer le message.',
    again: 'Renvoyer le message',
    againIn: (seconds) =>
      plural(seconds, {
        one: 'Renvoyer le message dans # seconde',
        other: 'Renvoyer le message dans # secondes',
      }),
    sentAgain: 'Message renvoyé.',
    another: 'Utiliser une autre adresse',
    closedTitle: 'Sur invitation seulement',
    closed:
      'Ce serveur n’accepte pas de nouveaux comptes. Demandez une invitation à la personne qui l’exploite ou à une organisation qui l’utilise.',
    lapsedTitle: 'Ce lien n’est plus valable',
    lapsed: 'Il a déjà servi ou date de plus de 30 minutes. Nous pouvons vous en envoyer un autre.',
    takenTitle: 'Cette adresse a déjà un compte',
    taken: (email) => `Connectez-vous avec ${email} et le mot de passe principal de ce compte.`,
    sendAnother: 'Envoyer un autre lien',
  },
  finish: {
    title: 'Choisir votre mot de passe principal',
    lead: (email) =>
      `Pour ${email}. Lui seul ouvre votre coffre, personne d’autre ne l’apprend, et personne ne peut le réinitialiser.`,
    submit: 'Créer le compte',
    rules: (organization) => `${organization} a des règles plus strictes que ce serveur.`,
    signedIn: (email) =>
      `Vous êtes connecté en tant que ${email}. Déconnectez-vous d’abord pour créer un autre compte.`,
    incomplete:
      'L’adresse ouverte est incomplète. Ouvrez à nouveau le lien du message, ou demandez-en un autre.',
    made: 'Votre compte est prêt.',
  },
  hint: {
    title: 'Indice du mot de passe',
    lead: 'Nous envoyons par e-mail l’indice que vous avez écrit en choisissant votre mot de passe principal.',
    submit: 'Envoyer l’indice',
    sentTitle: 'Consultez votre messagerie',
    sent: (email) =>
      `S’il existe un compte pour ${email}, son indice est en route. Un compte sans indice reçoit un message qui le dit.`,
    lost: 'Sans le mot de passe principal, personne ne peut ouvrir le coffre. Si l’indice ne suffit pas, il ne reste qu’à recommencer.',
    noHelp: 'Le mot de passe est perdu\u00a0?',
    deleteAccount: 'Supprimer le compte et recommencer',
  },
  deleteByMail: {
    title: 'Supprimer un compte',
    lead: 'Pour un compte auquel vous ne pouvez plus vous connecter. Un lien qui le supprime part à son adresse.',
    hintFirst:
      'Personne ne peut ouvrir son coffre sans le mot de passe principal. Pour recommencer avec la même adresse, il faut d’abord supprimer le compte.',
    consequences: 'Ce qui est perdu',
    vault: 'Chaque élément et dossier de son coffre.',
    organizations: 'Sa place dans chaque organisation. Ce qu’elles partagent leur reste.',
    forever: 'Personne ne peut revenir en arrière, ni vous ni la personne qui exploite ce serveur.',
    mailLink: 'Envoyer le lien',
    sent: (email) =>
      `S’il existe un compte pour ${email}, un lien qui le supprime est en route. Il est valable un jour, et rien n’est supprimé avant votre confirmation.`,
    confirmTitle: 'Supprimer ce compte définitivement\u00a0?',
    confirm: (email) => `Le compte ${de(email)} disparaît aussitôt.`,
    typed: 'Saisissez l’adresse du compte',
    mismatch: (email) => `Ce n’est pas ${email}.`,
    submit: 'Supprimer le compte',
    doneTitle: 'Le compte est supprimé',
    done: (email) =>
      `Il ne reste rien du compte ${de(email)}. Son adresse est libre pour un nouveau compte.`,
    refusedTitle: 'Rien n’a été supprimé',
    refused:
      'Un lien est valable un jour et une seule fois, et ne l’est plus dès que le compte change. Vous pouvez en recevoir un autre.',
  },
  twoStep: {
    title: 'Authentification en deux étapes',
    authenticator:
      'Saisissez les six chiffres que votre application d’authentification affiche pour ce compte.',
    mailed: (address) => `Nous avons envoyé un code à ${address}. Il est valable 10 minutes.`,
    mailing: (address) => `Un code est en route vers ${address}.`,
    notMailed: 'Aucun code n’a pu être envoyé.',
    code: 'Code',
    remember: 'Ne plus demander sur cet appareil pendant 30 jours',
    another: 'Autres moyens',
    methods: {
      authenticator: 'Code de l’application d’authentification',
      email: 'Code par e-mail',
      duo: 'Duo',
      yubikey: 'YubiKey',
      webauthn: 'Clé de sécurité',
    },
    recovery: 'Code de récupération',
    resend: 'Envoyer un autre code',
    resendIn: (seconds) =>
      plural(seconds, {
        one: 'Envoyer un autre code dans # seconde',
        other: 'Envoyer un autre code dans # secondes',
      }),
    resent: 'Un autre code est en route.',
    notHere: (methods) =>
      `Votre compte demande ceci, qui n’est pas encore utilisable ici\u00a0: ${methods}. Utilisez le code de récupération ou une autre application.`,
    startAgain: 'Recommencer',
    left: 'Cette connexion est restée inachevée. Recommencez.',
  },
  newDevice: {
    title: 'Est-ce bien vous\u00a0?',
    lead: (email) =>
      `Vous n’avez encore jamais utilisé cet appareil. Nous avons envoyé un code à ${email}\u00a0; il est valable 10 minutes.`,
    why: 'L’authentification en deux étapes remplace cette question. Vous pourrez la configurer une fois connecté.',
    submit: 'Continuer',
  },
  renew: {
    title: 'Choisir un meilleur mot de passe principal',
    lead: 'Une organisation dont vous êtes membre en demande un plus sûr que le vôtre. Choisissez-le maintenant, puis continuez où vous alliez.',
    effect: 'Vos autres appareils sont déconnectés. Reconnectez-les avec le nouveau.',
    submit: 'Le modifier et continuer',
    done: 'Votre mot de passe principal a été modifié.',
  },
  recoverTwoStep: {
    title: 'Utiliser le code de récupération',
    lead: 'Le code de récupération vous connecte sans deuxième étape et désactive l’authentification en deux étapes. Configurez-la à nouveau ensuite.',
    code: 'Code de récupération',
    codeHelp:
      'Les 32 caractères conservés lors de la configuration de l’authentification en deux étapes. Les espaces ne comptent pas.',
    submit: 'Se connecter sans deuxième étape',
    done: 'L’authentification en deux étapes est désactivée. Configurez-la à nouveau.',
  },
  verifyEmail: {
    title: 'Vérifier votre adresse',
    done: 'Votre adresse e-mail est vérifiée. Il n’y a rien d’autre à faire.',
    refused: 'Ce lien n’est plus valable, ou concerne une adresse que vous n’utilisez plus.',
    again: 'Vous pouvez en recevoir un autre depuis votre page d’accueil.',
  },
  join: {
    title: (organization) => `Rejoindre ${organization}`,
    anOrganization: 'une organisation',
    invites: (organization, email) => `${organization} invite ${email}.`,
    effect:
      'Les membres utilisent les éléments que l’organisation partage. Votre coffre reste à vous seul.',
    submit: (organization) => `Rejoindre ${organization}`,
    recovery: (organization) => `${organization} récupère les comptes de ses membres`,
    recoveryAllow: 'Ses administrateurs peuvent récupérer mon compte',
    recoveryMissing: 'L’organisation n’accepte que les membres qui y consentent.',
    logIn: 'Se connecter pour rejoindre',
    signUp: 'Créer un compte pour rejoindre',
    incomplete: 'L’adresse ouverte est incomplète. Ouvrez à nouveau le lien du message.',
    lapsedTitle: 'Cette invitation n’est plus valable',
    lapsed: (organization) =>
      `Elle est trop ancienne, a été retirée ou remplacée par une plus récente. Les administrateurs ${de(organization)} peuvent vous en envoyer une autre.`,
    otherTitle: 'Cette invitation est destinée à quelqu’un d’autre',
    other: (invited, own) =>
      `Elle a été envoyée à ${invited}, et vous êtes connecté en tant que ${own}.`,
    change: 'Se déconnecter et utiliser l’autre compte',
    doneTitle: 'Invitation acceptée',
    done: (organization) =>
      `Un administrateur ${de(organization)} doit maintenant vous confirmer et vous remettre sa clé. Nous vous écrirons quand ce sera fait.`,
    memberTitle: (organization) => `Vous êtes membre ${de(organization)}`,
    member: 'Il n’y a rien d’autre à faire.',
    twoStep: (organization) =>
      `${organization} demande à ses membres l’authentification en deux étapes, et la vôtre est désactivée. Configurez-la, puis ouvrez à nouveau le lien.`,
    setUpTwoStep: 'Configurer l’authentification en deux étapes',
    single: (organization, others) =>
      `Les membres ${de(organization)} ne peuvent appartenir à aucune autre organisation, et vous appartenez à ${others}. Quittez-la d’abord, ou rejoignez avec un autre compte.`,
    own: 'Aller à mes organisations',
    home: 'Aller à ma page d’accueil',
  },
}
