import type { ChangeClass } from '#lib/model/change-class.ts'
import { routeCicd } from './cicd.ts'
import { routeContract } from './contract.ts'
import { routeDocs } from './docs.ts'
import { routeFrontend } from './frontend.ts'
import { routeProduct } from './product.ts'
import type { Route } from './route.ts'
import { routeSchema } from './schema.ts'
import { routeSharedService } from './shared-service.ts'
import { routeUnmapped } from './unmapped.ts'

/** The minimum route of each change class; a class without one does not compile. */
export const CLASS_ROUTES: Readonly<Record<ChangeClass, Route>> = {
  contract: routeContract,
  schema: routeSchema,
  'shared-service': routeSharedService,
  product: routeProduct,
  frontend: routeFrontend,
  cicd: routeCicd,
  docs: routeDocs,
  unmapped: routeUnmapped,
}
