package dev.yeoju.cli;

import dev.yeoju.api.EndedException;
import dev.yeoju.api.Server;
import dev.yeoju.api.ServerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the service and its page. */
@Command(
        name = "serve",
        description = "The service and the page, with an embedded store.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nSettings (as --name=value, or in the environment as NAME_IN_CAPITALS):%n",
        footer = {
            "  --yeoju.store.path=DIR   where schedules are kept (default: .yeoju in your home folder)",
            "  --yeoju.store.url=URL    a PostgreSQL database that several nodes share, in place of that folder",
            "  --yeoju.role=ROLE        all, api (answers) or worker (solves); default: all",
            "  --yeoju.access=MODE      local: no log-in, this machine alone; users: log-in; default: local",
            "  --yeoju.queue.limit=N    solves that may wait (default: 100)",
            "  --logging.structured.format.console=ecs   one JSON object a log line"
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    /** Not an exit code: the service goes on after the command has returned. */
    static final int RUNNING = -1;

    private static final Pattern SETTING = Pattern.compile("--([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)=(.+)");

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Option(names = "--port", paramLabel = "N", description = "Port on this machine, 0 for any. Default: 8080.")
    private @Nullable Integer port;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String setting : settings) {
            var matcher = SETTING.matcher(setting);
            if (!matcher.matches()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "serve does not know (" + setting + "). Maybe a setting, --name.of.it=value, is meant.");
            }
            properties.put(matcher.group(1), matcher.group(2));
        }
        if (port != null) {
            if (port < 0 || port > 65535) {
                throw new ParameterException(
                        spec.commandLine(), "--port (" + port + ") is not a port. Maybe one from 1 to 65535.");
            }
            properties.put("server.port", port);
        }
        var orekitData = parent.orekitData();
        if (orekitData != null) {
            properties.put("yeoju.orekit-data", orekitData.toString());
        }
        try {
            Server.start(properties);
        } catch (ServerException e) {
            throw CommandException.unusable(e.getMessage());
        } catch (EndedException e) {
            // The process ends by itself.
            return RUNNING;
        }
        return RUNNING;
    }
}
