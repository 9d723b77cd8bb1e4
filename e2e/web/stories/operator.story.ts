import { story } from '../src/story'
import { onTheCloud } from './operator/cloud'
import { Desk } from './operator/desk'
import { onTheirOwn } from './operator/own'
import { world } from './operator/world'

/** Every page of the System Administrator Portal, on both roles, by keyboard alone. */
story('operator', async ({ cloud, own, arrive }) => {
  const there = await world({ cloud, own })
  const [here, elsewhere] = [await arrive(cloud, 'cloud'), await arrive(own, 'own')]
  // two people at two servers: neither waits for what the other does
  await Promise.all([
    onTheCloud(new Desk(here, cloud), there),
    onTheirOwn(new Desk(elsewhere, own), there),
  ])
})
