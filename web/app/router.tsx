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

/** Everything behind the sign-in: it is known who is there and what the pack says before a page is drawn. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    try {
      await Promise.all([
        queryClient.ensureQueryData(queries.me()),
        queryClient.ensureQueryData(queries.pack()),
      ])
    } catch (error) {
      const isSignedOut = error instanceof Refused && error.problems.some(({ code }) => code === 'signedOut')
      throw isSignedOut ? redirect({ to: '/sign-in', search: { back: location.href } }) : error
    }
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
  // Any other address: it says so inside the frame, with the ways to everything that is there.
  createRoute({ getParentRoute: () => shell, path: '$', validateSearch, component: NotFound }),
]

export const router = createRouter({
  routeTree: root.addChildren([signIn, shell.addChildren(pages)]),
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
