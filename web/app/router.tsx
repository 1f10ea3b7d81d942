import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { queries, queryClient, Refused, whenPackChanged, whenSignedOut } from '../client/index.ts'
import { Broken } from '../pages/broken.tsx'
import { NotFound } from '../pages/not-found.tsx'
import { SignIn } from '../pages/sign-in.tsx'
import { Shell } from '../shell/index.ts'
import { parseSearch, type Search, stringifySearch } from './address.ts'

const validateSearch = (search: Record<string, unknown>) => search as Search

const root = createRootRoute({ component: Outlet, errorComponent: Broken, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch,
  component: SignIn,
})

/** A one-time password opens this and nothing else. */
const firstPassword = createRoute({
  getParentRoute: () => root,
  path: '/first-password',
  validateSearch,
  component: lazyRouteComponent(() => import('../pages/accounts/first-password.tsx'), 'FirstPassword'),
  errorComponent: Broken,
  beforeLoad: async () => {
    const me = await queryClient
      .ensureQueryData(queries.me())
      .catch((error: unknown) => toTheDoor(error, '/'))
    if (!me.passwordExpired) throw redirect({ to: '/', search: {} })
  },
})

/** Where somebody has to go first who cannot go on; what is no such reason is thrown on. */
function toTheDoor(error: unknown, back: string): never {
  const codes = error instanceof Refused ? error.problems.map(({ code }) => code) : []
  if (codes.includes('passwordExpired')) throw redirect({ to: '/first-password', search: { back } })
  throw codes.includes('signedOut') ? redirect({ to: '/sign-in', search: { back } }) : error
}

/** Everything behind the sign-in: it is known who is there and what the pack says before a page is drawn. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    const known = queryClient.getQueryData(queries.me().queryKey)
    if (known?.passwordExpired === true)
      throw redirect({ to: '/first-password', search: { back: location.href } })
    await Promise.all([
      queryClient.ensureQueryData(queries.me()),
      queryClient.ensureQueryData(queries.pack()),
    ]).catch((error: unknown) => toTheDoor(error, location.href))
  },
})

const pages = [
  createRoute({
    getParentRoute: () => shell,
    path: '/',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/registers/$register',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/list.tsx'), 'List'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/registers/$register/new',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/create.tsx'), 'Create'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/registers/$register/$id',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/record.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/figures',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/figures.tsx'), 'Figures'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/reports/$report',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/report.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/accounts',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/accounts/accounts.tsx'), 'Accounts'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/account',
    validateSearch,
    component: lazyRouteComponent(() => import('../pages/accounts/my-account.tsx'), 'MyAccount'),
  }),
  // Any other address: it says so inside the frame, with the ways to everything that is there.
  createRoute({ getParentRoute: () => shell, path: '$', validateSearch, component: NotFound }),
]

export const router = createRouter({
  routeTree: root.addChildren([signIn, firstPassword, shell.addChildren(pages)]),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

// Whatever finds the session ended leads to the sign-in page, and from there back to where one was.
// Names, forms and lists are those of the pack: all that has been read is read anew.
whenPackChanged(() => void queryClient.invalidateQueries())

whenSignedOut(async () => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in') return
  await router.navigate({ to: '/sign-in', search: { back: href } })
  forgetIfGone()
})

/** Whoever chose to stay with a half-filled form keeps what they see. */
function forgetIfGone(): void {
  if (router.state.location.pathname === '/sign-in') queryClient.clear()
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
