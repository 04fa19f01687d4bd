package org.goufu.organization.domain;

/** How far an import is. */
public enum ImportState {
    /** The file is being read. */
    READING,
    /** What was read is being compared with the registry. */
    COMPARING,
    /** It can be looked at; nothing was written. */
    PREVIEW,
    /** The file cannot be read; nothing was written. */
    REFUSED,
    /** It is being written, all of it or nothing. */
    APPLYING,
    APPLIED,
    /** It is being taken back. */
    UNDOING,
    UNDONE;

    /** Whether somebody works on it now or will soon. */
    public boolean isAtWork() {
        return this == READING || this == COMPARING || this == APPLYING || this == UNDOING;
    }
}
