import type { Messages } from '../en'

export const shell: Messages['shell'] = {
  navigation: 'Navigation',
  path: 'Où vous êtes',
  search: 'Rechercher ou atteindre',
  activity: 'Activité',
  account: (email) => `Compte : ${email}`,
  switchFrom: (name) => `Changer de ${name}`,
  fold: 'Réduire la navigation',
  unfold: 'Élargir la navigation',
  languageAndTheme: 'Langue et apparence',
  language: 'Langue',
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre', contrast: 'Contraste élevé' },
  density: 'Densité',
  densities: { comfortable: 'Aérée', standard: 'Normale', compact: 'Compacte' },
  youAreOn: 'Vous êtes sur',
  gallery: 'Galerie',
}
