import { useMemo } from 'react'
import { useText } from '../../i18n'
import { KeyboardHint } from '../display/KeyboardHint'
import { Switch } from '../field/Switch'
import { commandsNow } from '../keys/commands'
import { setSingleKeys, useSingleKeys } from '../keys/keys'
import { Dialog } from '../overlay/Dialog'
import styles from './KeyList.module.css'
import { show } from './open'

/** Every key that does something on this page. */
export default function KeyList() {
  const { shell } = useText()
  const isOn = useSingleKeys()
  const here = useMemo(() => commandsNow().filter(({ keys }) => keys !== undefined), [])
  const { tableKeys } = shell
  const groups = [
    { name: shell.commands, keys: here.map(({ keys = '', label }) => [keys, label] as const) },
    {
      name: shell.inTables,
      keys: [
        ['j k', tableKeys.move],
        ['x', tableKeys.select],
        ['Enter', tableKeys.open],
        ['.', tableKeys.menu],
        ['Mod+A', tableKeys.all],
      ] as const,
    },
  ]
  return (
    <Dialog title={shell.keys} isOpen onOpenChange={() => show(null)}>
      <Switch isSelected={isOn} onChange={setSingleKeys} description={shell.keysOffWhy}>
        {shell.keysOff}
      </Switch>
      {groups.map(({ name, keys }) => (
        <section key={name} aria-label={name}>
          <h3 className={styles.title}>{name}</h3>
          <dl className={styles.list}>
            {keys.map(([pressed, label]) => (
              <div key={label} className={styles.line}>
                <dt>{label}</dt>
                <dd>
                  <KeyboardHint keys={pressed} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
