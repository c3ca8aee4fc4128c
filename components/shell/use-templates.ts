'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { templateHandoff } from '@/components/session/template-handoff'
import { useStore } from '@/components/ui/store'

/** The address of the doctor. */
export const DOCTOR = '/doctor/'

/** Whether the page of the doctor is open: it has files of its own, apart from the document. */
export const useIsDoctor = (): boolean => `${usePathname()}/`.startsWith(DOCTOR)

/** Leads templates that were opened or dropped on any page to the doctor. */
export function useTemplates() {
  const router = useRouter()
  const isDoctor = useIsDoctor()
  const isWaiting = useStore(templateHandoff, waiting => waiting !== undefined)
  useEffect(() => {
    if (isWaiting && !isDoctor) router.push(DOCTOR)
  }, [isWaiting, isDoctor, router])
}
