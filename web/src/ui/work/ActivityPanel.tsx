import { useState } from 'react'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Drawer } from '../overlay/Drawer'
import { EmptyState } from '../state/EmptyState'
import styles from './ActivityPanel.module.css'
import { WorkCard } from './WorkCard'
import { useWorks } from './work'

/** The button of the bar behind which long work shows how far it is and what came of it. */
export function ActivityPanel() {
  const { ui } = useText()
  const works = useWorks()
  const [isOpen, setOpen] = useState(false)
  const running = works.filter(({ state }) => state === 'running')
  return (
    <>
      <IconButton
        icon="activity"
        label={running.length > 0 ? ui.work.running(running.length) : ui.work.title}
        dot={works.length > 0}
        onPress={() => setOpen(true)}
      />
      <Drawer title={ui.work.title} isOpen={isOpen} onOpenChange={setOpen}>
        {works.length === 0 && (
          <EmptyState kind="nothing" icon="activity" title={ui.work.none} isSmall>
            {ui.work.noneWhy}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {works.map((work) => (
            <li key={work.id}>
              <WorkCard work={work} />
            </li>
          ))}
        </ul>
      </Drawer>
      <p role="status" className="visually-hidden">
        {running.length > 0 && ui.work.running(running.length)}
      </p>
    </>
  )
}
