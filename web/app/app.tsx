import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from '../client/index.ts'
import { Languages } from './language.tsx'
import { router } from './router.tsx'
import { theme, variables } from './theme.ts'

/** The whole application. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <Languages>
          <Notifications position="bottom-left" autoClose={3500} />
          <RouterProvider router={router} />
        </Languages>
      </QueryClientProvider>
    </MantineProvider>
  )
}
