package org.goufu.platform.time;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets modules run daily jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
