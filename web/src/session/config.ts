import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../api'

/** What the server says of itself to everybody. */
export interface ServerConfig {
  /** The generation of the protocol it speaks. */
  version: string
  /** Whether it is somebody's own server. */
  selfHosted: boolean
  /** The cloud's region; null on a self-hosted server. */
  region: string | null
  /** Whether people may sign up without an invitation. */
  registrationOpen: boolean
  /** Its address as others see it. */
  vault: string
}

export const serverConfigQuery = () =>
  queryOptions({
    queryKey: ['server', 'config'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<ServerConfig> => {
      const config = await answer(api.GET('/api/config', { signal }))
      const region = config.environment.cloudRegion ?? null
      return {
        version: config.version,
        // the protocol has no other word for it: a region is announced by clouds alone
        selfHosted: region === null,
        region,
        registrationOpen: !config.settings.disableUserRegistration,
        vault: config.environment.vault,
      }
    },
  })

/** What the server says of itself; suspends until it did. */
export const useServerConfig = (): ServerConfig => useSuspenseQuery(serverConfigQuery()).data
