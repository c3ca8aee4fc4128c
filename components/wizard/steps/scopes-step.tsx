'use client'
import { StepBody, StepHead } from '../step-parts'
export default function ScopesStep() {
  return (
    <>
      <StepHead title="Scopes">…</StepHead>
      <StepBody>…</StepBody>
    </>
  )
}
