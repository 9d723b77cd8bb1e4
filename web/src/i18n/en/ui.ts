import { bytes } from './bytes'

/** Words of the components that every page uses. */
export const ui = {
  copy: (what: string) => `Copy: ${what}`,
  fingerprint: 'Fingerprint phrase',
  secret: {
    show: (label: string) => `Show: ${label}`,
    hide: (label: string) => `Hide: ${label}`,
    copy: (label: string) => `Copy: ${label}`,
    copied: 'Copied',
    copiedForAWhile: 'Copied. The clipboard is cleared in 30 seconds.',
  },
  field: {
    missing: 'Fill in this field.',
    malformed: 'This does not have the expected form.',
    tooShort: 'This is too short.',
    tooLong: 'This is too long.',
    tooLow: 'This number is too low.',
    tooHigh: 'This number is too high.',
  },
  select: { choose: 'Choose…' },
  file: {
    drop: 'Drop a file here, or',
    choose: 'choose one',
    remove: (name: string) => `Remove ${name}`,
    size: bytes,
    tooLarge: (limit: number) => `This file is larger than ${bytes(limit)}.`,
    wrongKind: (kinds: string) => `Files of this kind are taken: ${kinds}.`,
  },
  confirm: {
    type: (name: string) => `Type “${name}” to go on`,
    mismatch: (name: string) => `This is not “${name}”.`,
  },
  toasts: { region: 'Notices' },
  step: { done: 'done', current: 'now', todo: 'to come', failed: 'failed' },
  error: {
    correlation: 'Reference for support',
    unreachable: {
      title: 'The server cannot be reached',
      what: 'Nothing was changed. Check your connection, then try again.',
    },
    forbidden: {
      title: 'You may not see this',
      what: 'Your role does not include the right this page needs.',
    },
    notFound: {
      title: 'There is nothing at this address',
      what: 'It may never have existed, or you may not be allowed to know of it.',
    },
    gone: { title: 'This no longer exists', what: 'It was removed.' },
    busy: {
      title: 'The server is busy',
      what: 'It asks for a little time. Wait a moment, then try again.',
    },
    refused: { title: 'This was refused', what: 'The server did not accept it.' },
    crash: {
      title: 'Something went wrong',
      what: 'This is not your fault. Nothing you typed was sent anywhere else.',
    },
  },
}
