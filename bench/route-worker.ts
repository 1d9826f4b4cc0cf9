import { TASKS } from './tasks/tasks.ts'

const [name = '', request = ''] = process.argv.slice(2)
const loadTask = Object.entries(TASKS).find(([known]) => known === name)?.[1]
if (loadTask === undefined) throw new Error(`there is no task ${name}`)
// The parent sends what the task of this name takes.
const task = (await loadTask()) as (request: unknown) => unknown
process.stdout.write(JSON.stringify(await task(JSON.parse(request))))
