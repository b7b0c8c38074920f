package dev.yeoju.exchange;

import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.PassEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON -> {@link PassEdit}: {@code {"type": "ADD", "request", "antennas", "bot", "eot", "pinned"}}, {@code {"type":
 * "CHANGE", "pass", "antennas", "bot", "eot", "pinned"}}, {@code {"type": "REMOVE", "pass"}}. Strict, with every fault
 * reported.
 */
public final class PassEditReader {
    private static final int MOST_EDITS = 1000;

    private enum Type {
        ADD,
        CHANGE,
        REMOVE
    }

    private static final Map<String, Type> TYPES =
            Map.of("ADD", Type.ADD, "CHANGE", Type.CHANGE, "REMOVE", Type.REMOVE);

    private PassEditReader() {}

    /** @throws InvalidInputException MALFORMED when it is not JSON; INVALID with every fault */
    public static PassEdit.Add add(byte[] json) {
        Faults faults = new Faults();
        PassEdit.Add edit = add(Value.root(JsonText.read(json, faults), "", faults), FieldNames.PASS_ADD);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return Objects.requireNonNull(edit);
    }

    /** @throws InvalidInputException MALFORMED when it is not JSON; INVALID with every fault */
    public static PassEdit.Change change(String pass, byte[] json) {
        Faults faults = new Faults();
        Value root = Value.root(JsonText.read(json, faults), "", faults);
        Fields fields = root.object(FieldNames.PASS_CHANGE);
        PassEdit.Change edit = fields == null ? null : change(pass, fields);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return Objects.requireNonNull(edit);
    }

    /** A body {@code {"edits": […]}}, done one after the other. */
    public static List<PassEdit> all(byte[] json) {
        Faults faults = new Faults();
        Fields fields = Value.root(JsonText.read(json, faults), "", faults).object(FieldNames.EDITS);
        List<PassEdit> edits = new ArrayList<>();
        if (fields != null) {
            Value field = fields.required("edits");
            List<Value> items = field.items();
            if (items.size() > MOST_EDITS) {
                field.fault("holds " + items.size() + " edits, and at most " + MOST_EDITS
                        + " are taken at once. Maybe send them in parts.");
            } else {
                for (Value item : items) {
                    PassEdit edit = one(item);
                    if (edit != null) {
                        edits.add(edit);
                    }
                }
            }
        }
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return edits;
    }

    private static @Nullable PassEdit one(Value item) {
        if (!(item.json() instanceof Json.Obj)) {
            item.object(FieldNames.EDIT_REMOVE);
            return null;
        }
        Value typeField = item.field("type");
        if (!typeField.isGiven()) {
            typeField.fault("is missing. Maybe \"CHANGE\".");
            return null;
        }
        Type type = typeField.choice(TYPES);
        if (type == null) {
            return null;
        }
        if (type == Type.ADD) {
            return add(item, FieldNames.EDIT_ADD);
        }
        Fields fields = item.object(type == Type.CHANGE ? FieldNames.EDIT_CHANGE : FieldNames.EDIT_REMOVE);
        if (fields == null) {
            return null;
        }
        String pass = fields.required("pass").words();
        if (pass == null) {
            return null;
        }
        return type == Type.CHANGE ? change(pass, fields) : new PassEdit.Remove(pass);
    }

    private static PassEdit.@Nullable Add add(Value value, Set<String> names) {
        Fields fields = value.object(names);
        if (fields == null) {
            return null;
        }
        String request = fields.required("request").words();
        List<String> antennas = TrackReader.antennas(fields.required("antennas"));
        Instant bot = fields.required("bot").second();
        Instant eot = fields.required("eot").second();
        order(fields, bot, eot);
        boolean pinned = fields.get("pinned").flag(false);
        return request == null || bot == null || eot == null
                ? null
                : new PassEdit.Add(request, antennas, bot, eot, pinned);
    }

    private static PassEdit.Change change(String pass, Fields fields) {
        Value antennas = fields.get("antennas");
        Instant bot = fields.get("bot").second();
        Instant eot = fields.get("eot").second();
        order(fields, bot, eot);
        return new PassEdit.Change(
                pass,
                antennas.isGiven() ? TrackReader.antennas(antennas) : null,
                bot,
                eot,
                fields.get("pinned").flag());
    }

    private static void order(Fields fields, @Nullable Instant bot, @Nullable Instant eot) {
        if (bot != null && eot != null && !eot.isAfter(bot)) {
            fields.get("eot").fault("is not after bot (" + bot + "). Maybe they are swapped.");
        }
    }
}
