package dev.yeoju.api;

import dev.yeoju.service.StartFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/** The service as one Spring application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"dev.yeoju.api", "dev.yeoju.service", "dev.yeoju.store"})
public class Server {
    /**
     * Starts it and returns when it answers.
     *
     * @param properties settings that go before those of files and of the environment
     * @throws ServerException when it cannot start for a reason outside the program
     * @throws EndedException when the process is asked to end meanwhile
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(Server.class);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                event -> requireThisMachine(event.getEnvironment()));
        String[] args = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            // The store is closed under a start that is cut short: whatever that leads to is no error.
            throw isEnding() ? new EndedException(e) : explained(e);
        }
    }

    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Without users, whoever reaches the service may do anything: then it must be reached from this machine alone. */
    private static void requireThisMachine(Environment environment) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        boolean asksWho = environment.getProperty("yeoju.access", "local").equalsIgnoreCase("users");
        try {
            if (asksWho || InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new ServerException(
                    "server.address (" + address + ") is not an address of this machine. Maybe leave it"
                            + " out: the service listens on 127.0.0.1.");
        }
        throw new ServerException(
                "server.address (" + address + ") can be reached from other machines, and nobody is asked who it is."
                        + " Maybe add --yeoju.access=users, or leave it at 127.0.0.1.");
    }

    private static RuntimeException explained(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return new ServerException(
                        "Port " + inUse.getPort() + " is in use by another program. Maybe another Yeoju is"
                                + " running, or choose one with --port.");
            }
            if (cause instanceof ServerException known) {
                return known;
            }
        }
        return StartFailure.explained(error)
                .<RuntimeException>map(ServerException::new)
                .orElse(error);
    }
}
