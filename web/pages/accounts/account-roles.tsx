import { useReader } from '@anzhi/ui/reader'
import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './accounts.module.css'
import { RoleChoice } from './role-choice.tsx'

interface AccountRolesProps {
  roles: readonly string[]
  given: string[]
  onSave: (roles: string[]) => Promise<void>
}

/** The roles of an account, to be changed all at once. */
export function AccountRoles({ roles, given, onSave }: AccountRolesProps) {
  const { say } = useReader()
  const [chosen, setChosen] = useState(given)
  const [isSending, setSending] = useState(false)
  const isSame = chosen.length === given.length && chosen.every((role) => given.includes(role))
  // A role that the pack no longer has can be taken away.
  const all = [...roles, ...given.filter((role) => !roles.includes(role))]
  async function save() {
    setSending(true)
    await onSave(chosen)
    setSending(false)
  }
  return (
    <section className={classes.part}>
      <RoleChoice roles={all} chosen={chosen} onChange={setChosen} />
      <Button
        variant="default"
        disabled={isSame || chosen.length === 0}
        loading={isSending}
        onClick={() => void save()}
      >
        {say('accounts.rolesSave')}
      </Button>
    </section>
  )
}
