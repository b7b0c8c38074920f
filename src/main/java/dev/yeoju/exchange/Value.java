package dev.yeoju.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an input, or its absence. Each typed reading gives null where the field is absent or wrong; what is wrong
 * is reported once, with pointer, value and fix.
 */
final class Value {
    private static final Json ABSENT = new Json.Null();

    private final @Nullable Value parent;
    private final String token;
    private final String name;
    private final Json json;
    private final boolean given;
    private final Faults faults;

    private Value(@Nullable Value parent, String token, String name, @Nullable Json json, Faults faults) {
        this.parent = parent;
        this.token = token;
        this.name = name;
        this.json = json == null ? ABSENT : json;
        this.given = json != null;
        this.faults = faults;
    }

    static Value root(Json json, String name, Faults faults) {
        return new Value(null, "", name, json, faults);
    }

    /** A value of a text file; its pointer is the place, such as a line. */
    static Value at(String place, Json json, String name, Faults faults) {
        return new Value(null, place, name, json, faults);
    }

    Value child(String field, @Nullable Json value) {
        return new Value(this, field, field, value, faults);
    }

    /** A field of this object, whatever its other fields are; absent where this is no object. */
    Value field(String field) {
        return child(field, json instanceof Json.Obj obj ? obj.fields().get(field) : null);
    }

    /** The same place without a value. */
    Value absent() {
        return new Value(parent, token, name, null, faults);
    }

    private Value item(int index, Json value) {
        return new Value(this, Integer.toString(index), name, value, faults);
    }

    static String pointer(String parent, String token) {
        return parent + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    String pointer() {
        return parent == null ? token : pointer(parent.pointer(), token);
    }

    String name() {
        return name;
    }

    Json json() {
        return json;
    }

    boolean isGiven() {
        return given;
    }

    Faults faults() {
        return faults;
    }

    /** The field's name with its value, for the start of a message: {@code minDuration (PT9H)}. */
    String named() {
        return name + " (" + json.shown() + ")";
    }

    /** Reports that this value is wrong; the message follows its name and value. */
    void fault(String message) {
        faults.add(pointer(), given ? json.shown() : null, (given ? named() : name) + " " + message);
    }

    private void wrongType(String expected, String fix) {
        if (json instanceof Json.Null) {
            fault("is null, " + expected + " is expected. Maybe leave the field out.");
        } else {
            fault("is " + json.kind() + ", " + expected + " is expected. " + fix);
        }
    }

    /** Any text that can be shown: no control characters but line breaks and tabs, no half characters. */
    @Nullable
    String text() {
        if (!given) {
            return null;
        }
        if (!(json instanceof Json.Str str)) {
            wrongType("text", "Maybe put it in double quotes.");
            return null;
        }
        boolean bad = str.text()
                .codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || Character.getType(c) == Character.SURROGATE);
        if (bad) {
            fault("holds control characters or half a character. Maybe remove them.");
            return null;
        }
        return str.text();
    }

    /** A text that is not blank. */
    @Nullable
    String words() {
        String text = text();
        if (text != null && text.isBlank()) {
            fault("is blank. Maybe give it a name that a planner knows.");
            return null;
        }
        return text;
    }

    @Nullable
    Boolean flag() {
        if (!given) {
            return null;
        }
        if (json instanceof Json.Bool bool) {
            return bool.value();
        }
        wrongType("true or false", "Maybe write true or false without quotes.");
        return null;
    }

    boolean flag(boolean otherwise) {
        Boolean flag = flag();
        return flag == null ? otherwise : flag;
    }

    @Nullable
    Double number(Range range) {
        if (!given) {
            return null;
        }
        if (!(json instanceof Json.Num num)) {
            wrongType("a number", "Maybe remove the quotes and the unit.");
            return null;
        }
        double value = Double.parseDouble(num.text());
        if (!range.holds(value)) {
            fault("is out of range. Maybe a number " + range.words() + ".");
            return null;
        }
        // Turns -0.0 into 0.0, which mean the same and would differ in records.
        return value + 0.0;
    }

    double number(Range range, double otherwise) {
        Double number = number(range);
        return number == null ? otherwise : number;
    }

    @Nullable
    Long integer(long least, long most) {
        if (!given) {
            return null;
        }
        if (!(json instanceof Json.Num num)) {
            wrongType("a whole number", "Maybe remove the quotes.");
            return null;
        }
        if (!num.text().matches("-?\\d+")) {
            fault("is not a whole number. Maybe write it without fraction and exponent.");
            return null;
        }
        // Longer than any long: out of range without making a number of it.
        boolean fits = num.text().length() <= 20;
        try {
            long value = fits ? Long.parseLong(num.text()) : 0;
            if (fits && value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Just beyond a long: reported as out of range like all others.
            fits = false;
        }
        fault("is out of range. Maybe a whole number from " + least + " to " + most + ".");
        return null;
    }

    @Nullable
    Integer count(int least, int most) {
        Long value = integer(least, most);
        return value == null ? null : Math.toIntExact(value);
    }

    /** An instant to the nanosecond. */
    @Nullable
    Instant instant() {
        return given ? TimeText.instant(this) : null;
    }

    /** An instant in whole seconds, the planner's step. */
    @Nullable
    Instant second() {
        Instant instant = instant();
        if (instant != null && instant.getNano() != 0) {
            fault("has a fraction of a second, and the planner works in whole seconds. Maybe round it.");
            return null;
        }
        return instant;
    }

    /** A duration of at least {@code least}, in whole seconds. */
    @Nullable
    Duration duration(Duration least) {
        Duration duration = anyDuration(least);
        if (duration != null && duration.getNano() != 0) {
            fault("has a fraction of a second, and the planner works in whole seconds. Maybe round it.");
            return null;
        }
        return duration;
    }

    /** A duration of at least {@code least}. */
    @Nullable
    Duration anyDuration(Duration least) {
        return given ? TimeText.duration(this, least) : null;
    }

    /** One of a few known words. */
    <E> @Nullable E choice(Map<String, E> known) {
        if (!given) {
            return null;
        }
        if (!(json instanceof Json.Str str)) {
            wrongType("one of " + String.join(", ", known.keySet()), "Maybe put it in double quotes.");
            return null;
        }
        E chosen = known.get(str.text());
        if (chosen == null) {
            fault("is not one of " + String.join(", ", known.keySet()) + ". "
                    + NearestName.hint(str.text(), known.keySet(), "Maybe choose one of these."));
        }
        return chosen;
    }

    /** The items of an array; none where it is absent or wrong. */
    List<Value> items() {
        if (!given) {
            return List.of();
        }
        if (!(json instanceof Json.Arr arr)) {
            wrongType("an array", "Maybe put it in square brackets.");
            return List.of();
        }
        List<Value> items = new ArrayList<>(arr.items().size());
        for (Json item : arr.items()) {
            items.add(item(items.size(), item));
        }
        return items;
    }

    /** The members of an object whose names are free, such as numbers by band. */
    Map<String, Value> members() {
        if (!given) {
            return Map.of();
        }
        if (!(json instanceof Json.Obj obj)) {
            wrongType("an object", "Maybe put it in braces.");
            return Map.of();
        }
        Map<String, Value> members = new LinkedHashMap<>();
        obj.fields().forEach((field, value) -> members.put(field, child(field, value)));
        return members;
    }

    /** An object with known names; others are reported. Null where it is absent or no object. */
    @Nullable
    Fields object(Set<String> names) {
        if (!given) {
            return null;
        }
        if (!(json instanceof Json.Obj obj)) {
            wrongType("an object", "Maybe put it in braces.");
            return null;
        }
        return new Fields(this, obj, names);
    }
}
