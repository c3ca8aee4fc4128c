import { describe, expect, it } from 'vitest'
import { createDoctor, type Doctor } from '@/components/doctor/state/create-doctor'
import type { Examiner } from '@/components/doctor/state/examiner'
import { hasUnsavedChanges } from '@/components/doctor/state/files'
import { runExamination } from '@/components/doctor/state/run-examination'
import { examineTemplates, importApi, repairTemplates, templateGraph } from '@/lib/examine-templates'
import { eventually } from '../../eventually'

const CLIENT = `Resources:
  App:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      AllowedOAuthScopes: [openid]
      AllowedOAuthFlows: [code]
`
const FIXED = CLIENT.replace('[code]\n', '[code]\n      AllowedOAuthFlowsUserPoolClient: true\n')

/** Examines at once, as the page does when it is idle. */
function direct(): Examiner {
  let newest = 0
  return {
    examine(question, tell) {
      const id = ++newest
      void runExamination(
        examineTemplates(question),
        step => id === newest && tell(step),
        async () => id === newest,
      )
    },
    repairAll: async question => repairTemplates(question),
    importApi: async question => importApi(question),
    graph: async question => templateGraph(question),
    stop() {
      newest++
    },
  }
}

async function settled(doctor: Doctor) {
  await eventually(() => {
    const { isReading, faults, examination } = doctor.state.get()
    expect(isReading).toBe(false)
    if (faults.length === 0) expect(examination?.findings.every(({ repairs }) => repairs)).toBe(true)
  })
  return doctor.state.get()
}

async function opened(text: string, path = 'template.yaml') {
  const doctor = createDoctor(direct)
  doctor.open([{ path, text }])
  return { doctor, state: await settled(doctor) }
}

const textOf = (doctor: Doctor) => doctor.state.get().files[0]?.text
const codes = (doctor: Doctor) => doctor.state.get().examination?.findings.map(({ code }) => code)
const keyOf = (doctor: Doctor, code: string) =>
  doctor.state.get().examination?.findings.find(finding => finding.code === code)?.key ?? ''

it('the graph is that of the files that could be read last', async () => {
  const { doctor } = await opened(CLIENT)
  doctor.type('template.yaml', 'Resources: [')
  await settled(doctor)
  expect(await doctor.accessGraph()).toEqual(
    templateGraph({
      files: [{ path: 'template.yaml', text: CLIENT }],
      access: doctor.state.get().examination!.report.access,
    }),
  )
  expect((await doctor.accessGraph())?.clients).toHaveLength(1)
})

it('findings are old where a file cannot be read any more, not where one never could, nor as it is typed', async () => {
  const doctor = createDoctor(direct)
  const isOld = () => doctor.state.get().isOld
  doctor.open([
    { path: 'template.yaml', text: CLIENT },
    { path: 'main.tf', text: 'resource "aws_cognito_user_pool" "users" {\n}\n' },
  ])
  const read = () => eventually(() => expect(doctor.state.get().isReading).toBe(false))
  await read()
  expect(doctor.state.get().faults).toHaveLength(1)
  expect(isOld()).toBe(false)
  doctor.type('template.yaml', `# a comment\n${CLIENT}`)
  expect(isOld()).toBe(false)
  await read()
  doctor.type('template.yaml', 'Resources: [')
  await read()
  expect(isOld()).toBe(true)
  doctor.type('template.yaml', 'Resources: [[')
  expect(isOld()).toBe(true)
  doctor.type('template.yaml', CLIENT)
  await read()
  expect(isOld()).toBe(false)
})

describe('a repair', () => {
  it('is applied as one step, and undone as one', async () => {
    const { doctor } = await opened(CLIENT)
    expect(doctor.apply({ key: keyOf(doctor, 'OAUTH_NOT_ENABLED'), choice: 0 })).toBe(true)
    expect(textOf(doctor)).toBe(FIXED)
    await settled(doctor)
    expect(codes(doctor)).not.toContain('OAUTH_NOT_ENABLED')
    doctor.undo()
    expect(textOf(doctor)).toBe(CLIENT)
    await settled(doctor)
    expect(codes(doctor)).toContain('OAUTH_NOT_ENABLED')
    doctor.redo()
    expect(textOf(doctor)).toBe(FIXED)
  })

  it('keeps line ends and a byte order mark', async () => {
    const text = `\uFEFF${CLIENT.replaceAll('\n', '\r\n')}`
    const { doctor } = await opened(text)
    doctor.apply({ key: keyOf(doctor, 'OAUTH_NOT_ENABLED'), choice: 0 })
    expect(textOf(doctor)).toBe(`\uFEFF${FIXED.replaceAll('\n', '\r\n')}`)
  })

  it('of an earlier text is not applied', async () => {
    const { doctor } = await opened(CLIENT)
    const change = { key: keyOf(doctor, 'OAUTH_NOT_ENABLED'), choice: 0 }
    doctor.type('template.yaml', `# a comment\n${CLIENT}`)
    expect(doctor.apply(change)).toBe(false)
    expect(textOf(doctor)).toBe(`# a comment\n${CLIENT}`)
  })

  it('that is shown gives way to another finding, and to a place in the files', async () => {
    const { doctor } = await opened(CLIENT)
    const change = { key: keyOf(doctor, 'OAUTH_NOT_ENABLED'), choice: 0 }
    doctor.showChange(change)
    expect(doctor.state.get()).toMatchObject({ change, selected: change.key })
    doctor.select(keyOf(doctor, 'NO_CALLBACK'))
    expect(doctor.state.get().change).toBeUndefined()
    doctor.showChange(change)
    doctor.goTo({ file: 'template.yaml', line: 1, column: 1 }, true)
    expect(doctor.state.get().change).toBeUndefined()
  })

  it('of everything that cannot be computed says so', async () => {
    const failure = new Error('no connection')
    const doctor = createDoctor(() => ({ ...direct(), repairAll: () => Promise.reject(failure) }))
    doctor.open([{ path: 'template.yaml', text: CLIENT }])
    await settled(doctor)
    expect(await doctor.applyAll()).toEqual([])
    expect(doctor.state.get().failure).toBe(failure)
  })

  it('of everything is one step, with the files read again after each', async () => {
    const { doctor } = await opened(CLIENT)
    const before = codes(doctor)?.length ?? 0
    const labels = await doctor.applyAll()
    expect(labels).toContain('Set AllowedOAuthFlowsUserPoolClient to true')
    const after = await settled(doctor)
    expect(after.examination?.findings.length).toBeLessThan(before)
    expect(after.examination?.findings.flatMap(({ repairs }) => repairs)).toEqual([])
    doctor.undo()
    expect(textOf(doctor)).toBe(CLIENT)
  })
})

it('changes are unsaved until they are undone or downloaded, and again after the next one', async () => {
  const { doctor } = await opened(CLIENT)
  const isUnsaved = () => hasUnsavedChanges(doctor.state.get())
  expect(isUnsaved()).toBe(false)
  doctor.type('template.yaml', FIXED)
  expect(isUnsaved()).toBe(true)
  doctor.undo()
  expect(isUnsaved()).toBe(false)
  doctor.redo()
  const { files } = doctor.state.get()
  doctor.type('template.yaml', `${FIXED}# more`)
  doctor.noteDownload(files)
  expect(isUnsaved()).toBe(true)
  doctor.undo()
  expect(isUnsaved()).toBe(false)
  doctor.add([{ path: 'other.yaml', text: CLIENT }])
  expect(isUnsaved()).toBe(false)
  doctor.type('other.yaml', FIXED)
  expect(isUnsaved()).toBe(true)
  doctor.close()
  expect(isUnsaved()).toBe(false)
})

describe('typing', () => {
  it('without a pause is one step of undo', async () => {
    const { doctor } = await opened(CLIENT)
    doctor.type('template.yaml', `${CLIENT}#`)
    doctor.type('template.yaml', `${CLIENT}# a`)
    expect(doctor.state.get().undo).toBe('Typing')
    doctor.undo()
    expect(textOf(doctor)).toBe(CLIENT)
    expect(doctor.state.get().undo).toBeUndefined()
  })

  it('of a fault keeps the last findings, and says where it is', async () => {
    const { doctor, state } = await opened(CLIENT)
    doctor.type('template.yaml', CLIENT.replace('[code]', '[code'))
    const broken = await settled(doctor)
    expect(broken.faults).toHaveLength(1)
    expect(broken.faults[0]?.place.file).toBe('template.yaml')
    expect(broken.examination?.files).toBe(state.files)
    doctor.undo()
    expect((await settled(doctor)).faults).toEqual([])
  })
})

describe('files', () => {
  it('that were never readable have a reason and no findings', async () => {
    const { state } = await opened('just some text')
    expect(state.faults).toHaveLength(1)
    expect(state.examination?.findings).toEqual([])
  })

  it('of a folder that are not templates are left out', async () => {
    const doctor = createDoctor(direct)
    doctor.open(
      [
        { path: 'app/package.json', text: '{ "name": "app" }' },
        { path: 'app/template.yaml', text: CLIENT },
      ],
      true,
    )
    const { files, leftOut, shown } = await settled(doctor)
    expect(files.map(({ path }) => path)).toEqual(['app/template.yaml'])
    expect({ leftOut, shown }).toEqual({ leftOut: 1, shown: 'app/template.yaml' })
  })

  it('of a folder without any template all stay, each with its reason', async () => {
    const doctor = createDoctor(direct)
    doctor.open([{ path: 'package.json', text: '{ "name": "app" }' }], true)
    const { files, faults, leftOut } = await settled(doctor)
    expect([files.length, faults.length, leftOut]).toEqual([1, 1, 0])
  })

  it('lose the client secret of an AWS answer before anything else sees it', async () => {
    const answer = '{ "UserPoolClient": { "ClientName": "a", "ClientSecret": "s3cr3t" } }'
    const { doctor } = await opened(answer, 'client.json')
    expect(textOf(doctor)).toContain('"ClientSecret": "***"')
  })

  it('that were closed can be opened again as they were', async () => {
    const { doctor } = await opened(CLIENT)
    doctor.type('template.yaml', `${CLIENT}# mine\n`)
    const reopen = doctor.close()
    expect(doctor.state.get().files).toEqual([])
    reopen()
    expect(textOf(doctor)).toBe(`${CLIENT}# mine\n`)
  })
})

describe('an answer', () => {
  const OPEN = `Parameters:
  Identifier:
    Type: String
Resources:
  Users: { Type: 'AWS::Cognito::UserPool' }
  Scopes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Users
      Identifier: !Ref Identifier
      Name: Notes
      Scopes: [{ ScopeName: read, ScopeDescription: Read }]
  Robot:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Scopes
    Properties:
      UserPoolId: !Ref Users
      GenerateSecret: true
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [client_credentials]
      AllowedOAuthScopes: [com.example.notes/read]
`
  const undecided = (doctor: Doctor) =>
    doctor.state.get().examination?.report.undecided.map(({ code }) => code)

  it('decides at once, and is taken back', async () => {
    const { doctor } = await opened(OPEN)
    expect(undecided(doctor)).toContain('SCOPE_UNDECLARED')
    doctor.answer('Identifier', 'com.example.other')
    await settled(doctor)
    expect(undecided(doctor)).not.toContain('SCOPE_UNDECLARED')
    expect(codes(doctor)).toContain('SCOPE_UNDECLARED')
    doctor.answer('Identifier', undefined)
    await settled(doctor)
    expect(undecided(doctor)).toContain('SCOPE_UNDECLARED')
  })
})
