import { bytes } from './bytes'
import { number } from './number'
import { plural } from './plural'

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
    malformed: 'This is not in the expected form.',
    tooShort: 'This is too short.',
    tooLong: 'This is too long.',
    tooLow: 'This number is too low.',
    tooHigh: 'This number is too high.',
  },
  select: {
    choose: 'Choose…',
    none: 'Nothing matches',
    clear: (label: string) => `Clear: ${label}`,
  },
  file: {
    drop: 'Drop a file here, or',
    choose: 'choose one',
    missing: 'Choose a file first.',
    remove: (name: string) => `Remove ${name}`,
    size: bytes,
    tooLarge: (limit: number) => `This file is larger than ${bytes(limit)}.`,
    wrongKind: (kinds: string) => `Files of this kind are taken: ${kinds}.`,
  },
  confirm: {
    type: (name: string) => `Type “${name}” to continue`,
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
      what: 'It may never have existed, or you may not have access to it.',
    },
    gone: { title: 'This no longer exists', what: 'It was removed.' },
    tooMany: {
      title: 'Too many attempts',
      what: 'Wait a few minutes, then try again.',
      wait: (minutes: number) =>
        plural(minutes, {
          one: 'Too many attempts. Try again in # minute.',
          other: 'Too many attempts. Try again in # minutes.',
        }),
    },
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
  table: {
    count: (shown: number, all: number) =>
      shown === all
        ? plural(all, { one: '# row', other: '# rows' })
        : `${number(shown)} of ${plural(all, { one: '# row', other: '# rows' })}`,
    soFar: (n: number) => plural(n, { one: '# row, more follow', other: '# rows, more follow' }),
    search: (what: string) => `Search: ${what}`,
    searchHint: 'Search',
    clear: 'Clear',
    clearSearch: 'Clear the search',
    filter: 'Filter',
    anyOf: 'All',
    findOption: 'Find',
    allOfThem: 'All of them at once',
    select: 'Select',
    selectAll: 'Select all',
    actions: 'Actions',
    actionsFor: (name: string) => `Actions: ${name}`,
    alsoAscending: 'then ascending by this column',
    alsoDescending: 'then descending by this column',
    columns: 'Columns',
    columnsLead: 'In this order, for this table on this device.',
    moveUp: (name: string) => `Move up: ${name}`,
    moveDown: (name: string) => `Move down: ${name}`,
    pin: (name: string) => `Keep in view: ${name}`,
    unpin: (name: string) => `Let scroll: ${name}`,
    wider: (name: string) => `Wider: ${name}`,
    narrower: (name: string) => `Narrower: ${name}`,
    reset: 'Reset',
    views: 'Views',
    saveView: 'Save this view…',
    manageViews: 'Manage views…',
    copyView: 'Copy its address',
    viewName: 'Name',
    viewDefault: 'Open this table with it',
    removeView: (name: string) => `Remove the view ${name}`,
    exportAs: 'Export',
    exportCsv: 'For a spreadsheet (CSV)',
    exportJson: 'For programs (JSON)',
    exported: (n: number) =>
      plural(n, { one: '# row was exported.', other: '# rows were exported.' }),
    noMatch: 'Nothing matches',
    noMatchWhy: (asked: string) => `No row matches: ${asked}`,
    stale: (since: string) => `These rows are as of ${since}: the list could not be refreshed.`,
    news: (n: number) => plural(n, { one: '# new', other: '# new' }),
    loadMore: 'Load more',
    showMore: (n: number) => plural(n, { one: 'Show # more', other: 'Show # more' }),
    hidden: (n: number) => plural(n, { one: '# not in view', other: '# not in view' }),
    selectEverything: (n: number) =>
      plural(n, { one: 'Select the only match', other: 'Select all # that match' }),
    everything: (n: number) =>
      plural(n, { one: 'The only match is selected', other: 'All # that match are selected' }),
    clearSelection: 'Clear the selection',
    selection: 'Selection',
    of: (label: string, all: number) => `${label} of ${number(all)}`,
    leftOut: (n: number) => plural(n, { one: '# is left out:', other: '# are left out:' }),
    noneLeft: 'This applies to none of what is selected:',
    andMore: (n: number) => plural(n, { one: 'and # more', other: 'and # more' }),
    goOn: 'Continue',
    focusSearch: 'Search in the list',
    exportKey: 'Export the list',
  },
  work: {
    title: 'Activity',
    none: 'Nothing is under way',
    noneWhy: 'Work that takes longer shows here: how far it is, and what came of it.',
    running: (n: number) => plural(n, { one: '# task is running', other: '# tasks are running' }),
    state: { running: 'Running', done: 'Done', canceled: 'Canceled', failed: 'Stopped' },
    withFailures: (n: number) => plural(n, { one: 'Ended, # failed', other: 'Ended, # failed' }),
    outcome: { done: 'Done', skipped: 'Skipped', failed: 'Failed' },
    columns: { name: 'Object', outcome: 'Result', reason: 'Reason' },
    count: (n: number) => number(n),
    of: (n: number, all: number) => `${number(n)} of ${number(all)}`,
    rate: (rate: string) => `${rate} a second`,
    left: (seconds: number) =>
      seconds < 90
        ? plural(seconds, { one: '# second left', other: '# seconds left' })
        : plural(Math.round(seconds / 60), { one: '# minute left', other: '# minutes left' }),
    keepTab: 'Keep this tab open: the work needs the keys that are unlocked in it.',
    retry: (n: number) => plural(n, { one: 'Try # again', other: 'Try # again' }),
    save: 'Save the results',
    forget: (name: string) => `Take off the list: ${name}`,
  },
  sync: {
    now: 'Sync now',
    lastSuccess: 'Last success',
    lastAttempt: 'Last attempt',
    nextRun: 'Next run',
    notPlanned: 'Not planned',
    steps: 'Steps of the last run',
    history: (n: number) => plural(n, { one: 'Last run', other: 'Last # runs' }),
  },
  dates: {
    last: (days: number) =>
      days === 1 ? 'Today' : plural(days, { one: 'Last # day', other: 'Last # days' }),
    custom: 'Other days',
    from: 'From',
    to: 'To',
    backwards: 'This is after the last day.',
    tooLong: (days: number) => plural(days, { one: 'At most # day.', other: 'At most # days.' }),
  },
  tree: {
    fold: (name: string) => `Fold: ${name}`,
    unfold: (name: string) => `Unfold: ${name}`,
  },
  save: { unsaved: 'There are changes that are not saved.', discard: 'Discard' },
}
