import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { toast } from '../../ui'

/** Runs what makes an organization, and goes there. */
export function useMaking<Input>(make: (input: Input) => Promise<string>) {
  const { create: words } = useText().organizations
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: make,
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: ['profile'] })
      toast(words.done)
      await navigate({ to: paths.organization.subscription(id) })
    },
  })
}
