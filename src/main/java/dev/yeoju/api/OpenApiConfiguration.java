package dev.yeoju.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Yeoju")
                        .version("v1")
                        .description("Schedules deep-space ground antennas. Bodies are problem files, format version 1;"
                                + " errors are RFC 9457 problem+json with every fault."));
    }
}
