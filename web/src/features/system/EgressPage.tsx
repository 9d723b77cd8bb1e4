import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { Button, Card, copy, EmptyState, Page as Frame, PageHead, Table, toast } from '../../ui'
import { egress } from './queries'

/** Every host the server talks to. */
export function Page() {
  const { egress: words } = useText().system
  const { data } = useSuspenseQuery(egress())
  const list = data.map(({ host, purpose }) => `${host}\t${purpose}`).join('\n')
  return (
    <Frame>
      <PageHead
        title={words.title}
        state={words.lead}
        action={
          data.length > 0 && (
            <Button icon="copy" onPress={() => void copy(list).then(() => toast(words.copied))}>
              {words.copy}
            </Button>
          )
        }
      />
      {data.length === 0 ? (
        <EmptyState kind="nothing" icon="globe" title={words.none} />
      ) : (
        <Card isFlush>
          <Table
            label={words.title}
            rows={data}
            keyOf={({ host, purpose }) => `${host} ${purpose}`}
            columns={[
              { id: 'host', header: words.host, cell: ({ host }) => host },
              { id: 'purpose', header: words.purpose, cell: ({ purpose }) => purpose },
            ]}
          />
        </Card>
      )}
    </Frame>
  )
}
