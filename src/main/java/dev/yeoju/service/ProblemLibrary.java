package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.store.ProblemStore;
import dev.yeoju.store.StoredProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The problems that came with the program and those that were saved. */
@Service
public class ProblemLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemLibrary.class);
    private static final int SLUG_LENGTH = 60;

    private record Bundled(ProblemSummary summary, Set<String> missions, String body) {}

    private final ProblemStore store;
    private final Submissions submissions;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final InstanceJson json;
    private final InstantSource clock;
    private final Map<String, Bundled> bundled = new LinkedHashMap<>();

    ProblemLibrary(
            ProblemStore store,
            Submissions submissions,
            AuditLog audit,
            TransactionOperations transactions,
            InstanceJson json,
            InstantSource clock) {
        this.store = store;
        this.submissions = submissions;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        bundledFiles().forEach((id, body) -> {
            try {
                Problem problem = ProblemReader.read(body.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
                bundled.put(
                        id,
                        new Bundled(
                                ProblemSummary.of(id, problem, ProblemSummary.Origin.BUNDLED),
                                Submissions.missions(problem),
                                body));
            } catch (InvalidInputException e) {
                LOG.warn("The bundled problem {} is left out: {}", id, e.getMessage());
            }
        });
    }

    private static Map<String, String> bundledFiles() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/problems/*.json")) {
                String name = String.valueOf(resource.getFilename());
                files.put(
                        name.substring(0, name.length() - ".json".length()),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled problems cannot be read.", e);
        }
        return files;
    }

    /** Bundled ones by name, then saved ones by age. */
    public List<ProblemSummary> all(Caller caller) {
        List<ProblemSummary> all = new ArrayList<>();
        bundled.values().stream()
                .filter(problem -> caller.sees(problem.missions()))
                .forEach(problem -> all.add(problem.summary()));
        store.entries().stream()
                .filter(entry -> caller.sees(entry.missions()))
                .forEach(entry -> all.add(json.value(entry.summary(), ProblemSummary.class)));
        return all;
    }

    /** The problem's JSON as it was written, ready to be posted. */
    public Optional<String> body(Caller caller, String id) {
        Bundled found = bundled.get(id);
        if (found != null) {
            return caller.sees(found.missions()) ? Optional.of(found.body()) : Optional.empty();
        }
        return caller.isBound() && !caller.sees(store.missions(id)) ? Optional.empty() : store.body(id);
    }

    /**
     * Saves one.
     *
     * @throws InvalidInputException when it is no problem that can be planned, with every fault
     * @throws ServiceException FORBIDDEN when it is about other missions than the caller's
     */
    public ProblemSummary save(Caller caller, byte[] body) {
        Problem problem = ProblemReader.read(body, Catalogue.bundled());
        return save(caller, problem, new String(body, StandardCharsets.UTF_8));
    }

    /** @throws ServiceException FORBIDDEN when it is about other missions than the caller's */
    ProblemSummary save(Caller caller, Problem problem, String body) {
        submissions.requireRoom();
        submissions.requireUsable(caller, problem);
        String slug = slug(problem.name());
        for (int number = 1; ; number++) {
            String id = number == 1 ? slug : slug + "-" + number;
            if (bundled.containsKey(id) || store.exists(id)) {
                continue;
            }
            ProblemSummary summary = ProblemSummary.of(id, problem, ProblemSummary.Origin.SAVED);
            StoredProblem stored = new StoredProblem(
                    id,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    caller.name(),
                    Submissions.missions(problem),
                    json.text(summary),
                    body);
            try {
                transactions.executeWithoutResult(transaction -> {
                    store.insert(stored);
                    audit.record(caller, "problem.save", id, problem.name());
                });
                return summary;
            } catch (DuplicateKeyException e) {
                // Somebody else took the id meanwhile: the next one is tried.
                continue;
            }
        }
    }

    /** A name made fit for a URL. */
    static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), SLUG_LENGTH)).replaceAll("-+$", "");
        return cut.isEmpty() ? "problem" : cut;
    }
}
