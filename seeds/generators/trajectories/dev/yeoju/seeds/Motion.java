package dev.yeoju.seeds;

import java.util.List;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** A geocentric trajectory on ICRF axes between two dates, metres and metres a second. */
interface Motion {
    AbsoluteDate start();

    AbsoluteDate end();

    PVCoordinates at(AbsoluteDate date);

    /** A part of an arc, its state taken from the propagation. */
    static Motion of(Arc arc, AbsoluteDate start, AbsoluteDate end) {
        return of(List.of(arc), start, end);
    }

    /** Arcs that follow each other in time, cut to a span. */
    static Motion of(List<Arc> arcs, AbsoluteDate start, AbsoluteDate end) {
        List<Arc> inOrder = List.copyOf(arcs);
        return new Motion() {
            @Override
            public AbsoluteDate start() {
                return start;
            }

            @Override
            public AbsoluteDate end() {
                return end;
            }

            @Override
            public PVCoordinates at(AbsoluteDate date) {
                for (int i = inOrder.size() - 1; i > 0; i--) {
                    if (date.compareTo(inOrder.get(i).epoch()) >= 0) {
                        return inOrder.get(i).at(date);
                    }
                }
                return inOrder.get(0).at(date);
            }
        };
    }
}
