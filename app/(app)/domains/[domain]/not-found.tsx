import { DomainNotFound } from '#components/domains/domain-not-found.tsx'

/** No lane declares this domain. */
export default function NoSuchDomain() {
  return <DomainNotFound />
}
