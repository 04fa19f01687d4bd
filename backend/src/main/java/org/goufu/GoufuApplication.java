package org.goufu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the house; knows nobody. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GoufuApplication {
    public static void main(String[] args) {
        SpringApplication.run(GoufuApplication.class, args);
    }
}
