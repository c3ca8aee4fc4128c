'use client'

import './output.css'
import { memo } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { Preview, type PreviewProps } from './preview'
import { SampleToken, type SampleTokenProps } from './sample/sample-token'

/** Everything made from the spec: the templates, and a sample token below or next to them. */
export const Output = memo(function Output({ formats, first, closed }: PreviewProps & SampleTokenProps) {
  return (
    <div className="output @container">
      <div className="output-layout">
        <PanelBoundary name="The output" reloads>
          <Preview formats={formats} first={first} />
        </PanelBoundary>
        <PanelBoundary name="The sample token" reloads>
          <SampleToken closed={closed} />
        </PanelBoundary>
      </div>
    </div>
  )
})
