import { Keyring } from './keyring'
import { accountOperations } from './operations/account'
import { organizationOperations } from './operations/organizations'
import { pinOperations } from './operations/pin'
import { rotationOperations } from './operations/rotation'
import { strengthOperations } from './operations/strength'
import { textOperations } from './operations/texts'

/** All that is done with keys, over one keyring. */
export function operations(keyring: Keyring = new Keyring()) {
  return {
    ...accountOperations(keyring),
    ...pinOperations(keyring),
    ...organizationOperations(keyring),
    ...textOperations(keyring),
    ...rotationOperations(keyring),
    ...strengthOperations(),
  }
}

export type Operations = ReturnType<typeof operations>
