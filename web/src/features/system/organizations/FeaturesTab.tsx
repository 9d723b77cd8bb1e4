import { useText } from '../../../i18n'
import { Callout, Card, Columns, Stack, Switch } from '../../../ui'
import { useTelling } from '../useTelling'
import { type OrganizationView, useGrantFeature } from './queries'

/** What an organization may use: on the cloud the operator adds to its plan, elsewhere its licence says. */
export function FeaturesTab({ data }: { data: OrganizationView }) {
  const { organization: words, features } = useText().system
  const unknown = data.features.filter((name) => !(name in features))
  const names = [...Object.keys(features), ...unknown]
  const half = Math.ceil(names.length / 2)
  return (
    <Stack>
      <Callout>{data.license ? words.featuresOfLicense : words.featuresOfPlan}</Callout>
      <Card>
        <Columns>
          <Switches data={data} names={names.slice(0, half)} />
          <Switches data={data} names={names.slice(half)} />
        </Columns>
      </Card>
    </Stack>
  )
}

function Switches({ data, names }: { data: OrganizationView; names: readonly string[] }) {
  const { organization: words, features } = useText().system
  const tell = useTelling()
  const { mutate, isPending } = useGrantFeature(data.id)
  return (
    <Stack>
      {names.map((feature) => {
        const name = features[feature] ?? feature
        return (
          <Switch
            key={feature}
            description={feature}
            isSelected={data.features.includes(feature)}
            isReadOnly={data.license != null || isPending}
            onChange={(granted) => {
              const done = granted
                ? words.granted(data.name, name)
                : words.withdrawn(data.name, name)
              mutate({ feature, granted }, tell(done))
            }}
          >
            {name}
          </Switch>
        )
      })}
    </Stack>
  )
}
