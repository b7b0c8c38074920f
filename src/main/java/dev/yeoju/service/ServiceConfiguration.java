package dev.yeoju.service;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What the service is made of beside its own classes. */
@Configuration(proxyBeanMethods = false)
public class ServiceConfiguration {
    @Bean
    Engine engine(@Value("${yeoju.orekit-data:${OREKIT_DATA:}}") String orekitData) {
        return Pipeline.over(orekitData.isEmpty() ? null : Path.of(orekitData));
    }

    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    TransactionOperations transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
