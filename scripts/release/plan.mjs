const VERSION = /^(\d+)\.(\d+)\.(\d+)$/

/** The version to release: `major`, `minor` or `patch` after the current one, or a later one in full. Throws otherwise. */
export function nextVersion(current, wanted) {
  const [major, minor, patch] = VERSION.exec(current).slice(1).map(Number)
  const next = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: `${major}.${minor}.${patch + 1}`,
  }
  if (Object.hasOwn(next, wanted)) return next[wanted]
  const parts = VERSION.exec(wanted)?.slice(1).map(Number)
  if (!parts) throw new Error(`${wanted} is not a version. Use major, minor, patch or X.Y.Z.`)
  const difference = [parts[0] - major, parts[1] - minor, parts[2] - patch].find(part => part !== 0)
  if (difference === undefined || difference < 0) throw new Error(`${wanted} is not later than ${current}.`)
  return wanted
}

const UNRELEASED = /^## \[Unreleased\]\n([\s\S]*?)(?=^## \[|(?![\s\S]))/m

/** The changelog with its Unreleased section under the new version, and the notes of that section. Throws without notes. */
export function releaseChangelog(changelog, version, date) {
  const [section, body] = UNRELEASED.exec(changelog) ?? []
  if (section === undefined) throw new Error('CHANGELOG.md has no section "## [Unreleased]".')
  const notes = body.trim()
  if (!/^- /m.test(notes))
    throw new Error('CHANGELOG.md says nothing under Unreleased: there is nothing to release.')
  if (changelog.includes(`## [${version}]`))
    throw new Error(`CHANGELOG.md already has a section for ${version}.`)
  const released = `## [Unreleased]\n\n## [${version}] - ${date}\n\n${notes}\n\n`
  return { notes, changelog: `${changelog.replace(section, () => released).trimEnd()}\n` }
}
