'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { templateHandoff } from '@/components/session/template-handoff'
import { useStore } from '@/components/ui/store'
import { usePageKind } from './page-kind'

/** The address of the doctor. */
const DOCTOR = '/doctor/'

/** Leads templates that were opened or dropped on any page to the doctor. */
export function useTemplates() {
  const router = useRouter()
  const isDoctor = usePageKind() === 'files'
  const isWaiting = useStore(templateHandoff, waiting => waiting !== undefined)
  useEffect(() => {
    if (isWaiting && !isDoctor) router.push(DOCTOR)
  }, [isWaiting, isDoctor, router])
}
