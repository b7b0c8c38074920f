package dev.yeoju.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value as it was written: numbers keep their text, objects their order. */
sealed interface Json {
    /** Longest value that a message repeats, characters. */
    int SHOWN_LENGTH = 80;

    /** @param fields by name, in the order written */
    record Obj(Map<String, Json> fields) implements Json {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String text) implements Json {}

    /** @param text the number as written, such as {@code 1.50} or {@code 1e400} */
    record Num(String text) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** What kind of value it is, for a message. */
    default String kind() {
        if (this instanceof Obj) {
            return "an object";
        } else if (this instanceof Arr) {
            return "an array";
        } else if (this instanceof Str) {
            return "text";
        } else if (this instanceof Num) {
            return "a number";
        } else if (this instanceof Bool) {
            return "true or false";
        }
        return "null";
    }

    /** The value as a message repeats it: text without quotes, long ones cut. */
    default String shown() {
        if (this instanceof Str str) {
            return shorten(str.text());
        } else if (this instanceof Num num) {
            return shorten(num.text());
        } else if (this instanceof Bool bool) {
            return Boolean.toString(bool.value());
        } else if (this instanceof Arr arr) {
            return shorten(arr.items().stream()
                    .limit(SHOWN_LENGTH)
                    .map(Json::nested)
                    .collect(Collectors.joining(",", "[", "]")));
        } else if (this instanceof Obj obj) {
            return shorten(obj.fields().entrySet().stream()
                    .limit(SHOWN_LENGTH)
                    .map(e -> '"' + e.getKey() + "\":" + nested(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}")));
        }
        return "null";
    }

    private static String nested(Json value) {
        if (value instanceof Str str) {
            return '"' + shorten(str.text()) + '"';
        } else if (value instanceof Arr arr && !arr.items().isEmpty()) {
            return "[…]";
        } else if (value instanceof Obj obj && !obj.fields().isEmpty()) {
            return "{…}";
        }
        return value.shown();
    }

    /** Cuts a long text, and shows characters that would spoil a line (controls, lone surrogates) as {@code \\uXXXX}. */
    static String shorten(String text) {
        StringBuilder shown = new StringBuilder();
        int end = 0;
        while (end < text.length() && shown.length() < SHOWN_LENGTH) {
            int point = text.codePointAt(end);
            if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
            end += Character.charCount(point);
        }
        return end < text.length() ? shown + "…" : shown.toString();
    }
}
