package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yeoju.model.Fault;
import dev.yeoju.service.RevisionDiff;
import dev.yeoju.service.Revisions;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What the API's description says beside what controllers say of themselves. Clients are generated from it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("400", "A parameter or the body is not what it should be"),
            Map.entry("401", "It is not known who asks"),
            Map.entry("403", "It is more than the role or the missions allow"),
            Map.entry("404", "There is none such"),
            Map.entry("409", "It does not go with the state that the schedule is in"),
            Map.entry("412", "The schedule has changed since"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body is not in this form"),
            Map.entry("422", "The body says what cannot be"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "There were too many requests"),
            Map.entry("507", "The store has no room"),
            Map.entry("503", "Not now: Retry-After says when"),
            Map.entry("default", "Any other error"));

    /**
     * Every error, as {@link Problems} makes it.
     *
     * @param faults where the body is at fault
     * @param version of the schedule now, where it has changed since
     * @param revision the present one, where the schedule has changed since
     * @param revisions who did what since
     * @param changes what differs since
     * @param status of the answer
     * @param stop what to post to end the solve that is in the way
     * @param logIn where a browser logs in at the OpenID provider, where there is one and nobody is logged in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            URI type,
            String title,
            int status,
            String detail,
            @Nullable URI instance,
            @Nullable List<Fault> faults,
            @Nullable String version,
            @Nullable Integer revision,
            @Nullable List<Revisions.Item> revisions,
            @Nullable RevisionDiff changes,
            @Nullable String stop,
            @Nullable String logIn) {}

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Yeoju")
                        .version("v1")
                        .description("Schedules deep-space ground antennas. Bodies are problem files, format version 1;"
                                + " errors are RFC 9457 problem+json with every fault."))
                // Wherever it is reached: the description is the same on every node.
                .servers(List.of(new Server().url("/")));
    }

    /** Names that stay: springdoc numbers methods of one name as it comes across them. */
    @Bean
    OperationCustomizer operationNames() {
        return (operation, method) -> {
            String controller = method.getBeanType().getSimpleName().replace("Controller", "");
            String name = method.getMethod().getName();
            return operation.operationId(controller.substring(0, 1).toLowerCase(Locale.ROOT)
                    + controller.substring(1)
                    + name.substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.substring(1));
        };
    }

    @Bean
    OpenApiCustomizer formatsAndErrors() {
        return openApi -> {
            Components components = openApi.getComponents();
            for (Class<?> type : List.of(Refusal.class, EventStream.Improvement.class)) {
                ModelConverters.getInstance(true).readAll(type).forEach(components::addSchemas);
            }
            FormatSchemas.all().forEach(components::addSchemas);
            REFUSALS.forEach((status, why) -> components.addResponses(refusal(status), answer(why)));
            openApi.getPaths()
                    .forEach((path, item) -> item.readOperations()
                            .forEach(operation -> refusals(path, operation)
                                    .forEach(status -> operation
                                            .getResponses()
                                            .addApiResponse(status, new ApiResponse().$ref(refusal(status))))));
        };
    }

    private static String refusal(String status) {
        return "Refusal" + status;
    }

    private static ApiResponse answer(String why) {
        MediaType type = new MediaType().schema(new JsonSchema().$ref(FormatSchemas.COMPONENTS + "Refusal"));
        return new ApiResponse().description(why).content(new Content().addMediaType(PROBLEM_JSON, type));
    }

    private static List<String> refusals(String path, Operation operation) {
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "429", "503", "default"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415", "422", "507"));
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (parameters.stream().anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))) {
            statuses.addAll(List.of("409", "412", "428"));
        }
        return statuses;
    }
}
