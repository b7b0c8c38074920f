package dev.yeoju.benchmark;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A study's figures as Markdown tables and drawings. */
public final class AntennaStudyTables {
    private static final String LIGHT = "#9aa7b5";
    private static final String DARK = "#0072b2";

    private final AntennaStudy study;

    public AntennaStudyTables(AntennaStudy study) {
        this.study = study;
    }

    /** The tables, without a title. */
    public String markdown() {
        return seeds() + "\n" + missions() + "\n" + antennas();
    }

    private String seeds() {
        StringBuilder text = new StringBuilder(format(
                "%d requests ask for %.1f h. Each seed: %,d steps, %d searches, objective `%s`.\n\n",
                study.requests(), study.requested(), study.stepLimit(), study.searches(), study.objective()));
        text.append("| seed | unsatisfied h without ").append(study.antenna()).append(" | with | given back |");
        text.append(" requests satisfied without | with | value without | with | gap without | with |\n");
        text.append("|---|").append("---:|".repeat(9)).append("\n");
        for (AntennaStudy.Pair pair : study.pairs()) {
            AntennaStudy.Outcome without = pair.without();
            AntennaStudy.Outcome with = pair.with();
            text.append(format(
                    "| %d | %.1f | %.1f | %.1f | %d | %d | %.1f | %.1f | %s | %s |\n",
                    pair.seed(),
                    study.requested() - without.tracked(),
                    study.requested() - with.tracked(),
                    with.tracked() - without.tracked(),
                    without.satisfiedRequests(),
                    with.satisfiedRequests(),
                    without.value(),
                    with.value(),
                    percent(without.gapPercent()),
                    percent(with.gapPercent())));
        }
        text.append(format(
                "| mean | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | | |\n",
                study.mean(pair -> study.requested() - pair.without().tracked()),
                study.mean(pair -> study.requested() - pair.with().tracked()),
                study.mean(pair -> pair.with().tracked() - pair.without().tracked()),
                study.mean(pair -> pair.without().satisfiedRequests()),
                study.mean(pair -> pair.with().satisfiedRequests()),
                study.mean(pair -> pair.without().value()),
                study.mean(pair -> pair.with().value())));
        return text.toString();
    }

    private String missions() {
        StringBuilder text = new StringBuilder("| mission | may use " + study.antenna()
                + " | asks h | unsatisfied h without | with | given back: mean | least | most |"
                + " requests satisfied without | with | of |\n");
        text.append("|---|---|").append("---:|".repeat(9)).append("\n");
        for (int mission : study.byGivenBack()) {
            AntennaStudy.Mission about = study.missions().get(mission);
            List<Double> back = study.givenBack(mission);
            text.append(format(
                    "| %s | %s | %.1f | %.1f | %.1f | %s | %s | %s | %.1f | %.1f | %d |\n",
                    about.id().replace("|", "\\|"),
                    about.mayUse() ? "yes" : "no",
                    about.requestedHours(),
                    unsatisfied(mission, false),
                    unsatisfied(mission, true),
                    signed(AntennaStudy.mean(back)),
                    signed(back.stream().mapToDouble(Double::doubleValue).min().orElse(0)),
                    signed(back.stream().mapToDouble(Double::doubleValue).max().orElse(0)),
                    study.mean(pair -> pair.without().satisfied().get(mission)),
                    study.mean(pair -> pair.with().satisfied().get(mission)),
                    about.requests()));
        }
        return text.toString();
    }

    private String antennas() {
        StringBuilder text =
                new StringBuilder("| antenna | hours taken without " + study.antenna() + " | with | freed |\n");
        text.append("|---|---:|---:|---:|\n");
        for (int i = 0; i < study.antennas().size(); i++) {
            text.append(format(
                    "| %s | %.1f | %.1f | %s |\n",
                    study.antennas().get(i),
                    activity(i, false),
                    activity(i, true),
                    signed(activity(i, false) - activity(i, true))));
        }
        return text.toString();
    }

    /** Unsatisfied hours of each mission without and with the antenna, means of the seeds. */
    public String missionsSvg() {
        BarPlot plot = new BarPlot(
                "Unsatisfied hours by mission",
                "hours asked for and not tracked, mean of " + study.pairs().size() + " seeds",
                List.of("without " + study.antenna(), "with " + study.antenna()),
                List.of(LIGHT, DARK));
        for (int mission : study.byGivenBack()) {
            plot.row(
                    study.missions().get(mission).id(),
                    List.of(unsatisfied(mission, false), unsatisfied(mission, true)));
        }
        return plot.svg();
    }

    /** Hours taken on each antenna without and with the one studied, means of the seeds. */
    public String antennasSvg() {
        BarPlot plot = new BarPlot(
                "Hours taken on each antenna",
                "hours of setup, track and teardown, mean of " + study.pairs().size() + " seeds",
                List.of("without " + study.antenna(), "with " + study.antenna()),
                List.of(LIGHT, DARK));
        for (int i = 0; i < study.antennas().size(); i++) {
            plot.row(study.antennas().get(i), List.of(activity(i, false), activity(i, true)));
        }
        return plot.svg();
    }

    private double unsatisfied(int mission, boolean with) {
        return study.missions().get(mission).requestedHours()
                - study.mean(pair ->
                        (with ? pair.with() : pair.without()).trackedHours().get(mission));
    }

    private double activity(int antenna, boolean with) {
        return study.mean(
                pair -> (with ? pair.with() : pair.without()).activityHours().get(antenna));
    }

    private static String percent(@Nullable Double gap) {
        return gap == null ? "–" : format("%.2f %%", gap);
    }

    /** With its sign, and a zero without. */
    private static String signed(double hours) {
        String text = format("%+.1f", hours);
        return text.equals("+0.0") || text.equals("-0.0") ? "0.0" : text.replace('-', '−');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
