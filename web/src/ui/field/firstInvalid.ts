/** The first field of a form, in its order, that one of `names` stands for. */
export function firstInvalid(form: HTMLFormElement | null, names: readonly string[]) {
  const fields = form ? [...form.elements] : []
  const found = fields.find((field) => names.includes(field.getAttribute('name') ?? ''))
  return found instanceof HTMLElement ? found : undefined
}
