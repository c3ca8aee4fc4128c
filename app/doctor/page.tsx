import type { Metadata } from 'next'
import { Doctor } from '@/components/doctor/doctor'

export const metadata: Metadata = {
  title: 'Doctor',
  description:
    'Open a CloudFormation, SAM, Serverless or OpenAPI file, or a snapshot of a deployed API, to see why an access token gets 401, at which line, and what to change. Nothing leaves the tab.',
}

export default function DoctorPage() {
  return <Doctor />
}
