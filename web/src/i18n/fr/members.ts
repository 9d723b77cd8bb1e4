import type { Messages } from '../en'
import { de } from './de'
import { plural } from './plural'

export const members: Messages['members'] = {
  title: 'Membres',
  state: (n, waiting) =>
    waiting === 0
      ? plural(n, { one: '# membre.', other: '# membres.' })
      : `${plural(n, { one: '# membre', other: '# membres' })}, ${plural(waiting, { one: '# à confirmer.', other: '# à confirmer.' })}`,
  waiting: (n) =>
    plural(n, {
      one: '# personne a accepté et attend votre confirmation.',
      other: '# personnes ont accepté et attendent votre confirmation.',
    }),
  empty: 'Il n’y a encore personne',
  emptyWhy: 'Invitez le premier membre par e-mail.',
  columns: {
    name: 'Nom',
    email: 'Adresse e-mail',
    status: 'Statut',
    role: 'Rôle',
    twoStep: 'Deux étapes',
    since: 'Depuis',
  },
  status: { [-1]: 'Révoqué', 0: 'Invité', 1: 'Confirmation nécessaire', 2: 'Confirmé' },
  role: { 0: 'Propriétaire', 1: 'Administrateur', 2: 'Utilisateur', 4: 'Personnalisé' },
  roleHelp: {
    0: 'Tout, facturation et suppression comprises',
    1: 'Membres, politiques et réglages',
    2: 'Les éléments de ses collections',
  },
  on: 'Activée',
  off: 'Désactivée',
  you: 'vous',
  actions: {
    invite: 'Inviter des membres',
    resend: 'Renvoyer l’invitation',
    confirm: 'Confirmer',
    edit: 'Changer de rôle',
    revoke: 'Révoquer l’accès',
    restore: 'Restaurer l’accès',
    remove: 'Retirer',
    many: {
      resend: (n) => plural(n, { one: 'Renvoyer #', other: 'Renvoyer #' }),
      confirm: (n) => plural(n, { one: 'Confirmer #', other: 'Confirmer #' }),
      revoke: (n) => plural(n, { one: 'Révoquer #', other: 'Révoquer #' }),
      restore: (n) => plural(n, { one: 'Restaurer #', other: 'Restaurer #' }),
      remove: (n) => plural(n, { one: 'Retirer #', other: 'Retirer #' }),
    },
  },
  why: {
    notInvited: 'n’attend pas d’invitation',
    notAccepted: 'n’a pas besoin de confirmation',
    notActive: 'est déjà révoqué',
    notRevoked: 'n’est pas révoqué',
    yourself: 'est vous-même',
  },
  invite: {
    title: 'Inviter des membres',
    addresses: 'Adresses e-mail',
    help: 'Une par ligne, ou séparées par des virgules. 20 au plus à la fois.',
    tooMany: '20 au plus à la fois.',
    malformed: (list) => `Pas une adresse e-mail : ${list}`,
    role: 'Rôle',
    submit: (n) => plural(n, { one: 'Inviter # personne', other: 'Inviter # personnes' }),
    done: (n) => plural(n, { one: '# invitation envoyée', other: '# invitations envoyées' }),
  },
  confirm: {
    title: (name) => `Confirmer ${name} ?`,
    why: 'Demandez-lui sa phrase d’empreinte, en personne ou par téléphone. Si elle diffère, quelqu’un répond à sa place : ne confirmez pas.',
    phrase: 'Phrase d’empreinte',
    theyFind: 'Elle figure dans ses paramètres, sous Compte.',
    submit: 'La phrase est la même : confirmer',
    done: (n) => plural(n, { one: '# membre confirmé', other: '# membres confirmés' }),
    many: (n) => plural(n, { one: 'Confirmer # membre ?', other: 'Confirmer # membres ?' }),
    manyWhy: 'Comparez chaque phrase avec ce qu’on vous dit.',
    failed: 'Confirmation impossible',
  },
  edit: { title: (name) => `Rôle ${de(name)}`, done: 'Rôle changé' },
  revoke: {
    title: (n) =>
      plural(n, { one: 'Révoquer l’accès ?', other: 'Révoquer l’accès de # membres ?' }),
    why: 'Leur compte reste ; les éléments de l’organisation leur sont fermés jusqu’à ce que vous restauriez l’accès.',
    done: 'Accès révoqué',
  },
  restored: 'Accès restauré',
  resent: 'L’invitation est en route',
  remove: {
    title: (n) => plural(n, { one: 'Retirer ce membre ?', other: 'Retirer # membres ?' }),
    why: 'Les éléments de l’organisation leur sont fermés, et leurs parrainages se terminent avec la période. Il faudra les inviter à nouveau.',
    done: 'Retiré',
  },
}
