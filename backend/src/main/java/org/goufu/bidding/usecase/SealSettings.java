package org.goufu.bidding.usecase;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The platform's own share of every bid.
 *
 * @param key the private P-256 key, PKCS #8 in PEM or its Base64; the same for all instances. Empty: {@code keyFile}
 * @param keyFile where the key lies when it is not given itself; with embedded servers one is made there, readable for its owner alone
 */
@ConfigurationProperties("goufu.seal")
public record SealSettings(String key, Path keyFile) {}
