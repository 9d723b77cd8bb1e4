import { plural } from './plural'

/** Words many pages use. */
export const common = {
  product: 'Wardstead',
  actions: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    continue: 'Continue',
    back: 'Back',
    edit: 'Edit',
    delete: 'Delete',
    remove: 'Remove',
    retry: 'Try again',
    reload: 'Reload',
    copy: 'Copy',
    copied: 'Copied',
    show: 'Show',
    hide: 'Hide',
    search: 'Search',
    clear: 'Clear',
    download: 'Download',
    upload: 'Upload',
    more: 'More actions',
  },
  required: 'Required',
  optional: 'optional',
  loading: 'Loading…',
  never: 'Never',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  skipToContent: 'Skip to content',
  selected: (n: number) => plural(n, { one: '# selected', other: '# selected' }),
  fieldsNeedAttention: (n: number) =>
    plural(n, { one: '# field needs your attention', other: '# fields need your attention' }),
}
