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
}
