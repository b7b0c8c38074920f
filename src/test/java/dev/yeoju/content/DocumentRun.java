package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.yeoju.api.RunningServer;
import dev.yeoju.cli.Captured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the commands of one document, one after the other, in a folder of its own, and looks for the outputs that the
 * document shows in what they said.
 *
 * <ul>
 *   <li>{@code java -jar target/yeoju.jar …} runs in this process, with every search cut short.
 *   <li>Blocks with {@code curl} run in a shell against a started service.
 *   <li>What builds, installs, measures for minutes or runs a service is not run, and is looked at instead: options, goals,
 *       profiles, test classes, scripts and files that it names are there.
 *   <li>Anything else fails.
 * </ul>
 */
final class DocumentRun {
    private static final String PROGRAM = "java -jar target/yeoju.jar";
    private static final String SEARCH_TIME = "PT1S";
    private static final long SEARCH_STEPS = 2_000;
    private static final Set<String> SEARCHING = Set.of("solve", "benchmark", "study", "replan");
    private static final Set<String> GOALS = Set.of(
            "spring-boot:run",
            "verify",
            "package",
            "test",
            "test-compile",
            "spotless:apply",
            "dependency:build-classpath");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(?:json|xml|ics|csv|oem|md)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z]+)=");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    private final Path folder;
    private final Supplier<RunningServer> server;
    private final Set<String> variables = new TreeSet<>();
    private final StringBuilder said = new StringBuilder();

    /**
     * @param folder where the files of the document go
     * @param server the started service, asked for when a command wants it
     */
    DocumentRun(Path folder, Supplier<RunningServer> server) {
        this.folder = folder;
        this.server = server;
    }

    void run(Snippet snippet) throws IOException, InterruptedException {
        String file = snippet.noted("file").replaceFirst(" .*", "");
        if (!file.isEmpty()) {
            Files.writeString(folder.resolve(file), snippet.text());
        } else if (snippet.language().equals("bash")) {
            commands(snippet);
        } else if (snippet.language().equals("text")
                && snippet.noted("not output:").isEmpty()) {
            output(snippet);
        }
    }

    private void commands(Snippet snippet) throws IOException, InterruptedException {
        if (snippet.text().contains("curl ")) {
            shell(snippet);
            return;
        }
        for (String line : snippet.text().replace("\\\n", " ").split("\n")) {
            String command = line.replaceFirst("\\s+#\\s.*", "").strip();
            if (!command.isEmpty() && !command.startsWith("#")) {
                command(snippet, command);
            }
        }
    }

    private void command(Snippet snippet, String command) throws IOException {
        List<String> words = words(command);
        String first = words.get(0);
        if (command.startsWith(PROGRAM)) {
            program(snippet, command, words.subList(3, words.size()));
        } else if (first.equals("./mvnw")) {
            maven(snippet, words.subList(1, words.size()));
        } else if (first.equals("npm")) {
            script(snippet, words);
        } else if (first.equals("java")) {
            String main = words.stream()
                    .filter(word -> word.startsWith("dev.yeoju."))
                    .findFirst()
                    .orElse("no class");
            assertThat(source(main)).as(snippet.place()).isTrue();
        } else if (first.startsWith("seeds/generators/")) {
            assertThat(Path.of(first)).as(snippet.place()).isExecutable();
        } else if (first.equals("docker")) {
            words.stream()
                    .filter(word -> word.contains("/"))
                    .forEach(word ->
                            assertThat(Path.of(word)).as(snippet.place()).exists());
        } else if (!Set.of("git", "cd").contains(first)) {
            fail(snippet.place() + ": no test knows the command (" + command + ")");
        }
    }

    private void program(Snippet snippet, String command, List<String> words) throws IOException {
        if (words.get(0).equals("serve")) {
            return;
        }
        List<String> args = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String before = i == 0 ? "" : words.get(i - 1);
            String word = words.get(i);
            if (before.equals("--time-limit")) {
                args.add(SEARCH_TIME);
            } else if (before.equals("--step-limit")) {
                args.add(String.valueOf(Math.min(SEARCH_STEPS, Long.parseLong(word))));
            } else if (before.equals("--out") || before.equals("--problem-out")) {
                Path own = folder.resolve(word);
                Files.createDirectories(Objects.requireNonNull(own.getParent()));
                args.add(own.toString());
            } else {
                args.add(FILE.matcher(word).matches() ? place(word) : word);
            }
        }
        if (SEARCHING.contains(args.get(0)) && !args.contains("--time-limit") && !args.contains("--step-limit")) {
            args.addAll(List.of("--step-limit", String.valueOf(SEARCH_STEPS)));
        }
        if (args.get(0).equals("study")) {
            // Takes minutes, whatever the steps: its options are parsed, and its figures have tests of their own.
            args.add("--help");
        }
        Captured answer = Captured.run(args.toArray(String[]::new));
        int expected = snippet.note().equals("exit 1") ? 1 : 0;
        assertThat(answer.code())
                .as("%s: %s\n%s", snippet.place(), command, answer.err())
                .isEqualTo(expected);
        said.append(answer.out()).append(answer.err());
    }

    /** Files that the document made in its folder, the others where they are. */
    private String place(String word) {
        Path own = folder.resolve(word);
        return Files.exists(own) || !Files.exists(Path.of(word)) ? own.toString() : word;
    }

    private void shell(Snippet snippet) throws IOException, InterruptedException {
        assertThat(snippet.text()).as(snippet.place()).doesNotContain("java ", "mvnw");
        Matcher assignments = ASSIGNMENT.matcher(snippet.text());
        while (assignments.find()) {
            variables.add(assignments.group(1));
        }
        // Blocks of one document go on with each other's variables.
        String script = "set -euo pipefail\n[ ! -f .variables ] || . ./.variables\n"
                + snippet.text()
                        .replace("localhost:8080", "localhost:" + server.get().port())
                + "declare -p " + String.join(" ", variables) + " > .variables 2>&1 || true\n";
        Path err = folder.resolve(".err");
        Process process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(snippet.place()).isTrue();
        assertThat(process.exitValue())
                .as("%s\n%s\n%s", snippet.place(), out, Files.readString(err))
                .isZero();
        assertThat(out).as(snippet.place()).doesNotContain("problem+json", "about:blank", "\"faults\"");
        said.append(out);
    }

    private static void maven(Snippet snippet, List<String> words) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String word : words) {
            if (word.startsWith("-Dtest=")) {
                for (String test : word.substring(7).split(",")) {
                    assertThat(source(test)).as("%s: %s", snippet.place(), test).isTrue();
                }
            } else if (word.startsWith("-P")) {
                assertThat(pom).as(snippet.place()).contains("<id>" + word.substring(2) + "</id>");
            } else if (!word.startsWith("-")) {
                assertThat(GOALS).as(snippet.place()).contains(word);
            }
        }
    }

    private static void script(Snippet snippet, List<String> words) throws IOException {
        String scripts = Files.readString(Path.of("frontend/package.json"));
        assertThat(words).as(snippet.place()).startsWith("npm", "--prefix", "frontend", "run");
        assertThat(JsonMapper.shared().readTree(scripts).get("scripts").has(words.get(4)))
                .as("%s: script %s", snippet.place(), words.get(4))
                .isTrue();
    }

    /** Whether a class, by its simple or whole name, is among the tests, generators or the program's own. */
    private static boolean source(String name) throws IOException {
        String file = "/" + name.replace('.', '/') + ".java";
        for (String root : List.of("src", "seeds/generators")) {
            try (var files = Files.walk(Path.of(root))) {
                if (files.anyMatch(path -> path.toString().endsWith(file))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Each line of the block was said, numbers aside. */
    private void output(Snippet snippet) {
        String all = masked(said.toString().replace(folder + "/", ""));
        snippet.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("…"))
                .forEach(line -> assertThat(all.lines().map(String::strip))
                        .as("%s: said by no command before it", snippet.place())
                        .contains(masked(line)));
    }

    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(quoted == null ? matcher.group(3) : quoted);
        }
        return words;
    }
}
