package org.goufu.ledger.usecase;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Under which name and key the heads of the ledger are signed.
 *
 * @param origin the ledger's name for ever: a name of the operator's domain with a path
 * @param key the private Ed25519 key, PKCS #8 in PEM or its Base64; the same for all instances. Empty: {@code keyFile}
 * @param keyFile where the key lies when it is not given itself; with embedded servers one is made there, readable for its owner alone
 * @param headsDir where each signed head is kept in a file of its own, outside the database and its backups
 */
@ConfigurationProperties("goufu.ledger")
public record LedgerSettings(String origin, String key, Path keyFile, Path headsDir) {}
