import { describe, expect, it } from 'vitest'
import { compile, diagnose, importTemplate } from '../../lib/index'
import { faults, faultyText } from './doctor/faults'
import { inputText } from './doctor/files'

describe('the library', () => {
  it('diagnoses files as plain data', () => {
    const [fault] = faults
    const report = diagnose([{ path: 'template.yaml', text: faultyText(fault!) }])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(report.findings.map(({ code }) => code)).toEqual([fault!.code])
    expect(report.access.find(({ endpoint }) => endpoint === 'GET /notes')?.clients).toEqual([
      { id: 'Web', allowed: false },
      { id: 'Robot', allowed: false },
    ])
  })

  it('imports files as a document that compiles', () => {
    const imported = importTemplate([{ path: 'template.yaml', text: inputText('12-clean.yaml') }])
    expect(imported.ok && compile(imported.spec).ok).toBe(true)
    expect(imported.report[0]?.how).toBe('invented')
    expect(importTemplate([{ path: 'x', text: '' }])).toMatchObject({ ok: false })
    expect(importTemplate([{ path: 'x', text: inputText('12-clean.yaml') }], { api: 'Other' })).toMatchObject(
      {
        ok: false,
        errors: [{ code: 'NOTHING_TO_IMPORT' }],
      },
    )
  })
})
