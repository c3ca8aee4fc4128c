// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import ContinueDialog from '@/components/doctor/import/continue-dialog'
import { deployedIdsOf } from '@/components/session/deployed-ids'
import { readRecent } from '@/components/session/saved-documents'
import { example } from '@/lib/document/example'
import { importApi } from '@/lib/examine-templates'
import { renderInSession } from '../in-session'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const text = `Resources:
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: notes } }
  Pool:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Type: COGNITO_USER_POOLS
      ProviderARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123']
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Pool
      AuthorizationScopes: [com.example.notes/read]
`

it('says what becomes of the files first, then replaces the document as one step', async () => {
  const api = importApi({ files: [{ path: 'a.yaml', text }] })
  const mine = { ...structuredClone(example), service: 'my-own-api' }
  const closed = vi.fn()
  const { session } = renderInSession(<ContinueDialog api={api} onClose={closed} />, mine)
  const dialog = await screen.findByRole('dialog')
  const titles = within(dialog).getAllByRole('heading', { level: 3 })
  expect(titles[0]?.textContent).toContain('Filled in')
  expect(dialog.textContent).toContain('client change-me')
  expect(session.form.getValues().service).toBe('my-own-api')

  await act(async () => fireEvent.click(screen.getByText('Replace the document')))
  expect(session.form.getValues()).toMatchObject({
    service: 'notes',
    userPool: { source: 'existing', userPoolId: 'eu-west-1_AbCdEf123' },
    endpoints: [{ method: 'GET', path: '/', scopes: ['com.example.notes/read'] }],
  })
  expect(readRecent().map(({ name }) => name)).toEqual(['my-own-api'])
  expect(push).toHaveBeenCalledWith('/')
  expect(closed).toHaveBeenCalled()
  const imported = session.history.current().documentId
  expect(deployedIdsOf(imported)).toMatchObject({ userPoolId: 'eu-west-1_AbCdEf123' })

  await act(async () => session.undo())
  expect(session.form.getValues()).toEqual(mine)
  expect(deployedIdsOf(session.history.current().documentId)).toBeUndefined()
})

it('without an endpoint to import says why, and has no button to replace the document', async () => {
  const api = importApi({ files: [{ path: 'a.yaml', text: 'Resources: {}\n' }] })
  renderInSession(<ContinueDialog api={api} onClose={() => undefined} />)
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('These files show no REST or HTTP API.')
  expect(screen.queryByText('Replace the document')).toBeNull()
})
