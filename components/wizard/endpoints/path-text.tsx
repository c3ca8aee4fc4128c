/** A path with its variables marked. */
export function PathText({ path }: { readonly path: string }) {
  return path.split(/(\{[^}]*\})/).map((part, index) =>
    part.startsWith('{') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
      <span key={index} className="text-syntax-tag">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
