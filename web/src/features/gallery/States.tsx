import { ApiError } from '../../api'
import { Button, Card, Columns, EmptyState, ErrorState, Skeleton, Spinner, Stack } from '../../ui'
import { Specimen } from './Specimen'

const ERRORS = [
  ApiError.unreachable(),
  new ApiError(403, ''),
  new ApiError(404, ''),
  new ApiError(410, ''),
  new ApiError(500, 'x', {}, '01JDXW0G6B7M'),
]

export function States() {
  return (
    <Stack gap="3">
      <Columns>
        <Card>
          <EmptyState
            kind="nothing"
            icon="user"
            title="No members yet"
            action={<Button variant="primary">Invite member</Button>}
          >
            Members share collections with you.
          </EmptyState>
        </Card>
        <Card>
          <EmptyState
            kind="noMatch"
            title="Nothing matches"
            action={<Button>Clear filters</Button>}
          >
            No member is “Invited” and in “Finance”.
          </EmptyState>
        </Card>
        <Card>
          <EmptyState kind="notAllowed" title="Billing is for owners">
            Owners of Acme: Ada Owner.
          </EmptyState>
        </Card>
        <Card>
          <EmptyState
            kind="notLoaded"
            title="The list did not load"
            action={<Button>Try again</Button>}
          />
        </Card>
        {ERRORS.map((error) => (
          <Card key={error.status}>
            <ErrorState
              error={error}
              onRetry={() => {}}
              back={{ label: 'To the list', href: '/gallery' }}
            />
          </Card>
        ))}
      </Columns>
      <Card title="Under way">
        <Stack>
          <Skeleton />
          <Skeleton shape="rows" count={3} />
          <Specimen name="spinners">
            <Spinner />
            <Spinner size="large" />
          </Specimen>
        </Stack>
      </Card>
    </Stack>
  )
}
