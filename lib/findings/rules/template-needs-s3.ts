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
        message: `The CloudFormation template has ${bytes} bytes.`,
        why: `CloudFormation takes ${MAX_DIRECT_TEMPLATE_BYTES} bytes in a request; a larger template must be uploaded to S3 first.`,
        fix: 'Deploy with a bucket: deploy.sh of the downloaded project does, or aws cloudformation deploy --s3-bucket.',
        source: cloudFormationGuide('cloudformation-limits'),
      },
    ]
  },
}
