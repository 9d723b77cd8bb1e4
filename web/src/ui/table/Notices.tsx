import { useFormat, useText } from '../../i18n'
import { Button } from '../action/Button'
import { Icon } from '../Icon'
import styles from './DataTable.module.css'
import type { DataTableProps } from './types'

type Props = {
  [Key in 'stale' | 'news']: DataTableProps<object>[Key] | undefined
}

/** What to know of the rows below: how old they are, and that there are newer ones. */
export function Notices({ stale, news }: Props) {
  const { common, ui } = useText()
  const format = useFormat()
  return (
    <>
      {stale && (
        <div role="status" className={styles.stale}>
          <Icon name="clock" size="small" />
          <p className={styles.staleWords}>{ui.table.stale(format.dateTime(stale.since))}</p>
          <Button size="small" onPress={stale.onRetry}>
            {common.actions.retry}
          </Button>
        </div>
      )}
      {news && news.count > 0 && (
        <div className={styles.news}>
          <Button size="small" icon="arrowUp" onPress={news.onShow}>
            {ui.table.news(news.count)}
          </Button>
        </div>
      )}
    </>
  )
}
