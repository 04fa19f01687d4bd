package org.goufu.organization.usecase;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where other systems leave credit lists for the night.
 *
 * @param folder null when there is none
 * @param region whose lists they are
 */
@ConfigurationProperties("goufu.imports")
public record ImportFolderProperties(
        @Nullable String folder, @Nullable String region) {}
