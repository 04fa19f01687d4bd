import { CloseFederationPage } from '../../features/federation/close-federation-page'

export default function CloseFederationRoute() {
  return <CloseFederationPage />
}
