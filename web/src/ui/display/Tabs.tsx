import { type ReactNode, useEffect, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { useFormat } from '../../i18n'
import { Badge } from './Badge'
import styles from './Tabs.module.css'

export interface TabEntry {
  id: string
  label: string
  count?: number | undefined
  /** The address of the tab, when tabs are pages. */
  href?: string
  content: ReactNode
}

interface Props {
  /** What the tabs are views of. */
  label: string
  tabs: readonly TabEntry[]
  selected?: string
  onSelect?: (id: string) => void
}

/** Views of one thing, one at a time. */
export function Tabs({ label, tabs, selected, onSelect }: Props) {
  const { number } = useFormat()
  const list = useRef<HTMLDivElement>(null)
  // on a telephone there are more tabs than room: the one that is open is among those in view
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew when another is open
  useEffect(() => {
    const open = list.current?.querySelector('[aria-selected=true]')
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      {...(selected !== undefined && { selectedKey: selected })}
      {...(onSelect && { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <TabList ref={list} aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, label: name, count, href }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''} {...(href !== undefined && { href })}>
            {name}
            {count !== undefined && <Badge>{number(count)}</Badge>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
