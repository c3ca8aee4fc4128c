import { USER_POOL_REGIONS } from '@/lib/aws/user-pool-regions'

const regions = [...USER_POOL_REGIONS]

/** Suggests the Regions with user pools; any other can be typed. */
export default function Regions({ id }: { readonly id: string }) {
  return (
    <datalist id={id}>
      {regions.map(([region, place]) => (
        <option key={region} value={region} label={`${region}  ${place}`} />
      ))}
    </datalist>
  )
}
