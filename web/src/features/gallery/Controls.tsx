import { useState } from 'react'
import {
  Button,
  ButtonLink,
  Card,
  Icon,
  IconButton,
  type IconName,
  Inline,
  KeyboardHint,
  Link,
  Menu,
  Stack,
  Tooltip,
} from '../../ui'
import { ICONS } from '../../ui/icons'
import { Specimen } from './Specimen'

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const

export function Controls() {
  const [isPending, setPending] = useState(false)
  const work = () => {
    setPending(true)
    setTimeout(() => setPending(false), 2_000)
  }
  return (
    <Stack gap="3">
      <Card title="Buttons">
        <Stack>
          {VARIANTS.map((variant) => (
            <Specimen key={variant} name={variant}>
              <Button variant={variant}>Save changes</Button>
              <Button variant={variant} icon="invite">
                Invite member
              </Button>
              <Button variant={variant} size="small">
                Small
              </Button>
              <Button variant={variant} isPending={isPending} onPress={work}>
                Takes two seconds
              </Button>
              <Button variant={variant} isDisabled>
                Refused
              </Button>
            </Specimen>
          ))}
          <Specimen name="link as button">
            <ButtonLink href="/gallery" icon="arrowRight">
              Next step
            </ButtonLink>
          </Specimen>
          <Specimen name="icon buttons">
            <IconButton icon="edit" label="Edit" />
            <IconButton icon="trash" label="Delete" size="small" />
            <IconButton icon="activity" label="Activity" shortcut="g a" dot />
            <IconButton icon="refresh" label="Refresh" isDisabled />
          </Specimen>
        </Stack>
      </Card>
      <Card title="Links, menus, hints">
        <Stack>
          <Specimen name="links">
            <Link href="/gallery">In the text</Link>
            <Link href="/gallery" variant="quiet">
              A name in a list
            </Link>
            <Link href="https://example.com" isExternal>
              Elsewhere
            </Link>
          </Specimen>
          <Specimen name="menu">
            <Menu
              label="Actions"
              trigger={<Button icon="more">Actions</Button>}
              placement="bottom start"
              groups={[
                {
                  id: 'a',
                  entries: [
                    { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'e', onAction: () => {} },
                    {
                      id: 'confirm',
                      label: 'Confirm',
                      icon: 'check',
                      reason: 'They have not accepted yet.',
                    },
                  ],
                },
                {
                  id: 'b',
                  entries: [
                    {
                      id: 'remove',
                      label: 'Remove',
                      icon: 'trash',
                      tone: 'danger',
                      onAction: () => {},
                    },
                  ],
                },
              ]}
            />
          </Specimen>
          <Specimen name="tooltip, keys">
            <Tooltip text="Said again beside it">
              <Button>Rest on me</Button>
            </Tooltip>
            <KeyboardHint keys="Mod+K" />
            <KeyboardHint keys="g m" />
          </Specimen>
        </Stack>
      </Card>
      <Card title="Icons">
        <Inline gap="2">
          {Object.keys(ICONS).map((name) => (
            <Stack key={name} gap="half">
              <Icon name={name as IconName} />
            </Stack>
          ))}
        </Inline>
      </Card>
    </Stack>
  )
}
