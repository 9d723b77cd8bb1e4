import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draw } from '../../../test/ui'
import { dismissAll, toast } from './toast'

it('nothing that was said stays once the person is gone', () => {
  draw(null)
  act(() => {
    toast('Saved.')
    toast('Not saved.', { tone: 'bad' })
  })
  expect(screen.getByText('Saved.')).toBeTruthy()
  act(dismissAll)
  expect(screen.queryByText('Saved.')).toBeNull()
  expect(screen.queryByText('Not saved.')).toBeNull()
})
