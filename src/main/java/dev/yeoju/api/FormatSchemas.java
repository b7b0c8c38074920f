package dev.yeoju.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yeoju.exchange.ProblemReader;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The published schemas of files as components of the API's description: their definitions, references among them
 * rewritten. What a problem defines is prefixed, since a schedule has tracks too.
 */
final class FormatSchemas {
    static final String COMPONENTS = "#/components/schemas/";

    private static final String DEFINITIONS = "$defs";
    private static final String REFERENCE = "$ref";
    /** A schedule read from a file may lack more than these; one that the service writes may not. */
    private static final Set<String> NOT_ALWAYS_WRITTEN = Set.of("certificate", "most");

    /** @param prefix of the components that the file's definitions become */
    private record Format(String file, String urn, String prefix) {}

    private static final Format PROBLEM = new Format("problem-1.schema.json", "urn:yeoju:schema:problem:1", "Problem");
    private static final Format SCHEDULE = new Format("schedule-1.schema.json", "urn:yeoju:schema:schedule:1", "");
    private static final Format CHANGE = new Format("change-1.schema.json", "urn:yeoju:schema:change:1", "Change");
    private static final Format ANSWER = new Format("answer-1.schema.json", "urn:yeoju:schema:answer:1", "");

    private FormatSchemas() {}

    /** All of them, by name. */
    static Map<String, Schema<?>> all() {
        ObjectNode trees = Json31.mapper().createObjectNode();
        for (Format format : List.of(PROBLEM, SCHEDULE, CHANGE, ANSWER)) {
            read(format.file()).path(DEFINITIONS).properties().forEach(definition -> {
                ObjectNode tree = definition.getValue().deepCopy();
                rewriteReferences(tree, format);
                if (format.equals(SCHEDULE)) {
                    requireWritten(tree);
                }
                trees.set(component(format, definition.getKey()), tree);
            });
        }
        ObjectNode problem = root(PROBLEM);
        trees.set("Problem", chosen(problem, false));
        trees.set("ResolvedProblem", chosen(problem, true));
        trees.set("Schedule", requireWritten(root(SCHEDULE)));
        // The change file itself is the body of a replanning, which has fields beside.
        trees.set(
                "Change",
                trees.path("ChangeChangeSet").path("properties").path("changes").path("items"));
        trees.remove("ChangeChangeSet");
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        trees.properties()
                .forEach(entry ->
                        schemas.put(entry.getKey(), Json31.mapper().convertValue(entry.getValue(), JsonSchema.class)));
        return schemas;
    }

    private static ObjectNode root(Format format) {
        ObjectNode root = (ObjectNode) read(format.file());
        root.remove(List.of("$schema", "$id", "title", DEFINITIONS));
        rewriteReferences(root, format);
        return root;
    }

    /** Generators of clients know no if: an entry comes from the catalogue or is whole, and a resolved one is whole. */
    private static ObjectNode chosen(ObjectNode problem, boolean resolved) {
        ObjectNode copy = problem.deepCopy();
        for (String field : List.of("antennas", "spacecraft")) {
            ObjectNode array = (ObjectNode) copy.path("properties").path(field);
            JsonNode items = array.path("items");
            if (resolved) {
                array.set("items", items.path("else"));
            } else {
                array.putObject("items")
                        .putArray("anyOf")
                        .add(items.path("else"))
                        .add(items.path("then"));
            }
        }
        return copy;
    }

    private static ObjectNode requireWritten(ObjectNode tree) {
        if (tree.path("properties") instanceof ObjectNode properties) {
            ArrayNode required = tree.putArray("required");
            properties.fieldNames().forEachRemaining(name -> {
                if (!NOT_ALWAYS_WRITTEN.contains(name)) {
                    required.add(name);
                }
            });
        }
        return tree;
    }

    private static void rewriteReferences(JsonNode node, Format own) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
            object.put(REFERENCE, reference(object.path(REFERENCE).textValue(), own));
        }
        node.forEach(child -> rewriteReferences(child, own));
    }

    private static String reference(String text, Format own) {
        int hash = text.indexOf('#');
        Format format = hash == 0
                ? own
                : Stream.of(PROBLEM, SCHEDULE, CHANGE)
                        .filter(each -> each.urn().equals(text.substring(0, hash)))
                        .findFirst()
                        .orElseThrow();
        List<String> tokens = new ArrayList<>(List.of(text.substring(hash + 2).split("/")));
        tokens.remove(DEFINITIONS);
        tokens.set(0, component(format, tokens.get(0)));
        return COMPONENTS + String.join("/", tokens);
    }

    private static String component(Format format, String definition) {
        return format.prefix() + Character.toUpperCase(definition.charAt(0)) + definition.substring(1);
    }

    private static JsonNode read(String file) {
        try (InputStream in = ProblemReader.class.getResourceAsStream(file)) {
            return Json31.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
