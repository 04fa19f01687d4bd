export { IndicatorsPage as default } from '../../features/indicators/indicators-page'
