/** Words of the frame around the pages. */
export const shell = {
  navigation: 'Navigation',
  path: 'Where you are',
  search: 'Search or jump',
  activity: 'Activity',
  account: (email: string) => `Account: ${email}`,
  switchFrom: (name: string) => `Switch from ${name}`,
  fold: 'Narrow navigation',
  unfold: 'Wide navigation',
  languageAndTheme: 'Language and appearance',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', standard: 'Standard', compact: 'Compact' },
  youAreOn: 'You are on',
  gallery: 'Gallery',
}
