import type { Messages } from '../../en'
import { plural } from '../plural'

export const secondStep: Messages['system']['secondStep'] = {
  title: 'Deuxième étape',
  lead: 'Après le lien reçu par e-mail, la connexion demande un code de votre application d’authentification.',
  on: 'Activée',
  off: 'Désactivée',
  since: (when) => `Activée depuis le ${when}.`,
  offWhy:
    'Qui lit votre courrier peut se connecter à ce portail. Une application d’authentification l’empêche.',
  left: (n) =>
    plural(n, {
      one: 'Il reste # code de récupération.',
      other: 'Il reste # codes de récupération.',
    }),
  none: 'Il ne reste aucun code de récupération : créez-en de nouveaux.',
  setUp: 'Configurer une application',
  scan: 'Scannez ceci avec votre application d’authentification, ou saisissez la clé. Entrez ensuite le code affiché.',
  qr: 'Code QR de la clé',
  key: 'Clé',
  code: 'Code',
  codeHelp: 'Six chiffres de l’application.',
  anyCode: 'Code de l’application, ou code de récupération',
  confirm: 'Activer',
  turnedOn: 'La connexion demande désormais un code',
  recoveryTitle: 'Codes de récupération',
  recoveryKeep:
    'Chacun fonctionne une fois, à la place d’un code de l’application. Ils ne sont affichés que maintenant : gardez-les là où vous les trouverez sans votre téléphone.',
  recoveryKept: 'Je les ai gardés',
  renew: 'Nouveaux codes de récupération',
  renewWhy: 'Les codes précédents ne fonctionnent plus.',
  turnOff: 'Désactiver',
  turnOffTitle: 'Désactiver la deuxième étape ?',
  turnOffWhy: 'Le lien reçu par e-mail suffit alors pour vous connecter.',
  turnedOff: 'La deuxième étape est désactivée',
  lost: 'Sans l’application ni les codes, la commande « wardstead admin operator reset-second-step » sur le serveur retire la deuxième étape.',
  askedLead:
    'Entrez le code affiché par votre application d’authentification, ou un code de récupération.',
  signIn: 'Se connecter',
}
