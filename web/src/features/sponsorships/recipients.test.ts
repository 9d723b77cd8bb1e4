import { describe, expect, it } from 'vitest'
import { addressesOfCsv, readRecipients } from './recipients'

describe('readRecipients', () => {
  it('takes lines, commas, semicolons and named addresses', () => {
    const text = 'a@x.example\nb@x.example, C@x.example;  Jo Doe <jo@x.example>'
    const { addresses } = readRecipients(text)
    expect(addresses).toEqual(['a@x.example', 'b@x.example', 'C@x.example', 'jo@x.example'])
  })

  it('takes an address once, whatever its case, and counts the others', () => {
    const found = readRecipients('a@x.example\nA@X.example\na@x.example')
    expect(found).toEqual({ addresses: ['a@x.example'], malformed: [], repeated: 2 })
  })

  it('keeps what is no address, to be shown', () => {
    const { malformed } = readRecipients('a@x\n@x.example\nhello\na b@x.example\nx@y.example.')
    expect(malformed).toEqual(['a@x', '@x.example', 'hello', 'a b@x.example', 'x@y.example.'])
  })
})

describe('addressesOfCsv', () => {
  it('takes the column that holds addresses, below its heading', () => {
    const csv = '\uFEFFName;E-mail\r\n"Doe, Jo";jo@x.example\r\nAl;al@x.example\r\n'
    expect(addressesOfCsv(csv)).toBe('jo@x.example\nal@x.example')
  })

  it('keeps a wrong cell of that column, so that it is not lost silently', () => {
    expect(addressesOfCsv('mail\njo@x.example\nnobody\n')).toBe('jo@x.example\nnobody')
  })

  it('finds nothing where there is nothing', () => {
    expect(addressesOfCsv('Name,Age\nJo,4\n')).toBe('')
  })
})
