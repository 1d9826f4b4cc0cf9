import { ReleaseNotFound } from '#components/releases/release-not-found.tsx'

/** The address names no content. */
export default function NoSuchRelease() {
  return <ReleaseNotFound />
}
