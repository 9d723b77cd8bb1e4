import { useFormat, useText } from '../../../i18n'
import { Link, Stack, Table, Text } from '../../../ui'
import { actOf, changeInWords, pageOf, targetOf, whoOf } from './deed'
import type { Deed } from './queries'

interface Props {
  rows: readonly Deed[]
  /** All were done to the same thing, which is known already. */
  isOfOne?: boolean
}

/** What operators did, the newest first: a short list. */
export function ActionList({ rows, isOfOne = false }: Props) {
  const text = useText()
  const { audit: words } = text.system
  const format = useFormat()
  const what = (deed: Deed) => {
    const change = changeInWords(deed, text, format)
    return (
      <Stack gap="half">
        <Text>{actOf(deed, words)}</Text>
        {change && (
          <Text tone="muted" size="small">
            {change}
          </Text>
        )}
      </Stack>
    )
  }
  const target = {
    id: 'target',
    header: words.target,
    cell: (deed: Deed) => {
      const page = pageOf(deed)
      const name = targetOf(deed, text)
      return page ? <Link href={page}>{name}</Link> : name
    },
  }
  return (
    <Table
      label={words.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'when',
          header: words.when,
          isShort: true,
          cell: ({ date }) => format.dateTime(date),
        },
        { id: 'who', header: words.who, cell: (deed) => whoOf(deed, words) },
        { id: 'what', header: words.what, cell: what },
        ...(isOfOne ? [] : [target]),
      ]}
    />
  )
}
