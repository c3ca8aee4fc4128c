import { describe, expect, it } from 'vitest'
import { UsageError } from '../../cli/command'
import { snapshot } from '../../cli/snapshot'
import { diagnose } from '../../lib/doctor/diagnose'
import { importSpec } from '../../lib/import/import'
import { collect, POOL } from './stand-in-aws'

describe('snapshot', () => {
  it('collects one JSON object without secrets, which the doctor reads whole', async () => {
    const { stdout: text, stderr } = await collect(['notes/read'])
    expect(stderr).toBe('')
    expect(text).not.toContain('never-to-be-seen')
    const { facts, findings, undecided } = diagnose([{ path: 'snapshot.json', text }])
    expect(facts.files.map(({ format, read }) => `${format} ${read}`)).toEqual(['aws-snapshot whole'])
    expect(findings.map(({ code }) => code)).toEqual([])
    expect(undecided.map(({ code }) => code)).toEqual([])
    const imported = importSpec(facts.deployed)
    expect(imported).toMatchObject({ ok: true, userPoolId: POOL, clientIds: ['client1'] })
    expect(imported.ok && imported.spec.userPool).toMatchObject({ source: 'existing', userPoolId: POOL })
  })

  it('shows that a stage lags behind its API', async () => {
    const { findings } = diagnose([{ path: 'snapshot.json', text: (await collect([])).stdout }])
    expect(findings.map(({ code }) => code)).toEqual(['STAGE_NOT_REDEPLOYED'])
    expect(findings[0]?.fix).toContain(
      'aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name dev',
    )
  })

  // The AWS CLI asks for one page only where it is told how long a page is (awscli/customizations/paginate.py).
  it.each([
    ['--rest-api', 'a1b2c3', '--stage', 'dev'],
    ['--http-api', 'a1b2c3'],
  ])('asks for all pages of every list with %s', async (...api) => {
    const { stdout } = await snapshot([...api, '--user-pool', POOL])
    expect(stdout?.split('\n').length).toBeLessThanOrEqual(80)
    expect(stdout).not.toMatch(/--(?:limit|max-results|max-items|page-size|no-paginate)/)
  })

  it('prints nothing that was not checked into the script', async () => {
    const run = (...args: readonly string[]) => snapshot(['--user-pool', POOL, ...args])
    for (const bad of ["x'; rm -rf ~", '$(id)', '`id`', '']) {
      await expect(run('--rest-api', bad, '--stage', 'dev')).rejects.toThrow(UsageError)
      await expect(run('--rest-api', 'a1', '--stage', bad)).rejects.toThrow(UsageError)
      await expect(run('--http-api', 'a1', '--region', bad)).rejects.toThrow(UsageError)
    }
    await expect(run('--rest-api', 'a1')).rejects.toThrow(UsageError)
    await expect(run('--rest-api', 'a1', '--http-api', 'a2', '--stage', 'x')).rejects.toThrow(UsageError)
  })
})
