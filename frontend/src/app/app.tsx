import { RouterProvider } from 'react-router/dom'
import { Providers } from './providers'
import { newRouter } from './router'

const router = newRouter()

export function App() {
  return (
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  )
}
