package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/** The one named person whom a bidder may ask (domain.md 1.6, V11: no other natural person's number is published). */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {}
