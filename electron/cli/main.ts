/** `node electron/cli/main.ts …`: what `npm run cli` runs. */
import { runCli } from '../cli.ts'

process.exitCode = await runCli(process.argv.slice(2))
