/** The real window over the invented service. What is invented comes as JSON after the # of the address. */
import '../../../renderer/src/styles/base.css'
import '../../../renderer/src/styles/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppError } from '../../../core/result.ts'
import { App } from '../../../renderer/src/app.tsx'
import { createConnection } from '../../../renderer/src/client/connection.ts'
import { createFake, type Fake, type FakeOptions } from '../../../renderer/src/client/fake.ts'

declare global {
  interface Window {
    readonly harness: Fake & {
      readonly AppError: typeof AppError
      readonly connection: ReturnType<typeof createConnection>
      /** Takes the window off the page. */
      close(): void
    }
  }
}

const given = decodeURIComponent(location.hash.slice(1))
const options: FakeOptions = given === '' ? { comments: 23 } : JSON.parse(given)
const fake = createFake(options)
const connection = createConnection()
const place = document.getElementById('root')
if (place) {
  const root = createRoot(place)
  Object.assign(window, { harness: { ...fake, AppError, connection, close: () => root.unmount() } })
  root.render(
    <StrictMode>
      <App client={fake.client} connection={connection} />
    </StrictMode>,
  )
}
