/** The parts of a README that depend on the format; Markdown. */
export interface Guide {
  /** Name of the format's tool, for the title: `CloudFormation`. */
  readonly tool: string
  /** Paths of the main files and what each is for. */
  readonly files: readonly (readonly [path: string, purpose: string])[]
  readonly deploy: {
    /** What the commands need. */
    readonly needs: string
    /** Shell commands that deploy the project, one a line. */
    readonly commands: readonly string[]
    /** What they do, and how to deploy another stage. */
    readonly more: string
  }
  /** How to delete it. */
  readonly remove: string
  /** How to read what was deployed. Left out: from the outputs of a CloudFormation stack. */
  readonly outputs?: OutputsGuide
  /** What becomes of a new user pool. Left out: the stack keeps it. */
  readonly userPool?: UserPoolGuide
}

export interface OutputsGuide {
  readonly intro: string
  /** Lines of shell that define the function `output`. */
  readonly commands: readonly string[]
  /** The name that the format gives to an output such as `UserPoolId`. */
  readonly nameOf: (name: string) => string
}

export interface UserPoolGuide {
  readonly kept: string
  /** Shell commands that delete a pool that was kept, one a line. They read `USER_POOL_ID`. */
  readonly deleteCommands: readonly string[]
}

/** A shell command that prints one output, such as `$(output UserPoolId)`. */
export type OutputCommand = (name: string) => string
