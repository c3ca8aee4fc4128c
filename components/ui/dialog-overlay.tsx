/**
 * Covers the page behind a dialog, and takes the presses there. The primitive's own overlay also stops scrolling, by variables
 * of the body that every element inherits: the browser then styles the whole page again, twice for each dialog. Here a rule
 * in globals.css stops it.
 */
export const DialogOverlay = () => (
  <div className="dialog-overlay fixed inset-0 z-50 bg-[color-mix(in_srgb,var(--background)_65%,transparent)]" />
)
