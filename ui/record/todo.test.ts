import { readFilter } from '@anzhi/engine/query'
import { describe, expect, it } from 'vitest'
import { library, loans } from '../testing/index.ts'
import { todosOf } from './todo.ts'

const organ = { id: '019a0000-0000-7000-8000-000000000001', name: 'desk' }

describe('what waits for a person', () => {
  it('is what their role may take further, in their own organ where the step asks for it', () => {
    const [todo, ...others] = todosOf(library, { roles: ['librarian'], organ })
    expect(others).toEqual([])
    expect(todo).toMatchObject({
      filter: { any: [{ state: ['asked'], desk: organ.id }, { state: ['returned'] }] },
      order: ['due'],
    })
    expect(todo).not.toHaveProperty('address')
    expect(readFilter(loans, todo!.filter).ok).toBe(true)
  })

  it('has the address of a list where one can say it', () => {
    const [todo] = todosOf(library, { roles: ['porter'], organ })
    expect(todo).toMatchObject({ filter: { state: ['lent'] }, address: { state: 'lent' } })
  })

  it('is nothing for who takes no step', () => {
    expect(todosOf(library, { roles: ['administrator'], organ })).toEqual([])
  })
})
