import { useReader } from '@anzhi/ui/reader'
import { Checkbox, Stack } from '@mantine/core'

interface RoleChoiceProps {
  /** Those that can be given. */
  roles: readonly string[]
  chosen: string[]
  problem?: string | undefined
  onChange: (roles: string[]) => void
}

/** Some of the roles that the pack declares. */
export function RoleChoice({ roles, chosen, problem, onChange }: RoleChoiceProps) {
  const { say, word } = useReader()
  return (
    <Checkbox.Group
      label={say('accounts.roles')}
      withAsterisk
      error={problem}
      value={chosen}
      onChange={onChange}
    >
      <Stack gap={6} my={6}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={word(`role.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
