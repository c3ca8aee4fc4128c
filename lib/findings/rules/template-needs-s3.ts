import { cloudFormationGuide } from '../../document/aws-docs'
import type { Rule } from '../finding'

/** Bytes of a template that is sent in the request itself. */
const MOST = 51_200

export const templateNeedsS3: Rule = {
  code: 'TEMPLATE_NEEDS_S3',
  check: (_, { templateBytes }) => {
    const bytes = templateBytes()
    if (bytes <= MOST) return []
    return [
      {
        code: 'TEMPLATE_NEEDS_S3',
        severity: 'suggestion',
        paths: ['endpoints'],
        message: `The CloudFormation template has ${bytes} bytes.`,
        why: `CloudFormation takes ${MOST} bytes in a request; a larger template must be uploaded to S3 first.`,
        fix: 'Deploy with a bucket: deploy.sh of the downloaded project does, or aws cloudformation deploy --s3-bucket.',
        source: cloudFormationGuide('cloudformation-limits'),
      },
    ]
  },
}
