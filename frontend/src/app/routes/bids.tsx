export { BidsPage as default } from '../../features/bidding/give/bids-page'
