import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import styles from './notice-page.module.css'

const FIRST = 8

/** Where the service is given; a long list opens on demand. */
export function Places({ places }: { places: { code: string; name: string }[] }) {
  const { t } = useTranslation('notice')
  const [all, setAll] = useState(places.length <= FIRST + 2)
  return (
    <>
      <ul className={styles.places}>
        {(all ? places : places.slice(0, FIRST)).map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
      </ul>
      {!all && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {t('lot.allPlaces', { count: places.length })}
        </Button>
      )}
    </>
  )
}
