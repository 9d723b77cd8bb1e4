import type { Messages } from '../en'

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
    hint: 'Obtenir l’indice du mot de passe',
    newHere: 'Vous n’avez pas de compte\u00a0?',
    signUp: 'Créer un compte',
    loggedOut: 'Vous êtes déconnecté. Aucune clé ne reste sur cet appareil.',
    passwordChanged: 'Votre mot de passe principal a été modifié. Connectez-vous avec le nouveau.',
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
}
