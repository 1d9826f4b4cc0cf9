import { TASKS } from './tasks/tasks.ts'

const [name = '', request = ''] = process.argv.slice(2)
const task = Object.entries(TASKS).find(([known]) => known === name)?.[1] as ((request: unknown) => unknown) | undefined
if (task === undefined) throw new Error(`there is no task ${name}`)
process.stdout.write(JSON.stringify(task(JSON.parse(request))))
