package dev.yeoju.ephemeris;

import dev.yeoju.model.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.orekit.data.DataContext;
import org.orekit.data.LazyLoadedDataContext;
import org.orekit.errors.OrekitException;
import org.orekit.frames.EOPHistory;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.UTCScale;
import org.orekit.utils.IERSConventions;

/**
 * Time scales, frames and bodies, complete without any downloaded data: leap seconds in code, Earth orientation
 * parameters of zero (at most 13.5 arcsec of Earth rotation while |UT1-UTC| stays below 0.9 s), and the project's own
 * tables of the Moon, Sun and planets. A planner's orekit-data folder takes over what it holds.
 *
 * <p>Contexts are independent of one another and of Orekit's default context, which is never touched; each is immutable
 * once made and safe to share between threads.
 */
public final class OrekitContext {
    private static final IERSConventions CONVENTIONS = IERSConventions.IERS_2010;

    private final LazyLoadedDataContext data;
    private final UTCScale utc;
    private final AbsoluteDate j2000;
    private final Frame gcrf;
    private final Frame itrf;
    private final SolarSystem solarSystem;
    private final List<String> sources;

    private OrekitContext(LazyLoadedDataContext data, boolean ownPlanets, List<String> sources) {
        this.data = data;
        this.utc = data.getTimeScales().getUTC();
        this.j2000 = data.getTimeScales().getJ2000Epoch();
        this.gcrf = data.getFrames().getGCRF();
        this.itrf = data.getFrames().getITRF(CONVENTIONS, true);
        this.solarSystem =
                ownPlanets ? tables(data, gcrf, j2000) : new OrekitSolarSystem(data.getCelestialBodies(), gcrf, j2000);
        this.sources = List.copyOf(sources);
        data.getFrames().getEME2000();
        data.getTimeScales().getTDB();
        data.getTimeScales().getGPS();
    }

    /** The context that needs no files. */
    public static OrekitContext builtIn() {
        LazyLoadedDataContext data = new LazyLoadedDataContext();
        data.getDataProvidersManager().addProvider(DataFolder.nothing());
        data.getTimeScales().addUTCTAIOffsetsLoader(LeapSeconds::offsets);
        return new OrekitContext(
                data,
                true,
                List.of("leap seconds: built in", "Earth orientation parameters: zero", "planets: built-in tables"));
    }

    /**
     * The context over a planner's orekit-data folder (or zip file): Earth orientation parameters, leap seconds and
     * planetary ephemerides that it holds win, the rest is built in.
     *
     * @throws EphemerisException when the folder is missing or cannot be used
     */
    public static OrekitContext withData(Path folder) {
        try {
            DataFolder files = new DataFolder(folder);
            boolean planets = files.holdsPlanets();
            boolean leapSeconds = files.holdsLeapSeconds();
            LazyLoadedDataContext data = new LazyLoadedDataContext();
            data.getDataProvidersManager().addProvider(files.provider());
            if (leapSeconds) {
                data.getTimeScales().addDefaultUTCTAIOffsetsLoaders();
            } else {
                data.getTimeScales().addUTCTAIOffsetsLoader(LeapSeconds::offsets);
            }
            EOPHistory eop = data.getFrames().getEOPHistory(CONVENTIONS, true);
            boolean orientation = !eop.getEntries().isEmpty();
            if (!planets && !leapSeconds && !orientation) {
                throw DataFolder.unusable(folder, "it holds no leap seconds, Earth orientation or planetary ephemeris");
            }
            return new OrekitContext(
                    data,
                    !planets,
                    List.of(
                            "leap seconds: " + (leapSeconds ? "orekit-data" : "built in"),
                            "Earth orientation parameters: "
                                    + (orientation
                                            ? "orekit-data, " + eop.getStartDate() + " to " + eop.getEndDate()
                                            : "zero"),
                            "planets: " + (planets ? "orekit-data" : "built-in tables")));
        } catch (OrekitException e) {
            throw DataFolder.unusable(folder, EphemerisException.reason(e));
        }
    }

    /** Orekit's form of this context, to hand to its parsers and models. */
    public DataContext data() {
        return data;
    }

    /** Coordinated Universal Time. */
    public UTCScale utc() {
        return utc;
    }

    /** JD 2451545.0 TT. */
    public AbsoluteDate j2000() {
        return j2000;
    }

    /** Geocentric inertial frame on ICRF axes. */
    public Frame gcrf() {
        return gcrf;
    }

    /** Earth-fixed frame, IERS 2010 conventions. */
    public Frame itrf() {
        return itrf;
    }

    /** The Sun, Moon and planets. */
    public SolarSystem solarSystem() {
        return solarSystem;
    }

    /** Where leap seconds, Earth orientation and planets come from, a line each. */
    public List<String> sources() {
        return sources;
    }

    /**
     * What a user should know about a horizon: Earth orientation parameters of their own that do not cover it (outside
     * them they are zero).
     */
    public List<String> warnings(Interval horizon) {
        EOPHistory eop = data.getFrames().getEOPHistory(CONVENTIONS, true);
        if (eop.getEntries().isEmpty()
                || (!eop.getStartDate().isAfter(date(horizon.start()))
                        && !eop.getEndDate().isBefore(date(horizon.end())))) {
            return List.of();
        }
        return List.of("The Earth orientation parameters of the orekit-data folder cover " + instant(eop.getStartDate())
                + " to " + instant(eop.getEndDate()) + " only; outside they are taken as zero. Maybe add a newer"
                + " finals2000A file.");
    }

    /** The date of a UTC instant. */
    public AbsoluteDate date(Instant instant) {
        return new AbsoluteDate(instant, utc);
    }

    /** The UTC instant of a date; an instant within a leap second is that second's start. */
    public Instant instant(AbsoluteDate date) {
        return date.toInstant(data.getTimeScales());
    }

    private static SolarSystem tables(LazyLoadedDataContext data, Frame gcrf, AbsoluteDate j2000) {
        TabulatedSolarSystem tables = new TabulatedSolarSystem(j2000);
        TabulatedBodies.register(tables, data.getCelestialBodies(), gcrf);
        return tables;
    }
}
