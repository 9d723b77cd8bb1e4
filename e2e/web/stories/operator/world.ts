import { expect } from 'vitest'
import { Client } from '../../src/client'
import type { Pair } from '../../src/server'

const PASSWORD = 'correct horse battery staple'

/** Who buys on the cloud, and runs the organizations on the company's own server. */
export const OWNER = 'owner@acme.example'
/** An ordinary account on either server. */
export const MEMBER = 'member@acme.example'
/** The organization whose syncs succeed. */
export const WELL = 'Acme'
/** The organization whose syncs fail, because its token is another's. */
export const FAILING = 'Globex'

export interface World {
  installation: string
  /** The organizations' ids on the cloud, and on the own server. */
  cloud: { well: string; failing: string }
  own: { well: string; failing: string }
  /** A licence for the same organization that the own server does not hold yet. */
  license: string
}

/** Two organizations bought on the cloud and run on the own server, with people in them. */
export async function world({ cloud, own }: Pair): Promise<World> {
  const installation = await own.installation()
  const owner = { email: OWNER, name: 'Inès Laurent', password: PASSWORD }
  const member = { email: MEMBER, name: 'Malo', password: PASSWORD }
  const buyer = await Client.arrive(cloud, owner)
  await Client.arrive(cloud, member)
  const bought = {
    well: await buyer.buy(WELL, 'bills@acme.example', 25),
    failing: await buyer.buy(FAILING, 'bills@globex.example', 5),
  }
  const token = await buyer.billingToken(bought.well)

  const runner = await Client.arrive(own, owner)
  await Client.arrive(own, member)
  const run = {
    well: await runner.found(await buyer.license(bought.well, installation)),
    failing: await runner.found(await buyer.license(bought.failing, installation)),
  }
  await runner.invite(run.well, MEMBER)
  await runner.sponsor(run.well, 'ines@home.example')
  await runner.connect(run.well, token)
  await runner.connect(run.failing, token)
  await runner.sync(run.well)
  await expect(runner.sync(run.failing)).rejects.toThrow('Invalid Billing Sync Key')
  const license = await buyer.license(bought.well, installation)
  return { installation, cloud: bought, own: run, license }
}
