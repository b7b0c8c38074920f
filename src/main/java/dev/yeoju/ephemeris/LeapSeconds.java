package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.List;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;

/** TAI - UTC since 1972 (IERS Bulletin C; the last step announced is that of 2017-01-01). */
final class LeapSeconds {
    private static final int FIRST_OFFSET_S = 10;

    /** First days on which the offset is one second larger than before; the first row starts the list at 10 s. */
    private static final String[] STEPS = {
        "1972-01-01", "1972-07-01", "1973-01-01", "1974-01-01", "1975-01-01", "1976-01-01", "1977-01-01",
        "1978-01-01", "1979-01-01", "1980-01-01", "1981-07-01", "1982-07-01", "1983-07-01", "1985-07-01",
        "1988-01-01", "1990-01-01", "1991-01-01", "1992-07-01", "1993-07-01", "1994-07-01", "1996-01-01",
        "1997-07-01", "1999-01-01", "2006-01-01", "2009-01-01", "2012-07-01", "2015-07-01", "2017-01-01"
    };

    private LeapSeconds() {}

    /** The steps in Orekit's form. */
    static List<OffsetModel> offsets() {
        List<OffsetModel> offsets = new ArrayList<>();
        for (int i = 0; i < STEPS.length; i++) {
            offsets.add(new OffsetModel(DateComponents.parseDate(STEPS[i]), FIRST_OFFSET_S + i));
        }
        return offsets;
    }
}
