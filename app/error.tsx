'use client'

import { PageBroke } from '@/components/shell/page-broke'

export default function PageError() {
  return <PageBroke />
}
