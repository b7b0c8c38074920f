package dev.yeoju.benchmark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yeoju.model.InvalidInputException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PeersTest {
    @Test
    void aBuildWithoutTheLibrarySaysWhichBuildHasIt() {
        assumeThat(ServiceLoader.load(Peer.class).findFirst())
                .as("built with -Ppeer")
                .isEmpty();

        assertThatThrownBy(() -> Peers.find("cp-sat"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--peer (cp-sat) is not in this build")
                .hasMessageContaining("./mvnw package -Ppeer");
    }

    @Test
    void anUnknownPeerIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Peers.find("gurobi"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--peer (gurobi) is no peer. Maybe cp-sat.");
    }
}
