import { story } from '../src/story'
import { onTheCloud } from './operator/cloud'
import { Desk } from './operator/desk'
import { onTheirOwn } from './operator/own'
import { world } from './operator/world'

/** Every page of the System Administrator Portal, on both roles, by keyboard alone. */
story('operator', async ({ cloud, own, arrive }) => {
  const there = await world({ cloud, own })
  await onTheCloud(new Desk(await arrive(cloud), cloud), there)
  await onTheirOwn(new Desk(await arrive(own), own), there)
})
