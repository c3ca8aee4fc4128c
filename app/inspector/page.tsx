import type { Metadata } from 'next'
import { Inspector } from '@/components/inspector/inspector'

export const metadata: Metadata = {
  title: 'Inspector',
  description:
    'Paste a Cognito token to see its claims explained, its signature checked, and a verdict for every endpoint. Nothing leaves the tab.',
}

export default function InspectorPage() {
  return <Inspector />
}
