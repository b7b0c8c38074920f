package dev.yeoju.exchange;

import dev.yeoju.model.Track;
import tools.jackson.databind.node.ObjectNode;

/** {@link Track} -> an object of {@code tracks}, {@code pins} or {@code published}. */
final class TrackWriter {
    private TrackWriter() {}

    static ObjectNode track(Track track) {
        ObjectNode node = JsonTree.object()
                .put("id", track.id())
                .put("request", track.request())
                .put("spacecraft", track.spacecraft());
        node.set("antennas", JsonTree.texts(track.antennas()));
        return node.put("boa", track.boa().toString())
                .put("bot", track.bot().toString())
                .put("eot", track.eot().toString())
                .put("eoa", track.eoa().toString())
                .put("pinned", track.pinned());
    }
}
