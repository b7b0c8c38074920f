package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How all formats are written: the same text for the same content on every machine and Java version. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = mapper();
    /** Whole numbers up to here are written without fraction. */
    private static final double LARGEST_WHOLE = 1e15;

    private JsonTree() {}

    private static JsonMapper mapper() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        // Schubfach: Double.toString gave other digits before Java 19.
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        return JsonMapper.builder(factory)
                .defaultPrettyPrinter(new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(lines)
                        .withArrayIndenter(lines))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    static String text(JsonNode tree) {
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode texts(Collection<String> items) {
        return array(items, NODES::stringNode);
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> node) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(node.apply(item)));
        return array;
    }

    /** A double such that reading it gives the same double. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    /** A double rounded to some decimals; rounding what was rounded changes nothing. Null stays null. */
    static JsonNode rounded(@Nullable Double value, int decimals, RoundingMode mode) {
        if (value == null || !Double.isFinite(value)) {
            return NODES.nullNode();
        }
        return number(
                new BigDecimal(Double.toString(value)).setScale(decimals, mode).doubleValue() + 0.0);
    }

    static JsonNode textOrNull(@Nullable Object value) {
        return value == null ? NODES.nullNode() : NODES.stringNode(value.toString());
    }

    static ObjectNode interval(Interval interval) {
        return object().put("start", interval.start().toString())
                .put("end", interval.end().toString());
    }

    /** The instant to the nearest millisecond, always with three decimals. */
    static JsonNode milliseconds(@Nullable Instant instant) {
        return instant == null ? NODES.nullNode() : NODES.stringNode(TimeText.milliseconds(instant));
    }
}
