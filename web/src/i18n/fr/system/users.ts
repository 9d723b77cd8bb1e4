import type { Messages } from '../../en'
import { plural } from '../plural'

export const users: Messages['system']['users'] = {
  title: 'Utilisateurs',
  state: (total, disabled) => {
    const all = plural(total, { one: '# compte', other: '# comptes' })
    return disabled === 0
      ? `${all}, tous peuvent se connecter.`
      : plural(disabled, {
          one: `${all}, dont # ne peut pas se connecter.`,
          other: `${all}, dont # ne peuvent pas se connecter.`,
        })
  },
  empty: 'Il n’y a pas encore de compte',
  emptyWhy:
    'Les comptes apparaissent ici quand des personnes s’inscrivent ou acceptent une invitation.',
  columns: {
    email: 'Adresse e-mail',
    name: 'Nom',
    status: 'Statut',
    verified: 'Adresse vérifiée',
    twoStep: 'Deux étapes',
    premium: 'Premium',
    organizations: 'Organisations',
    created: 'Création',
    active: 'Dernière activité',
  },
  filter: 'Afficher',
  filters: {
    unverified: 'Non vérifiés',
    twoStep: 'Avec deux étapes',
    noTwoStep: 'Sans deux étapes',
    disabled: 'Désactivés',
  },
  enabled: 'Activé',
  disabled: 'Désactivé',
  disabledSince: (when) => `Ne peut plus se connecter depuis le ${when}.`,
  unverified: 'Adresse non vérifiée',
  facts: {
    id: 'Identifiant du compte',
    language: 'Langue des messages',
    premiumUntil: (date) => `oui, jusqu’au ${date}`,
    password: 'Mot de passe principal',
    set: 'Défini',
    notSet: 'Non défini',
    keys: 'Clés publique et privée',
    derivation: 'Dérivation de clé',
    derived: (how, rounds) => `${how}, ${rounds} itérations`,
    sessions: 'Sessions ouvertes',
    changed: 'Dernière modification',
  },
  devices: 'Appareils',
  noDevices: 'Aucun appareil ne s’est encore connecté',
  device: 'Appareil',
  kind: 'Type',
  known: 'Connu depuis',
  memberOf: 'Organisations',
  noOrganizations: 'Membre d’aucune organisation',
  organization: 'Organisation',
  since: 'Depuis',
  deeds: 'Ce que les exploitants ont fait ici',
  actions: {
    verify: 'Envoyer le lien de vérification',
    disable: 'Désactiver',
    enable: 'Activer',
    delete: 'Supprimer le compte',
    history: 'Audit de ce compte',
  },
  verifySent: (email) => `Le lien est en route vers ${email}`,
  enabledNow: (email) => `${email} peut de nouveau se connecter`,
  disabledNow: (email) => `${email} ne peut plus se connecter`,
  deleted: (email) => `Le compte ${email} est supprimé`,
  disableTitle: (email) => `Désactiver ${email} ?`,
  disableWhy: (sessions) =>
    plural(sessions, {
      one: '# session ouverte se termine aussitôt, et cette personne ne peut plus se connecter.',
      other:
        '# sessions ouvertes se terminent aussitôt, et cette personne ne peut plus se connecter.',
    }),
  disableUndo:
    'Rien n’est supprimé. Activer le compte annule cette action ; la personne se connecte alors de nouveau.',
  deleteTitle: (email) => `Supprimer le compte ${email} ?`,
  deleteWhy: 'Son coffre et tout ce qui lui est propre sont supprimés. C’est irréversible.',
  deletePlaces: (names, n) =>
    `${plural(n, { one: 'La personne quitte # organisation', other: 'La personne quitte # organisations' })} : ${names}.`,
  deleteOwner: 'C’est refusé tant qu’une organisation resterait sans propriétaire.',
}
