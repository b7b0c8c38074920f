package dev.yeoju.exchange;

import java.util.Set;

/** The fields of one object of an input. Unknown names are reported when it is made. */
final class Fields {
    private final Value owner;
    private final Json.Obj object;
    private final Set<String> names;

    Fields(Value owner, Json.Obj object, Set<String> names) {
        this.owner = owner;
        this.object = object;
        this.names = names;
        object.fields().forEach((name, value) -> {
            if (!names.contains(name)) {
                owner.faults()
                        .add(
                                Value.pointer(owner.pointer(), name),
                                value.shown(),
                                Json.shorten(name) + " (" + value.shown() + ") is not a known field here. "
                                        + NearestName.hint(
                                                name, names, "Known ones: " + String.join(", ", names) + "."));
            }
        });
    }

    Value owner() {
        return owner;
    }

    /** The field, given or not. */
    Value get(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("The field (" + name + ") is not among the known ones " + names + ".");
        }
        return owner.child(name, object.fields().get(name));
    }

    /** The field; its absence is reported. */
    Value required(String name) {
        Value value = get(name);
        if (!value.isGiven()) {
            value.fault("is missing. Maybe add it to " + (owner.name().isEmpty() ? "the problem" : owner.name()) + ".");
        }
        return value;
    }
}
