import { useMe } from '../../features/account/use-me'

/** The region that the caller keeps; empty for who keeps none. */
export const useRegion = () => useMe()?.region?.code ?? ''
