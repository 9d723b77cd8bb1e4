import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { speakOfAll } from '../src/i18n'

afterEach(cleanup)

// some tests have no page to speak on
if (typeof document !== 'undefined') await speakOfAll()
