import type { Messages } from './i18n'

type Kinds = Messages['settings']['devices']['kind']

/** What a device is, by the protocol's number. */
const KINDS: Readonly<Record<number, (kind: Kinds) => string>> = {
  0: (kind) => kind.app('Android'),
  1: (kind) => kind.app('iOS'),
  2: (kind) => kind.extension('Chrome'),
  3: (kind) => kind.extension('Firefox'),
  4: (kind) => kind.extension('Opera'),
  5: (kind) => kind.extension('Edge'),
  6: (kind) => kind.program('Windows'),
  7: (kind) => kind.program('macOS'),
  8: (kind) => kind.program('Linux'),
  9: (kind) => kind.web('Chrome'),
  10: (kind) => kind.web('Firefox'),
  11: (kind) => kind.web('Opera'),
  12: (kind) => kind.web('Edge'),
  13: (kind) => kind.web('Internet Explorer'),
  15: (kind) => kind.app('Android'),
  16: (kind) => kind.program('Windows'),
  17: (kind) => kind.web('Safari'),
  18: (kind) => kind.web('Vivaldi'),
  19: (kind) => kind.extension('Vivaldi'),
  20: (kind) => kind.extension('Safari'),
  21: (kind) => kind.sdk,
  22: (kind) => kind.server,
  23: (kind) => kind.commands('Windows'),
  24: (kind) => kind.commands('macOS'),
  25: (kind) => kind.commands('Linux'),
  26: (kind) => kind.extension('DuckDuckGo'),
}

/** What a device is, in words. */
export const deviceKind = (type: number, { settings }: Messages): string =>
  KINDS[type]?.(settings.devices.kind) ?? settings.devices.kind.unknown
