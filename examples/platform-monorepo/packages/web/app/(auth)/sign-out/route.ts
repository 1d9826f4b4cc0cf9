export function POST(): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: '/sign-in', 'Set-Cookie': '__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly' },
  })
}
