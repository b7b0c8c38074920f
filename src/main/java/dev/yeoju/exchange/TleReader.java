package dev.yeoju.exchange;

import dev.yeoju.model.TrajectorySpec;
import org.jspecify.annotations.Nullable;

/** The two lines of an element set: their shape and checksums. What they say is read where they are propagated. */
final class TleReader {
    private static final int LENGTH = 69;

    private TleReader() {}

    static @Nullable TrajectorySpec read(Value value) {
        Fields fields = value.object(FieldNames.TLE);
        if (fields == null) {
            return null;
        }
        Value line2Field = fields.required("line2");
        String line1 = line(fields.required("line1"), '1');
        String line2 = line(line2Field, '2');
        if (line1 == null || line2 == null) {
            return null;
        }
        if (!line1.substring(2, 7).equals(line2.substring(2, 7))) {
            line2Field.fault("is of satellite " + line2.substring(2, 7).trim() + ", line1 of "
                    + line1.substring(2, 7).trim() + ". Maybe the lines of two sets are mixed.");
            return null;
        }
        return new TrajectorySpec.Tle(line1, line2);
    }

    private static @Nullable String line(Value field, char number) {
        String line = field.text();
        if (line == null) {
            return null;
        }
        if (line.length() != LENGTH) {
            field.fault("has " + line.length() + " characters instead of " + LENGTH
                    + ". Maybe blanks were lost in copying.");
            return null;
        }
        if (line.charAt(0) != number || line.charAt(1) != ' ') {
            field.fault("does not start with \"" + number + " \". Maybe the lines are swapped.");
            return null;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            char c = line.charAt(i);
            if (c > '~' || c < ' ') {
                field.fault(
                        "holds a character that is not plain ASCII in column " + (i + 1) + ". Maybe copy it again.");
                return null;
            }
            sum += c == '-' ? 1 : Character.isDigit(c) ? c - '0' : 0;
        }
        char expected = (char) ('0' + sum % 10);
        if (line.charAt(LENGTH - 1) != expected) {
            field.fault("has the checksum " + line.charAt(LENGTH - 1) + " where its digits give " + expected
                    + ". Maybe it was changed by hand or copied badly.");
            return null;
        }
        return line;
    }
}
