import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** The server led on to another id: the address follows, as if the right one had been asked for. */
export function useMovedOn(asked: string, standing: string) {
  const navigate = useNavigate()
  const { pathname, search, hash } = useLocation()
  useEffect(() => {
    if (asked === standing) return
    navigate({ pathname: pathname.replace(asked, standing), search, hash }, { replace: true })
  }, [asked, standing, pathname, search, hash, navigate])
}
