package dev.yeoju;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the packages to their table of dependencies. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.yeoju");

    /** The JDK without the parts of it that nobody here should need. */
    private static final String[] EVERYWHERE = {"java..", "javax..", "org.jspecify..", "org.slf4j.."};

    private static final String[] JSON_AND_XML = {"tools.jackson..", "com.fasterxml.jackson..", "org.w3c..", "org.xml.."
    };
    private static final String[] OREKIT = {"org.orekit..", "org.hipparchus.."};
    private static final String[] TIMEFOLD = {"ai.timefold.."};
    private static final String[] WEB = {
        "org.springframework..", "io.swagger..", "org.springdoc..", "jakarta..", "org.apache.catalina.."
    };

    private static final DescribedPredicate<JavaClass> PRIMITIVE = DescribedPredicate.describe(
            "primitive or array of primitives",
            type -> type.getBaseComponentType().isPrimitive());

    @Test
    void modelKnowsTheJdkAlone() {
        mayUse("model").check(MAIN);
    }

    @Test
    void exchangeKnowsTheModelAndFileFormats() {
        mayUse("exchange", yeoju("model"), JSON_AND_XML, new String[] {
                    "net.fortuna.ical4j..", "org.apache.commons.csv.."
                })
                .check(MAIN);
    }

    @Test
    void ephemerisKnowsTheModelAndOrekit() {
        mayUse("ephemeris", yeoju("model"), OREKIT).check(MAIN);
    }

    @Test
    void visibilityKnowsEphemerisAndOrekit() {
        mayUse("visibility", yeoju("model", "ephemeris"), OREKIT).check(MAIN);
    }

    @Test
    void boundKnowsTheModelAlone() {
        mayUse("bound", yeoju("model")).check(MAIN);
    }

    @Test
    void checkKnowsTheModelAlone() {
        mayUse("check", yeoju("model")).check(MAIN);
    }

    @Test
    void planningKnowsTheModelTheBoundAndTimefold() {
        mayUse("planning", yeoju("model", "bound"), TIMEFOLD).check(MAIN);
    }

    @Test
    void replanKnowsPlanningBoundAndCheck() {
        mayUse("replan", yeoju("model", "planning", "bound", "check")).check(MAIN);
    }

    @Test
    void benchmarkKnowsTheEnginesAndItsPeer() {
        mayUse(
                        "benchmark",
                        yeoju("model", "exchange", "ephemeris", "visibility", "bound", "check", "planning", "replan"),
                        new String[] {"com.google.ortools.."},
                        JSON_AND_XML)
                .check(MAIN);
    }

    @Test
    void storeKnowsTheModelExchangeAndSpringJdbc() {
        mayUse("store", yeoju("model", "exchange"), new String[] {
                    "org.springframework.jdbc..",
                    "org.springframework.dao..",
                    "org.springframework.transaction..",
                    "org.springframework.beans..",
                    "org.springframework.context..",
                    "org.springframework.stereotype..",
                    "com.zaxxer.hikari.."
                })
                .check(MAIN);
    }

    @Test
    void serviceKnowsNoWeb() {
        noClasses()
                .that()
                .resideInAPackage("dev.yeoju.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.yeoju.api..", "dev.yeoju.cli..", "org.springframework.web..", "jakarta..", "picocli..")
                .check(MAIN);
    }

    @Test
    void apiKnowsTheServiceTheModelExchangeAndTheWeb() {
        mayUse("api", yeoju("service", "model", "exchange"), WEB, JSON_AND_XML).check(MAIN);
    }

    @Test
    void cliKnowsTheServiceTheModelExchangeAndPicocli() {
        mayUse("cli", yeoju("api", "service", "model", "exchange"), new String[] {"picocli.."}, JSON_AND_XML)
                .check(MAIN);
    }

    @Test
    void visibilityNeverSeesTimefold() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.yeoju.visibility..", "dev.yeoju.ephemeris..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TIMEFOLD)
                .check(MAIN);
    }

    @Test
    void planningNeverSeesOrekit() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.yeoju.planning..", "dev.yeoju.bound..", "dev.yeoju.check..", "dev.yeoju.replan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OREKIT)
                .check(MAIN);
    }

    @Test
    void onlyTheStoreAndWhatIsAboveTheServiceSeesSpring() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.yeoju.store..", "dev.yeoju.service..", "dev.yeoju.api..", "dev.yeoju.cli..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(MAIN);
    }

    @Test
    void theCommandLineDoesNotSeeSpring() {
        noClasses()
                .that()
                .resideInAPackage("dev.yeoju.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.yeoju.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static String[] yeoju(String... packages) {
        return Arrays.stream(packages).map(name -> "dev.yeoju." + name + "..").toArray(String[]::new);
    }

    private static ArchRule mayUse(String name, String[]... packages) {
        String[] own = {"dev.yeoju." + name + ".."};
        String[] all = Stream.concat(
                        Stream.of(EVERYWHERE, own).flatMap(Arrays::stream),
                        Arrays.stream(packages).flatMap(Arrays::stream))
                .toArray(String[]::new);
        return classes()
                .that(resideInAPackage(own[0]))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all).or(PRIMITIVE))
                .allowEmptyShould(true);
    }
}
