import type { Messages } from '../../en'

export const installations: Messages['system']['installations'] = {
  title: 'Installations',
  lead: 'Les serveurs auto-hébergés qui peuvent parler à ce cloud.',
  request: 'Nouvelle installation',
  email: 'Adresse e-mail',
  emailHelp: 'Qui reçoit les messages à son sujet.',
  submit: 'Créer',
  keyTitle: 'Identifiant et clé d’installation',
  keyOnce:
    'La clé n’est affichée que maintenant. Inscrivez les deux dans les paramètres du serveur.',
  kept: 'Je les ai conservés',
  id: 'Identifiant d’installation',
  key: 'Clé d’installation',
  previousUntil: (when) => `La clé précédente fonctionne jusqu’au ${when}.`,
  oldKey: 'Clé précédente jusqu’au',
  organizations: 'Organisations',
  lastSeen: 'Dernière visite',
  made: 'Création',
  status: 'Statut',
  enabled: 'Activée',
  disabled: 'Désactivée',
  rotate: 'Régénérer la clé',
  rotateTitle: (email) => `Régénérer la clé de ${email} ?`,
  rotateWhy: 'Le serveur se connecte encore 24 heures avec l’ancienne clé.',
  disable: 'Désactiver',
  disableTitle: (email) => `Désactiver l’installation de ${email} ?`,
  disableWhy:
    'Son serveur ne reçoit plus ni licence, ni synchronisation, ni notification jusqu’à sa réactivation.',
  enable: 'Activer',
  enabledNow: (email) => `L’installation de ${email} peut de nouveau se connecter`,
  empty: 'Aucun serveur n’a encore demandé d’identifiant',
}
