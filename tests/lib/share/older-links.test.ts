import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../lib/compile'
import { formatOf, formats } from '../../../lib/formats'
import { fromFragment } from '../../../lib/share/fragment'
import { cases, goldenFile } from '../../conformance/cases'

/** Links that the page made before documents had IAM endpoints, additional audiences and acknowledged findings. */
const LINKS: Readonly<Record<string, string>> = {
  'http-cors':
    '#s=1.jVPBbtswDP2VQdclcbbdfCu2YjsMS7C2h6IICsVibKKyKEhKk8Lwv5eynTSOE6OnhCL53uMjXYlXcB7JiPTbRHhwr5iBSAU5xe9iIhzkTVZIO_W0DQVIH6bfOeODzGOpdaQ43HLzkkiLtBJc6BoYAztOGVl-YE5jYURWVEo0Swcb3H9kFZTEyVIaRld_KUcmD24LddTSAt-xzIiRPlUCFZiAGwR3qrpjXBxin5GFtqFLOZBRtQKfObShnfE_P37pQOrJsXbnMMCg-GchTQ7H8lW9mohMI8vpEe1gfSpA8K_BSN02Jp2QLmqpIpLUei2zlwenm7YiBOvTJJHWzmAvS6thllGZHOrE6kSwozUFBs2dbNV0wp4zB41fkkGZJAcDTgY2lBOh9bmn9URiM5-0GPcb3mykiZrO18txRnE3lWBltFs45BWOjcAdMcMJTTxNQT6kP-bzOTPyzsEoS3jwtIRQ8LWl4vftPfdZGQoOEv4r-TTjwZGJm-LVKN2cxBpN4ojC7PAUbboCc5zgigPnuG1yptGHPuxycfc53OO6LwLzUng5feibf48D5KRCVV-VPbyti2TRuBFv-CvfoI7edk6jeg70Ambgdld52fC-_FjH6rlj__Z1dIL2oxlobwAuM_25vfk1RjV2MGewq_od',
  'existing-pool':
    '#s=1.jVNNj9owEP0rla8FItobN0QRRaoW1N0eqhVCTjwk1iYey3H4EMp_33GcRMlmifaE43nz3pvn4c7OYHKJii3mE5aDOcsI2IKhEXTPJsxAXFVZkU9jPE8vkNvpnAoFgfeIKVvcWY6FqdrgKnMrVdypb8XH5uMyXIn1af7jJ8EEZlw6fl7YZAZXnukUZhFmVMu44jGIPxg7hDUFlM6QV3smr87i4vXOpABl5UmC6VpXPHOeds13HqEG31CXDHDhPEAeGamtH_QvXX6rScpJi70YaWEAXiVcxdDCD-VhwqJUkp2e0AXCrgFGv0o6ad8YVEZcK0_TkEdv_0xa4RJrdb4IAq51N5ugwbkeP7y97Q2e6VxFwla7zdP2ZUcKG8Q4dcZ3hZniRU23Ys8OncEMhmipHhvuXdcDHCMDFTUnL6QTgwLDLQVPBevfozeTH8XnVAXBtXTbYW_ah507mVq1DZiBEhplE1gGNkG3Mpv1C6E1twl9BHR0C0JHhcpNQ7mLtHrvUKrAINpZc-Vme0DT7sbAdvMCfV5fnKW01X3a_e75a7x1HA-IKUlKtE-9fPo_YA7uUpQPbbdrNC7mghvJRhs8yWpT6qSlOFp8AzVIu0Z-HnjfvsORe-q43r6PTuD_EQPvFcHnSr_Xy19jUmML84H2UL4D',
}

describe.each(Object.entries(LINKS))('an older link to %s', (name, link) => {
  const shared = fromFragment(link)
  const compiled = compile(shared.ok ? shared.value : undefined)
  const original = cases.find(one => one.name === name)!

  test('opens, without fields that nobody set', () => {
    expect(compiled.ok && Object.keys(compiled.spec)).not.toContain('acknowledged')
    expect(compiled.ok && Object.keys(compiled.spec.api)).not.toContain('additionalAudiences')
    expect(compiled.ok && compiled.findings().some(({ acknowledged }) => acknowledged)).toBe(false)
  })

  test.each(formats.map(({ id }) => id))('means the same as %s', id => {
    expect(compiled.ok && compiled.output(id).text).toBe(
      readFileSync(goldenFile(original, formatOf(id)), 'utf8'),
    )
  })
})
