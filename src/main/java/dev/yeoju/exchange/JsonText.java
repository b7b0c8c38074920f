package dev.yeoju.exchange;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Bytes of a file or a request body -> {@link Json}: strict JSON in UTF-8, within limits that keep a hostile body from
 * taking the machine.
 */
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.NESTING)
                    .maxStringLength(Limits.STRING_LENGTH)
                    .maxNameLength(Limits.NAME_LENGTH)
                    .maxNumberLength(Limits.NUMBER_LENGTH)
                    .maxTokenCount(Limits.TOKENS)
                    .build())
            .build();

    /** Where something was opened, which the parser can tell only in terms of Java settings. */
    private static final Pattern OPENED_AT = Pattern.compile(" \\([^()]*at \\[Source: .*?]\\)");

    private final JsonParser parser;
    private final Faults faults;

    private JsonText(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * Reads one value and nothing after it. A key that comes twice is reported to {@code faults}, and its first value
     * kept.
     *
     * @throws InvalidInputException of kind MALFORMED, with line and column, when it is not JSON or beyond a limit
     */
    static Json read(byte[] bytes, Faults faults) {
        char[] text = decode(bytes);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonText(parser, faults).only();
        }
    }

    private Json only() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed("The input holds nothing but white space. Maybe the wrong file was given.");
            }
            Json value = value(first);
            if (parser.nextToken() != null) {
                throw malformed("There is more after the end of the JSON value" + at(parser.currentTokenLocation())
                        + ". Maybe a bracket too many closes it early.");
            }
            return value;
        } catch (JacksonException e) {
            // What is beyond a limit has no place of its own.
            TokenStreamLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw malformed(reason(e) + at(place) + ".");
        }
    }

    private Json value(JsonToken token) {
        switch (token) {
            case START_OBJECT:
                return object();
            case START_ARRAY:
                return array();
            case VALUE_STRING:
                return new Json.Str(parser.getString());
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return new Json.Num(parser.getString());
            case VALUE_TRUE:
                return new Json.Bool(true);
            case VALUE_FALSE:
                return new Json.Bool(false);
            default:
                return new Json.Null();
        }
    }

    private Json object() {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Json value = value(parser.nextToken());
            Json first = fields.putIfAbsent(name, value);
            if (first != null) {
                faults.add(
                        parser.streamReadContext().pathAsPointer().toString(),
                        value.shown(),
                        Json.shorten(name) + " (" + value.shown() + ") is given twice in one object, first as ("
                                + first.shown() + "). Maybe remove one of them.");
            }
        }
        return new Json.Obj(fields);
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Json.Arr(items);
    }

    private static char[] decode(byte[] bytes) {
        if (bytes.length > Limits.BODY_BYTES) {
            throw malformed("The input (" + bytes.length + " bytes) is larger than " + Limits.BODY_BYTES
                    + " bytes (64 MiB). Maybe split the problem.");
        }
        if (bytes.length == 0) {
            throw malformed("The input is empty (0 bytes). Maybe the wrong file was given.");
        }
        int b0 = bytes[0] & 0xff;
        int b1 = bytes.length > 1 ? bytes[1] & 0xff : -1;
        if ((b0 == 0xfe && b1 == 0xff) || (b0 == 0xff && b1 == 0xfe) || b0 == 0 || b1 == 0) {
            throw malformed("The input is in UTF-16 or UTF-32 (it starts with bytes " + b0 + ", " + b1
                    + "), and UTF-8 is expected. Maybe save it as UTF-8.");
        }
        if (b0 == 0xef && b1 == 0xbb) {
            throw malformed("The input starts with a byte order mark (EF BB BF), which JSON does not allow."
                    + " Maybe save it as UTF-8 without one.");
        }
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(source, chars, true);
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw malformed(notUtf8(bytes, source.position()));
        }
        chars.flip();
        char[] text = new char[chars.remaining()];
        chars.get(text);
        return text;
    }

    private static String notUtf8(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return "The input is not UTF-8: byte " + position + " (" + String.format("%02X", bytes[position] & 0xff)
                + ") in line " + line + " belongs to no character. Maybe save it as UTF-8.";
    }

    /** The parser's message without its hints at Java settings. */
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        String plain = OPENED_AT.matcher(message).replaceAll("");
        if (message.contains("nesting depth")) {
            plain = "Arrays and objects are nested more than " + Limits.NESTING + " deep";
        } else if (message.contains("String value length")) {
            plain = "A text is longer than " + Limits.STRING_LENGTH + " characters";
        } else if (message.contains("Name length")) {
            plain = "A field's name is longer than " + Limits.NAME_LENGTH + " characters";
        } else if (message.contains("Number value length")) {
            plain = "A number is longer than " + Limits.NUMBER_LENGTH + " characters";
        } else if (message.contains("Token count")) {
            plain = "There are more than " + Limits.TOKENS + " names, values and brackets";
        } else if (message.startsWith("Unexpected end-of-input")) {
            plain = "The text ends before everything opened is closed. Maybe it was cut off";
        }
        return "This is not readable JSON: " + plain;
    }

    private static String at(TokenStreamLocation location) {
        return " at line " + Math.max(1, location.getLineNr()) + ", column " + Math.max(1, location.getColumnNr());
    }

    private static InvalidInputException malformed(String message) {
        return new InvalidInputException(InvalidInputException.Kind.MALFORMED, List.of(new Fault("", null, message)));
    }
}
