package org.goufu.bidding.domain.seal;

/** Why something sealed is refused. */
public enum Fault {
    /** It is not written as GOUFU-SEAL/1 says, to the letter. */
    MALFORMED,
    /** It was not signed with this key. */
    SIGNATURE,
    /** It is not addressed to the holders of this keyset. */
    KEYSET,
    /** A part of the ciphertext is missing, or is not the one that the manifest names. */
    CHUNK,
    /** This key does not open this share. */
    SHARE,
    /** The opened share is not the one that the bidder promised. */
    SHARE_HASH,
    /** Too few holders of a group. */
    QUORUM,
    /** The shares make another key than the one that the bidder committed to. */
    COMMIT,
    /** The ciphertext does not belong to this key, place or envelope. */
    CONTENT,
    /** The content is longer than its padding, or padded with something. */
    PADDING,
    /** The passphrase does not open this file, or the file was changed. */
    PASSPHRASE
}
