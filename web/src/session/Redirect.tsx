import { useNavigate } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'

interface Props {
  to: string
  search?: Readonly<Record<string, string>>
}

/**
 * Goes to another page, once: what its parent hears of on the way, the new address above all, does
 * not send anybody anywhere again.
 */
export function Redirect({ to, search = {} }: Props) {
  const navigate = useNavigate()
  const [first] = useState({ to, search, replace: true })
  useLayoutEffect(() => void navigate(first), [navigate, first])
  return null
}
