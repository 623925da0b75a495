/** The 97.5 % point of the standard normal distribution. */
export const z975 = 1.959963984540054

/**
 * How likely a standard normal number lies further from 0 than |z|, on either side: erfc(|z| / √2), by its series near
 * 0 and by its continued fraction further out (Abramowitz & Stegun 7.1.6 and 7.1.14), to about 12 digits.
 */
export function twoSidedNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (!Number.isFinite(x)) return 0
  return x < 2 ? 1 - erfNear(x) : erfcFar(x)
}

function erfNear(x: number): number {
  let [term, sum] = [x, x]
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (2 * x * x) / (2 * k + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

function erfcFar(x: number): number {
  let tail = x
  for (let k = 60; k > 0; k--) tail = x + k / 2 / tail
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / tail
}
