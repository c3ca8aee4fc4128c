'use client'

import './output.css'
import { memo } from 'react'
import { Preview, type PreviewProps } from './preview'
import { SampleToken, type SampleTokenProps } from './sample/sample-token'

/** All that a spec becomes: the three templates, and below or beside them a token that it would issue. */
export const Output = memo(function Output({ formats, first, closed }: PreviewProps & SampleTokenProps) {
  return (
    <div className="output @container">
      <div className="output-parts">
        <Preview formats={formats} first={first} />
        <SampleToken closed={closed} />
      </div>
    </div>
  )
})
