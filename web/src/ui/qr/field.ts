/** Arithmetic of the field of 256 elements in which QR codes correct errors (polynomial 0x11d). */
const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value
  EXP[power + 255] = value
  LOG[value] = power
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0)
}

const at = (list: Uint8Array, index: number): number => list[index] ?? 0

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : at(EXP, at(LOG, a) + at(LOG, b))

/** The generator polynomial of `count` correction bytes, without its leading one. */
function generator(count: number): Uint8Array {
  let poly = Uint8Array.of(1)
  for (let power = 0; power < count; power++) {
    const next = new Uint8Array(poly.length + 1)
    poly.forEach((coefficient, index) => {
      next[index] = at(next, index) ^ coefficient
      next[index + 1] = at(next, index + 1) ^ times(coefficient, at(EXP, power))
    })
    poly = next
  }
  return poly.slice(1)
}

/** The bytes that let a reader repair `data`. */
export function correction(data: Uint8Array, count: number): Uint8Array {
  const divisor = generator(count)
  const rest = new Uint8Array(count)
  for (const byte of data) {
    const factor = byte ^ at(rest, 0)
    rest.copyWithin(0, 1)
    rest[count - 1] = 0
    divisor.forEach((coefficient, index) => {
      rest[index] = at(rest, index) ^ times(coefficient, factor)
    })
  }
  return rest
}
