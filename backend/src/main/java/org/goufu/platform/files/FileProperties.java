package org.goufu.platform.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param largest the largest file that is taken where a module asks for no other limit */
@ConfigurationProperties("goufu.files")
public record FileProperties(@DefaultValue("10MB") DataSize largest) {}
