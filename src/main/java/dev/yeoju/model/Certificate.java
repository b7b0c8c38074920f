package dev.yeoju.model;

import java.util.Map;

/**
 * The prices behind a bound: from them anyone can prove it again in one sweep.
 *
 * @param requestPrices priority-weighted hours for each tracked hour beyond a request's preferred time, by request id
 * @param missionPrices priority-weighted hours for each tracked hour of a mission, by mission id
 * @param multipliers the remaining multipliers by name
 */
public record Certificate(
        Map<String, Double> requestPrices, Map<String, Double> missionPrices, Map<String, Double> multipliers) {
    public Certificate {
        requestPrices = Map.copyOf(requestPrices);
        missionPrices = Map.copyOf(missionPrices);
        multipliers = Map.copyOf(multipliers);
    }
}
