/** « de » before a name, as it is said: « d’Acme », « de Maison ». */
export const de = (name: string): string =>
  /^[aàâäeéèêëiîïoôöuùûüœ]/i.test(name) ? `d’${name}` : `de ${name}`
