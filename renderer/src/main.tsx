/** Starts the window: with the bridge inside the app, over HTTP in a browser. */
import './styles/base.css'
import './styles/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './client/bridge.ts'
import { calmClient } from './client/calm.ts'
import { type Connection, createConnection } from './client/connection.ts'
import { electronClient } from './client/electron.ts'
import { httpClient, openSession } from './client/http.ts'
import { Unreachable } from './features/frame/unreachable.tsx'

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (place === null) throw new Error('The page has no place for the window.')
  const root = createRoot(place)
  const connection = createConnection()
  const client = window.fairHearing ? electronClient(window.fairHearing) : await browserClient(connection)
  root.render(
    <StrictMode>
      {client ? <App client={calmClient(client)} connection={connection} /> : <Unreachable state="locked" />}
    </StrictMode>,
  )
}

async function browserClient(connection: Connection) {
  const token = await openSession()
  return token === null ? null : httpClient(token, connection)
}

start()
