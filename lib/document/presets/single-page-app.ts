import { SIGN_IN_DEFAULTS } from '../sign-in-defaults'
import type { Preset } from './preset'

export const singlePageApp: Preset = {
  id: 'single-page-app',
  label: 'Single-page app + HTTP API',
  description: 'A web page calls an HTTP API on another origin, with CORS.',
  values: {
    version: 1,
    service: 'notes',
    region: 'us-east-1',
    stage: 'dev',
    userPool: {
      source: 'new',
      name: 'notes-users',
      tier: 'ESSENTIALS',
      domainPrefix: 'notes-demo',
      managedLogin: true,
      ...SIGN_IN_DEFAULTS,
    },
    resourceServers: [
      {
        identifier: 'notes',
        name: 'Notes API',
        scopes: [
          { name: 'read', description: 'Read notes' },
          { name: 'write', description: 'Write and delete notes' },
        ],
      },
    ],
    clients: [
      {
        name: 'web',
        grants: ['authorization_code'],
        generateSecret: false,
        scopes: ['openid', 'email', 'notes/read', 'notes/write'],
        callbackUrls: ['https://notes.example.com/callback', 'http://localhost:5173/callback'],
        defaultRedirectUri: 'https://notes.example.com/callback',
        logoutUrls: ['https://notes.example.com/', 'http://localhost:5173/'],
        identityProviders: ['COGNITO'],
      },
    ],
    api: {
      type: 'http',
      name: 'notes',
      cors: { allowOrigins: ['https://notes.example.com', 'http://localhost:5173'] },
    },
    endpoints: [
      {
        method: 'GET',
        path: '/notes',
        auth: 'access_token',
        scopes: ['notes/read', 'notes/write'],
        handler: 'src/notes.list',
      },
      {
        method: 'POST',
        path: '/notes',
        auth: 'access_token',
        scopes: ['notes/write'],
        handler: 'src/notes.create',
      },
      {
        method: 'GET',
        path: '/notes/{id}',
        auth: 'access_token',
        scopes: ['notes/read', 'notes/write'],
        handler: 'src/notes.get',
      },
      {
        method: 'DELETE',
        path: '/notes/{id}',
        auth: 'access_token',
        scopes: ['notes/write'],
        handler: 'src/notes.remove',
      },
    ],
  },
}
