package org.goufu.purchase;

/** Says where the bids for a call are given; answered by the room that takes them. */
public interface BidPlaces {
    BidPlace of(ProcurementMethod method, String regionCode);
}
