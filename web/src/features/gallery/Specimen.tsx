import type { ReactNode } from 'react'
import { Inline, Stack, Text } from '../../ui'

/** A row of samples under their name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Stack gap="half">
      <Text size="small" tone="muted">
        {name}
      </Text>
      <Inline gap="2">{children}</Inline>
    </Stack>
  )
}
