import { z } from 'zod'
import { ROLES } from '#lib/model/role.ts'
import { boundedText, identifier, moment, readableName } from './text.ts'

const email = z
  .string()
  .max(254, 'must be 254 characters or fewer')
  .regex(/^[^\s@,;:<>"\\\p{C}]{1,64}@[^\s@,;:<>"\\\p{C}]{1,189}$/u, 'must be an e-mail address')

/** `POST session`: any text may be tried as an address or a password; what is wrong with it is that nobody has it. */
export const signInBody = z.strictObject({ email: boundedText(254), password: boundedText(200) }).meta({ id: 'SignInRequest' })

/** `POST /sign-in/form`: as the page sends it. */
export const signInForm = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(200),
  returnTo: z.string().max(4000).optional(),
})

export const signOutForm = z.strictObject({})

/** `POST people`. */
export const personBody = z
  .strictObject({
    email,
    name: readableName,
    password: z
      .string()
      .min(12, 'must be 12 characters or more')
      .max(200, 'must be 200 characters or fewer')
      .optional()
      .describe('to sign in with here; without it the person signs in through the sign-in provider, by this address'),
  })
  .meta({ id: 'PersonRequest' })

/** `POST people/{id}/roles` and its revocation. */
export const roleBody = z
  .strictObject({ role: z.enum(ROLES), domain: identifier.nullish().describe('without it: for all domains') })
  .meta({ id: 'RoleRequest' })

const heldRole = z
  .strictObject({
    role: z.enum(ROLES),
    domain: z.string().nullable().describe('null: for all domains'),
    grantedBy: z.string().describe('`person:<id>`, or `server` for what its settings say'),
    grantedAt: moment,
    coolingDownUntil: moment.nullable().describe('until when the person may not approve by it'),
  })
  .meta({ id: 'HeldRole' })

const personFields = { id: z.string(), email: z.string(), name: z.string(), roles: z.array(heldRole) }

export const person = z.strictObject({ ...personFields, replayed: z.literal(true).optional() }).meta({ id: 'Person' })

export const personList = z.strictObject({ items: z.array(z.strictObject(personFields)), next: z.null() }).meta({ id: 'PersonList' })

/** `GET session`. */
export const sessionAnswer = z
  .strictObject({
    kind: z.enum(['person', 'token', 'nobody']),
    identity: z.string().describe('`person:<id>`, `token:<id>` or `anonymous`: what is done is kept under it'),
    name: z.string().nullable(),
    email: z.string().nullable(),
    signedInAt: moment.nullable().describe('when the person has shown who they are'),
    roles: z.array(heldRole),
    scope: z
      .strictObject({ gates: z.array(z.string()).nullable(), domains: z.array(z.string()).nullable() })
      .nullable()
      .describe('for a token: what it may post for; null within: any'),
    mayRead: z.boolean(),
    may: z.array(z.string()).describe('the writing operations of this document that are open to them, each for the domains of the role'),
  })
  .meta({ id: 'Session' })

export type SignInBody = z.infer<typeof signInBody>
export type SignInForm = z.infer<typeof signInForm>
export type PersonBody = z.infer<typeof personBody>
export type RoleBody = z.infer<typeof roleBody>
