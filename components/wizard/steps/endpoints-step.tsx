'use client'
import { StepBody, StepHead } from '../step-parts'
export default function EndpointsStep() {
  return (
    <>
      <StepHead title="Endpoints">…</StepHead>
      <StepBody>…</StepBody>
    </>
  )
}
