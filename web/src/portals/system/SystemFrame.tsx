import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import {
  closeSession,
  type Operator,
  operator,
  whenRefused,
} from '../../features/system/signIn/operator'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { Redirect, useServerConfig } from '../../session'
import { AppShell, dismissAll } from '../../ui'
import { navigation, pageAt } from '../navigation'
import { pages } from './pages'

/** The frame of the System Administrator Portal: operators alone come in. */
export function SystemFrame() {
  const { data } = useSuspenseQuery(operator())
  return data ? <Framed operator={data} /> : <Redirect to={paths.system.login()} />
}

function Framed({ operator: { email } }: { operator: Operator }) {
  const text = useText()
  const { system } = text
  const { pathname } = useLocation()
  const { selfHosted } = useServerConfig()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const page = pageAt(pages, pathname)
  // the frame then takes the page down, so that nothing it showed is asked for again
  const leave = useCallback(() => queries.setQueryData(operator().queryKey, null), [queries])
  useEffect(() => whenRefused(leave), [leave])
  const signOut = async () => {
    await closeSession()
    leave()
    await navigate({ to: paths.system.login() })
    queries.removeQueries({ queryKey: ['system'] })
    dismissAll()
  }
  return (
    <AppShell
      home={paths.system.overview()}
      crumbs={[
        {
          id: 'portal',
          label: `${system.portal} · ${selfHosted ? system.roles.selfHosted : system.roles.cloud}`,
          href: paths.system.overview(),
        },
        ...(page ? [{ id: 'page', label: page.title(text) }] : []),
      ]}
      nav={navigation(pages, {
        access: { can: () => true, selfHosted },
        parameters: {},
        here: pathname,
        text,
      })}
      account={{
        name: '',
        email,
        groups: [
          {
            id: 'leave',
            entries: [
              {
                id: 'secondStep',
                label: system.secondStep.title,
                icon: 'key',
                href: paths.system.secondStep(),
              },
              {
                id: 'signOut',
                label: system.signIn.signOut,
                icon: 'signOut',
                onAction: () => void signOut(),
              },
            ],
          },
        ],
      }}
    >
      <Outlet />
    </AppShell>
  )
}
