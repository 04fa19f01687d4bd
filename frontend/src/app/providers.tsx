import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newQueryClient } from '../lib/query-client'
import { ToastProvider } from '../ui/toast'

export function Providers({ children, client }: { children: ReactNode; client?: QueryClient }) {
  const [own] = useState(() => client ?? newQueryClient())
  return (
    <QueryClientProvider client={own}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  )
}
