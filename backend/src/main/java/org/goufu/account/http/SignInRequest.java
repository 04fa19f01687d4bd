package org.goufu.account.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A name and a password. */
record SignInRequest(
        @NotBlank @Size(max = 64) String username,
        @NotBlank @Size(max = 256) String password) {

    /** The password must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "SignInRequest[" + username + "]";
    }
}
