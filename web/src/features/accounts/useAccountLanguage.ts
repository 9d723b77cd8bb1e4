import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { answer, api } from '../../api'
import { useLanguage } from '../../i18n'
import type { Profile } from '../../session'

/**
 * Keeps the language of the account, in which its mails are written, the one its person chooses on
 * any page.
 */
export function useAccountLanguage({ culture }: Profile): void {
  const language = useLanguage()
  const { mutate } = useMutation({
    mutationFn: () => answer(api.PUT('/api/accounts/profile', { body: { culture: language } })),
  })
  const before = useRef(language)
  useEffect(() => {
    if (before.current === language) return
    before.current = language
    if (!culture.startsWith(language)) mutate()
  }, [language, culture, mutate])
}
