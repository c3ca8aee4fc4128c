'use client'
import { StepBody, StepHead } from '../step-parts'
export default function ClientsStep() {
  return (
    <>
      <StepHead title="Clients">…</StepHead>
      <StepBody>…</StepBody>
    </>
  )
}
