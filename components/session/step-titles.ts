/** The steps of the wizard in their order: the fragment of each in the address, and its title. */
export const stepTitles = {
  service: 'Service & user pool',
  scopes: 'Resource server & scopes',
  clients: 'App clients & callback URLs',
  endpoints: 'Endpoints',
  review: 'Review & download',
} as const
