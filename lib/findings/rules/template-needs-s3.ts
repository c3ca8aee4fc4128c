import { cloudFormationGuide } from '../../aws/docs'
import { MAX_DIRECT_TEMPLATE_BYTES } from '../../aws/limits'
import type { Rule } from '../finding'

export const templateNeedsS3: Rule = {
  code: 'TEMPLATE_NEEDS_S3',
  check: (_, { templateBytes }) => {
    const bytes = templateBytes()
    if (bytes <= MAX_DIRECT_TEMPLATE_BYTES) return []
    return [
      {
        code: 'TEMPLATE_NEEDS_S3',
        severity: 'suggestion',
        paths: ['endpoints'],
        message: `The CloudFormation template is ${bytes.toLocaleString('en')} bytes, over the ${MAX_DIRECT_TEMPLATE_BYTES.toLocaleString('en')}-byte limit for direct upload.`,
        why: 'A larger template must be uploaded to Amazon S3 first.',
        fix: 'Deploy with a bucket: use deploy.sh of the downloaded project, or aws cloudformation deploy --s3-bucket.',
        source: cloudFormationGuide('cloudformation-limits'),
      },
    ]
  },
}
