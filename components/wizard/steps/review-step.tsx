'use client'
import { StepBody, StepHead } from '../step-parts'
export default function ReviewStep() {
  return (
    <>
      <StepHead title="Review">…</StepHead>
      <StepBody>…</StepBody>
    </>
  )
}
