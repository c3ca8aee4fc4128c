export const greeting: string = 'hello from TypeScript'
